#include "casework/pages_case_frame.h"
#include "casework/store_case_states.h"
#include "casework/store_cases.h"
#include "casework/store_tasks.h"
#include "casework/views_case_state.h"

#include "design/page.h"
#include "forms/asked.h"
#include "forms/comparison.h"

#include <utility>

namespace onroll::casework {
namespace pages_case_state_detail {

http::Response form_page(const http::Request& request, const Services& services, const Case& found,
                         FirstView first)
{
    const auto& agency = access::actor(request).agency;
    const bool closed = found.state == CaseState::closed;
    const auto address = address_of(found.id);
    StateView view{.found = found,
                   .form = std::move(first.form),
                   .start =
                       start_of(request, address + (closed ? "/reopen" : "/state"), first.version),
                   .banner = std::move(first.banner),
                   .address = address};
    {
        auto reading = store_of(request, services).read();
        view.states = states_of_case(reading, agency, found.id);
        view.allocations = allocations_of_case(reading, agency, found.id);
        view.tasks = tasks_of_case(reading, agency, found.id);
        std::erase_if(view.tasks, [](const Task& task) { return task.state != TaskState::ended; });
    }
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found, closed ? "Open the case again" : "Change the state",
                     state_view(view), wrong);
}

http::Response show_state(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    http::Fields values;
    values.add("state", std::string(key_of(found.state)));
    values.add("priority", std::string(key_of(found.priority)));
    return form_page(request, services, found,
                     first_view(request, services, std::move(values), found.version));
}

http::Response show_reopen(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.reopen");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    if (found.state != CaseState::closed) return http::redirect(address_of(found.id));
    return form_page(request, services, found, first_view(request, services, {}, found.version));
}

struct Typed {
    NewState stated;
    std::vector<Error> errors;
};

Typed read_state(const http::Form& form, bool reopens)
{
    Typed typed;
    const auto state = reopens ? CaseState::open : case_state_named(form["state"]);
    if (state && *state != CaseState::closed)
        typed.stated.state = *state;
    else
        typed.errors.push_back(bad_input("Select a state", "state"));
    typed.stated.priority = priority_named(form["priority"]).value_or(Priority::ordinary);
    typed.stated.reason = std::string(form["reason"]);
    if (typed.stated.reason.empty() || typed.stated.reason.size() > 2'000)
        typed.errors.push_back(bad_input("Enter why, in 2,000 characters or fewer", "reason"));
    return typed;
}

/// What is saved now beside what was typed.
http::Response compare(const http::Request& request, const Services& services, const CaseId& id,
                       const NewState& typed)
{
    const auto& agency = access::actor(request).agency;
    auto reading = store_of(request, services).read();
    const auto saved = find_case(reading, agency, id);
    if (!saved) return http::failure(saved.error());
    if (saved->state == CaseState::closed) return http::redirect(address_of(id));
    const auto last = states_of_case(reading, agency, id).back();
    const auto address = address_of(id);
    auto state = forms::compared("state", "State", std::string(key_of(saved->state)),
                                 std::string(key_of(typed.state)));
    state.saved_words = in_words(saved->state);
    state.typed_words = in_words(typed.state);
    auto priority = forms::compared("priority", "Priority", std::string(key_of(saved->priority)),
                                    std::string(key_of(typed.priority)));
    priority.saved_words = in_words(saved->priority);
    priority.typed_words = in_words(typed.priority);
    auto comparison = forms::comparison_form(
        {.action = address + "/state",
         .start = {.page = address + "/state",
                   .form_token = access::actor(request).sign_in.form_token,
                   .version = std::to_string(saved->version)},
         .saved_by = services.name_of(agency, last.stated_by),
         .saved_when = {},
         .questions = {state, priority,
                       forms::compared("reason", "Why", last.reason, typed.reason)},
         .leave_href = address});
    return case_page(request, services, *saved, "Somebody else changed this case",
                     design::page_heading("Somebody else changed this case") + comparison);
}

/// The dates and tasks of a case that is open again: term dates may have changed while it was
/// closed.
void count_again(db::Transaction& transaction, const Services& services, const access::Actor& actor,
                 const CaseId& id)
{
    const auto opened = find_case(transaction, actor.agency, id);
    if (!opened || opened->state == CaseState::closed) return;
    recount(transaction, actor.agency, *opened, reckoner_of(services), actor.user,
            services.guard->clock().now(), "the case was opened again");
}

http::Response save_state(const http::Request& request, const Services& services, const Case& found,
                          std::string_view act)
{
    const auto& actor = access::actor(request);
    const auto form = forms::settled(request.form());
    const bool reopens = act == "advice.reopen";
    const auto typed = read_state(form, reopens);
    const auto version = version_in(form);
    const auto again = [&](std::vector<Error> errors) {
        return form_page(request, services, found,
                         {.form = {.values = form.fields, .errors = std::move(errors)},
                          .version = version,
                          .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors);
    const auto path = save_in_case(request, services, act, found, form, {"state"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       const auto changed = change_state(
                                           transaction, actor.agency, found.id, version,
                                           typed.stated, actor.user, services.guard->clock().now());
                                       if (!changed) return changed.error();
                                       if (reopens)
                                           count_again(transaction, services, actor, found.id);
                                       return address_of(found.id);
                                   });
    if (path) return http::redirect(*path);
    if (path.error().kind == ErrorKind::conflict)
        return compare(request, services, found.id, typed.stated);
    return again({path.error()});
}

http::Response change(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    return save_state(request, services, std::get<Case>(entered), "advice.change");
}

http::Response reopen(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.reopen");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    if (found.state != CaseState::closed) return http::redirect(address_of(found.id));
    return save_state(request, services, found, "advice.reopen");
}

} // namespace pages_case_state_detail

void add_case_state_pages(http::Router& router, const Services& services)
{
    using namespace pages_case_state_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/state", guard.policy("advice.change"), page_of(show_state));
    router.post("/advice/cases/{case}/state",
                forms::taking(guard.policy("advice.change"), {"state", "priority", "reason"}),
                page_of(change));
    router.get("/advice/cases/{case}/reopen", guard.policy("advice.reopen"), page_of(show_reopen));
    router.post("/advice/cases/{case}/reopen",
                forms::taking(guard.policy("advice.reopen"), {"state", "priority", "reason"}),
                page_of(reopen));
}

} // namespace onroll::casework
