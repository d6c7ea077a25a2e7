// One's own children as a list that is narrowed, and views of it that are saved by name:
// /people/list. capabilities.md table stake 11. No name stands in an address or in a view.
#include "people/pages_routes.h"
#include "people/pages_shared.h"
#include "people/rules_list.h"
#include "people/store_list.h"
#include "people/views_list.h"

#include "access/saved_views.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>
#include <variant>

namespace onroll::people {

namespace pages_list_detail {

using namespace pages_shared;

constexpr std::size_t children_a_page = 50;
const std::string address = "/people/list";
constexpr std::string_view act = "people.search";

const std::vector<std::string>& filters()
{
    static const std::vector<std::string> names{"school", "sen", "care", "alert"};
    return names;
}

ListQuestion question_in(const http::Fields& fields)
{
    ListQuestion question;
    if (const auto school = Urn::parse(fields["school"])) question.school = *school;
    question.without_school = fields["school"] == "none";
    question.sen = sen_status_named(fields["sen"]);
    question.care = care_in_list_named(fields["care"]);
    question.with_alert = fields["alert"] == "yes";
    return question;
}

/// The filters alone that are understood, so that nothing else comes into an address or a view.
http::Fields understood(const http::Fields& fields)
{
    const auto question = question_in(fields);
    http::Fields kept;
    if (question.without_school) kept.add("school", "none");
    if (question.school) kept.add("school", question.school->text());
    if (question.sen) kept.add("sen", std::string(key_of(*question.sen)));
    if (question.care) kept.add("care", std::string(key_of(*question.care)));
    if (question.with_alert) kept.add("alert", "yes");
    return kept;
}

std::string filters_in_words(const Services& services, const http::Fields& fields)
{
    const auto question = question_in(fields);
    std::string words;
    const auto add = [&](std::string_view what, std::string_view value) {
        words += (words.empty() ? "" : " ") + std::string(what) + ": " + std::string(value) + ".";
    };
    if (question.without_school) add("School", "none on record");
    if (question.school) add("School", services.school_name(*question.school));
    if (question.sen) add("Special educational needs", in_words(*question.sen));
    if (question.care) add("Care by a council", in_words(*question.care));
    if (question.with_alert) add("Alert", "on the record");
    return words;
}

Choices schools_of(const std::vector<ChildInList>& children, const Services& services)
{
    std::set<Urn> found;
    for (const auto& child : children)
        if (child.school) found.insert(*child.school);
    std::vector<std::pair<std::string, std::string>> named;
    for (const auto& urn : found) named.emplace_back(services.school_name(urn), urn.text());
    std::sort(named.begin(), named.end());
    Choices choices;
    for (auto& [name, urn] : named) choices.emplace_back(urn, name);
    return choices;
}

int page_in(const http::Request& request)
{
    const auto text = request.query("page");
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return page;
}

/// Leaves the children of the page that is asked for.
void turn_to_page(const http::Request& request, const access::ViewsBar& bar, ListView& view)
{
    view.fitting = view.children.size();
    const auto pages = (view.fitting + children_a_page - 1) / children_a_page;
    view.pages = std::max(1, static_cast<int>(pages));
    view.page = std::clamp(page_in(request), 1, view.pages);
    const auto from = static_cast<std::size_t>(view.page - 1) * children_a_page;
    const auto until = std::min(view.fitting, from + children_a_page);
    view.children = {view.children.begin() + static_cast<std::ptrdiff_t>(from),
                     view.children.begin() + static_cast<std::ptrdiff_t>(until)};
    std::string query = bar.view.empty() ? "" : "view=" + bar.view + "&";
    if (bar.view.empty())
        for (const auto& field : bar.asked) query += field.name + "=" + field.value + "&";
    view.href_before_page = address + "?" + query + "page=";
}

http::Response show(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    ListView view;
    auto reader = database_of(request, services).read(db::View::snapshot);
    const auto bar =
        access::views_bar(request, reader, address, "children", false, understood(request.query()));
    view.views = bar.html;
    view.filter.values = bar.asked;
    view.children = own_children(reader, actor, today_of(services));
    view.all = view.children.size();
    view.schools = schools_of(view.children, services);
    const auto question = question_in(bar.asked);
    std::erase_if(view.children, [&](const ChildInList& child) { return !fits(child, question); });
    turn_to_page(request, bar, view);
    view.whole_agency = has_all_children(actor);
    view.school_name = services.school_name;
    return page(request, services, "Your children", list_view(view), "/people");
}

access::SavedViewPages saved_views(const Services& services)
{
    return {.route = address,
            .list = "children",
            .act = std::string(act),
            .filters = filters(),
            .guard = services.guard,
            .drafts = services.drafts,
            .enter = [&services](const http::Request& request)
                -> std::variant<access::ViewedList, http::Response> {
                return access::ViewedList{
                    .address = address,
                    .subject = {.kind = "agency", .record = access::actor(request).agency.text()},
                    .in_words = [&services](const http::Fields& fields) {
                        return filters_in_words(services, fields);
                    }};
            },
            .page =
                [&services](const http::Request& request, std::string title,
                            const design::Html& content, bool has_errors) {
                    return page(request, services, std::move(title), content, address, has_errors);
                }};
}

} // namespace pages_list_detail

void add_list_pages(http::Router& router, const Services& services)
{
    using namespace pages_list_detail;
    router.get(address, services.guard->policy(act),
               [&services](const http::Request& request) { return show(request, services); });
    access::add_saved_view_pages(router, saved_views(services));
}

} // namespace onroll::people
