#include "casework/pages_case_frame.h"

#include "casework/store_cases.h"

#include "access/guard.h"
#include "design/components/record_frame.h"
#include "forms/form_start.h"
#include "people/rules_disclosure.h"
#include "people/rules_family.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace onroll::casework {
namespace pages_case_frame_detail {

struct CaseTab {
    std::string_view group; ///< on a narrow screen; those of one group follow each other
    std::string_view text;
    std::string_view path;                          ///< below the case's own address
    std::array<std::string_view, 2> also{"/", "/"}; ///< whose pages belong to it as well
};
/// The pages of a case in the order of the tabs: a noun that has one adds its line.
constexpr std::array case_tabs{CaseTab{"Now", "Overview", "", {"/state", "/reopen"}},
                               CaseTab{"Now", "Dates and tasks", "/dates", {"/events", "/tasks"}},
                               CaseTab{"Record", "Chronology", "/chronology", {"/notes", "/"}},
                               CaseTab{"Record", "Documents", "/documents", {"/attachments", "/"}},
                               CaseTab{"Record", "Work done", "/actions"},
                               CaseTab{"Family", "Messages", "/messages", {"/status", "/links"}},
                               CaseTab{"Family", "Own account", "/accounts"},
                               CaseTab{"Family", "Papers", "/papers"},
                               CaseTab{"Child", "About the child", "/profile"},
                               CaseTab{"Child", "Needs", "/needs"},
                               CaseTab{"Child", "Journey", "/journey"},
                               CaseTab{"Child", "Next steps", "/next-steps"},
                               CaseTab{"Case", "People", "/people"},
                               CaseTab{"Case", "Levels", "/levels"},
                               CaseTab{"Case", "Close", "/close", {"/feedback-link", "/"}}};

design::GroupedNavigation tabs_of(const http::Request& request, const Case& found)
{
    const auto own = address_of(found.id);
    const auto is_at = [&](std::string_view path) {
        const auto href = own + std::string(path);
        return request.path() == href ||
               (path.size() > 1 && request.path().starts_with(href + "/"));
    };
    design::GroupedNavigation navigation{.label = "Case"};
    for (const auto& tab : case_tabs) {
        if (navigation.groups.empty() || navigation.groups.back().text != tab.group)
            navigation.groups.push_back({.text = std::string(tab.group)});
        auto href = own + std::string(tab.path);
        if (is_at(tab.path) || std::any_of(tab.also.begin(), tab.also.end(), is_at))
            navigation.active = href;
        navigation.groups.back().pages.push_back({std::string(tab.text), std::move(href)});
    }
    return navigation;
}

std::vector<std::string> facts_of(const Case& found, const people::ChildRecord& record,
                                  const Services& services, Date today)
{
    std::vector<std::string> facts;
    if (record.child.born_on)
        facts.push_back("Aged " + std::to_string(people::age_on(*record.child.born_on, today)));
    for (const auto& place : record.schools)
        if ((!place.until || *place.until >= today) &&
            place.kind != people::PlacementKind::subsidiary)
            facts.push_back(services.school_name(place.school));
    for (const auto& member : record.family)
        if ((!member.tie.until || *member.tie.until >= today) &&
            member.tie.care != people::HasCare::no)
            facts.push_back(std::string(people::in_words(member.tie.bond)) + ": " +
                            people::called(member.adult.name));
    facts.push_back("Case " + std::to_string(found.number));
    return facts;
}

design::Html header_of(const Case& found, const people::ChildRecord& record,
                       const Services& services)
{
    const auto today = services.guard->clock().today();
    design::IdentityBar bar{.name = people::called(record.child.name),
                            .facts = facts_of(found, record, services, today),
                            .alert = "Read this first"};
    for (const auto& alert : people::alerts_of(record, today)) bar.alerts.emplace_back(alert);
    return render(bar);
}

} // namespace pages_case_frame_detail
using namespace pages_case_frame_detail;

