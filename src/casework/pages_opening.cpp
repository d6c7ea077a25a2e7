// Opening a case from a contact that is saved: for which child, where that is not clear.
#include "casework/pages_contact.h"
#include "casework/views_opening.h"

#include "casework/store_cases.h"

#include "audit/store.h"
#include "forms/asked.h"
#include "forms/store.h"

#include <utility>

namespace onroll::casework {
namespace pages_opening_detail {

constexpr std::size_t most_children = 5;

http::Response show(const http::Request& request, const Services& services, const Contact& contact,
                    OpeningView view)
{
    const auto& actor = access::actor(request);
    const bool wrong = !view.errors.empty();
    const auto address = address_of(contact.id);
    view.action = address + "/open";
    view.start = {.page = address + "/open", .form_token = actor.sign_in.form_token};
    view.leave = address;
    {
        auto reading = store_of(request, services).read();
        view.children = suggestions_of(
            children_alike(reading, actor,
                           view.child_name.empty() ? contact.told.child_name : view.child_name,
                           most_children),
            services);
        auto told = contact.told;
        if (!view.child_name.empty()) told.child_name = view.child_name;
        auto alike = contacts_alike(reading, actor.agency, told, most_children);
        std::erase_if(alike, [&](const EarlierContact& one) { return one.id == contact.id; });
        view.contacts = suggestions_of(request, services, alike);
    }
    return page(request, services, "Open a case", opening_view(view), wrong);
}

http::Response show_open(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    if (contact.case_id) return http::redirect(address_of(*contact.case_id));
    return show(request, services, contact, {.child_name = contact.told.child_name});
}

/// What was answered, or what must be put right.
Opening opening_in(const http::Form& form, std::vector<Error>& errors)
{
    Opening opening;
    if (const auto child = people::PersonId::parse(form["same_child"])) {
        opening.child = *child;
        return opening;
    }
    opening.child_name = form["child_name"];
    if (opening.child_name.find_first_not_of(" \t\r\n") == std::string::npos)
        errors.push_back(bad_input("Enter what the child is called", "child_name"));
    const auto born_on = form["born_on"];
    if (born_on.find_first_not_of(" \t\r\n") == std::string_view::npos) return opening;
    const auto day = parse_written_date(born_on, "Date of birth");
    if (day)
        opening.born_on = *day;
    else
        errors.push_back(bad_input(day.error().message, "born_on"));
    return opening;
}

std::vector<std::string> ticked_earlier(const http::Form& form)
{
    const auto ids = form.all("earlier");
    return {ids.begin(), ids.end()};
}

http::Response open(const http::Request& request, const Services& services)
{
    auto found = entered_contact(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&found)) return std::move(*instead);
    const auto& contact = std::get<Contact>(found);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto again = [&](std::vector<Error> errors) {
        return show(request, services, contact,
                    {.child_name = std::string(form["child_name"]),
                     .born_on = std::string(form["born_on"]),
                     .same_child = std::string(form["same_child"]),
                     .earlier = ticked_earlier(form),
                     .errors = std::move(errors)});
    };
    std::vector<Error> errors;
    const auto opening = opening_in(form, errors);
    if (form["asked"] == "children" && form["same_child"].empty())
        errors = {bad_input("Select whether it is one of these children", "same_child")};
    if (!errors.empty()) return again(std::move(errors));
    const auto now = services.guard->clock().now();
    const auto path = forms::save_once(
        store_of(request, services), "open case", owner_of(actor), form, now,
        [&](db::Transaction& transaction) -> Result<std::string> {
            const auto opened =
                open_case_from(transaction, people_scope(request, now), contact, opening);
            if (!opened) return opened.error();
            access::note(transaction, request, "advice.create",
                         {.kind = "case", .record = opened->text(), .standing = {}}, now);
            const auto brought =
                bring_earlier(transaction, request, ticked_earlier(form), *opened, now);
            if (!brought) return brought.error();
            return address_of(*opened);
        });
    return path ? http::redirect(*path) : again({path.error()});
}

} // namespace pages_opening_detail

void add_opening_pages(http::Router& router, const Services& services)
{
    using namespace pages_opening_detail;
    const auto& guard = *services.guard;
    router.get("/advice/contacts/{contact}/open", guard.policy("advice.change"),
               [&services](const http::Request& request) { return show_open(request, services); });
    router.post("/advice/contacts/{contact}/open",
                forms::taking(guard.policy("advice.change"),
                              {"same_child", "child_name", "born_on", "asked", "earlier"}),
                [&services](const http::Request& request) { return open(request, services); });
}

} // namespace onroll::casework
