#include "casework/pages_case_frame.h"

#include "casework/account_tasks.h"
#include "casework/store_accounts.h"
#include "casework/store_events.h"
#include "casework/store_links.h"
#include "casework/typed_account.h"
#include "casework/views_events.h"
#include "casework/views_family.h"
#include "casework/views_messages.h"
#include "forms/asked.h"

#include <utility>

namespace onroll::casework {
namespace pages_accounts_detail {

/// The events of the case by title: those that stand, or those recorded in error.
forms::Choices titles_of_events(const http::Request& request, const Services& services,
                                const Case& found, bool in_error)
{
    forms::Choices choices;
    auto reading = store_of(request, services).read();
    for (const auto& event : events_of_case(reading, access::actor(request).agency, found.id))
        if (event.facts.known(Fact::recorded_in_error) == in_error)
            choices.emplace_back(event.id.text(), event_title(event));
    return choices;
}

/// The events of the case that an account can be about, by title.
forms::Choices events_to_choose(const http::Request& request, const Services& services,
                                const Case& found)
{
    return titles_of_events(request, services, found, false);
}

/// The event that was chosen, where it is one of the case.
std::optional<EventId> chosen_event(const http::Request& request, const Services& services,
                                    const Case& found)
{
    const auto choices = events_to_choose(request, services, found);
    for (const auto& [id, title] : choices)
        if (id == request.form()["event"]) return EventId::parse(id).value();
    return std::nullopt;
}

http::Response list_page(const http::Request& request, const Services& services, const Case& found,
                         forms::FormView form)
{
    const auto& agency = access::actor(request).agency;
    AccountsView view{.address = address_of(found.id), .form = std::move(form)};
    {
        auto reading = store_of(request, services).read();
        view.accounts = accounts_of_case(reading, agency, found.id);
    }
    view.events = events_to_choose(request, services, found);
    view.taken_back = titles_of_events(request, services, found, true);
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    view.start = start_of(request, view.address + "/accounts");
    view.may_change = may(request, services, "advice.change", found);
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "The child’s own account", accounts_view(view),
                     wrong);
}

http::Response show_accounts(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return list_page(request, services, std::get<Case>(entered), {});
}

http::Response form_page(const http::Request& request, const Services& services, const Case& found,
                         forms::FormView form)
{
    const auto own = address_of(found.id) + "/accounts/new";
    AccountFormView view{.action = own,
                         .form = std::move(form),
                         .start = start_of(request, own),
                         .by_adviser = true,
                         .events = events_to_choose(request, services, found)};
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, "Write down the child’s own account",
                     account_form_view(view), wrong);
}

http::Response show_new(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    http::Fields first;
    if (const auto event = request.query("event"); !event.empty())
        first.add("event", std::string(event));
    return form_page(request, services, std::get<Case>(entered),
                     first_view(request, services, std::move(first)).form);
}

http::Response take_down(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    auto typed = read_account(request.form());
    if (!typed.errors.empty())
        return form_page(request, services, found,
                         {.values = request.form().fields, .errors = std::move(typed.errors)});
    typed.told.written_by = WrittenBy::adviser;
    typed.told.taken_down_by = actor.user;
    typed.told.event = chosen_event(request, services, found);
    const auto now = services.guard->clock().now();
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"account"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         add_account(transaction, actor.agency, found.id, typed.told, now);
                         settle_after_account(transaction, actor.agency, found.id, actor.user, now);
                         return address_of(found.id) + "/accounts";
                     });
    if (path) return http::redirect(*path);
    return form_page(request, services, found,
                     {.values = request.form().fields, .errors = {path.error()}});
}

http::Response make_link(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const std::string about(request.form()["about"]);
    if (about.size() > 200)
        return list_page(request, services, found,
                         {.values = request.form().fields,
                          .errors = {bad_input("Say it in fewer words", "about")}});
    const auto event = chosen_event(request, services, found);
    const auto path =
        save_in_case(request, services, "advice.change", found, request.form(), {"links"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         NewLink link{.case_id = found.id,
                                      .purpose = LinkPurpose::account,
                                      .person = found.child,
                                      .thread = {},
                                      .about = about,
                                      .event = event};
                         link.made_by = actor.user;
                         const auto made = add_link(transaction, actor.agency, link,
                                                    *services.links, services.guard->clock().now());
                         return address_of(found.id) + "/links/" + made.id.text();
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_accounts_detail

void add_account_pages(http::Router& router, const Services& services)
{
    using namespace pages_accounts_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto change = services.guard->policy("advice.change");
    router.get("/advice/cases/{case}/accounts", services.guard->policy("advice.view"),
               page_of(show_accounts));
    router.get("/advice/cases/{case}/accounts/new", change, page_of(show_new));
    auto asked = asked_of_account();
    asked.emplace_back("event");
    router.post("/advice/cases/{case}/accounts/new", forms::taking(change, std::move(asked)),
                page_of(take_down));
    router.post("/advice/cases/{case}/accounts/link", forms::taking(change, {"about", "event"}),
                page_of(make_link));
}

} // namespace onroll::casework