http::Response case_page(const http::Request& request, const Services& services, const Case& found,
                         std::string title, design::Html content, bool has_errors)
{
    const auto record = child_of_case(request, services, found);
    return case_page(request, services, found, record, std::move(title), std::move(content),
                     has_errors);
}

Result<people::ChildRecord> child_of_case(const http::Request& request, const Services& services,
                                          const Case& found)
{
    auto reading = store_of(request, services).read();
    return present_record(reading, access::actor(request).agency, found);
}

http::Response case_page(const http::Request& request, const Services& services, const Case& found,
                         const Result<people::ChildRecord>& record, std::string title,
                         design::Html content, bool has_errors)
{
    PageFrame frame{.title = std::move(title),
                    .under_menu = record ? header_of(found, *record, services) : design::Html(),
                    .has_errors = has_errors};
    if (found.state == CaseState::closed)
        content = design::element("p", {{"class", "govuk-inset-text"}},
                                  "This case is closed and can only be read. ",
                                  design::link(address_of(found.id) + "/close", "How it ended")) +
                  content;
    return page(request, services, std::move(frame),
                render(tabs_of(request, found)) + std::move(content));
}

bool may(const http::Request& request, const Services& services, std::string_view act,
         const Case& found)
{
    const auto answer =
        services.guard->answer(request, act, subject_of(access::actor(request), found));
    return answer == access::Answer::allowed || answer == access::Answer::ask_proof;
}

people::Scope people_scope(const http::Request& request, const Services& services,
                           std::string_view act, const access::Subject& subject)
{
    const auto& actor = access::actor(request);
    auto deed = subject.record.empty() ? access::deed_of(request, act)
                                       : access::deed_of(request, act, subject);
    return {actor.agency, actor.user, services.guard->clock().now(), std::move(deed)};
}

design::Html start_of(const http::Request& request, std::string page, std::int64_t version)
{
    return forms::start({.page = std::move(page),
                         .form_token = access::actor(request).sign_in.form_token,
                         .version = version == 0 ? "" : std::to_string(version)});
}

FirstView first_view(const http::Request& request, const Services& services, http::Fields values,
                     std::int64_t version)
{
    auto reading = store_of(request, services).read();
    auto draft = forms::draft_of(reading, *services.drafts, owner_of(access::actor(request)),
                                 request.path());
    if (!draft) return {.form = {.values = std::move(values)}, .version = version, .banner = {}};
    return {.form = {.values = std::move(draft->fields), .is_draft = true},
            .version = whole_number(draft->version).value_or(version),
            .banner = forms::draft_banner()};
}

Result<std::string> save_in_case(const http::Request& request, const Services& services,
                                 std::string_view act, const Case& found, const http::Form& form,
                                 const std::vector<std::string>& fields, const forms::Work& work)
{
    const auto& actor = access::actor(request);
    const auto now = services.guard->clock().now();
    return forms::save_once(store_of(request, services), act, owner_of(actor), form, now,
                            [&](db::Transaction& transaction) -> Result<std::string> {
                                auto path = work(transaction);
                                if (path)
                                    access::note(transaction, request, act,
                                                 subject_of(actor, found, fields), now);
                                return path;
                            });
}

Result<Date> typed_date(const http::Form& form, std::string_view name, std::string_view label)
{
    const auto part = [&](std::string_view which) {
        return form[std::string(name) + "-" + std::string(which)];
    };
    auto day = parse_typed_date(part("day"), part("month"), part("year"), label);
    if (day) return day;
    auto error = day.error();
    error.where = name;
    return error;
}

void add_date(http::Fields& fields, std::string_view name, const std::optional<Date>& day)
{
    if (!day) return;
    const std::string prefix = std::string(name) + "-";
    fields.add(prefix + "day", std::to_string(day_of(*day)));
    fields.add(prefix + "month", std::to_string(month_of(*day)));
    fields.add(prefix + "year", std::to_string(year_of(*day)));
}

std::optional<std::int64_t> whole_number(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || trouble != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

} // namespace onroll::casework
