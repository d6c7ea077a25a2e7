#include "casework/pages_close.h"

#include "casework/pages_case_frame.h"
#include "casework/store_actions.h"
#include "casework/store_cases.h"
#include "casework/store_close.h"
#include "casework/store_feedback.h"
#include "casework/store_levels.h"
#include "casework/store_next_steps.h"
#include "casework/store_releases.h"
#include "casework/store_tasks.h"
#include "casework/views_close.h"

#include "design/page.h"
#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
TypedClose read_close(const http::Form& form)
{
    TypedClose typed;
    for (const auto key : form.all("outcomes"))
        if (const auto outcome = outcome_named(key)) typed.told.outcomes.push_back(*outcome);
    if (typed.told.outcomes.empty())
        typed.errors.push_back(bad_input("Select what came of it", "outcomes"));
    typed.told.summary = std::string(form["summary"]);
    if (typed.told.summary.size() > 10'000)
        typed.errors.push_back(bad_input("This must be 10,000 characters or fewer", "summary"));
    const auto impact = [&](const char* name, const char* message) {
        const auto given = impact_named(form[name]);
        if (!given) typed.errors.push_back(bad_input(message, name));
        return given.value_or(Impact::not_known);
    };
    typed.told.family = impact("family", "Select the impact on the child and family");
    typed.told.school = impact("school", "Select the impact on the school");
    typed.told.authority = impact("authority", "Select the impact on the authority");
    return typed;
}

namespace pages_close_detail {

/// What ends with the case, or ended with it.
std::vector<Task> ending_tasks_of(db::Queries& reading, const access::AgencyId& agency,
                                  const Case& found)
{
    const bool closed = found.state == CaseState::closed;
    auto tasks = tasks_of_case(reading, agency, found.id);
    std::erase_if(tasks, [&](const Task& task) {
        return closed ? task.state != TaskState::ended : task.settled();
    });
    return tasks;
}

/// The task to stop a copy may outlast the copy: nothing settles it when the copy is stopped.
bool is_copy_to_stop(db::Queries& reading, const access::AgencyId& agency, const Case& found,
                     const std::vector<Task>& tasks)
{
    if (std::none_of(tasks.begin(), tasks.end(),
                     [](const Task& task) { return task.told.title == stop_a_copy; }))
        return false;
    const auto releases = releases_of_case(reading, agency, found.id);
    return std::any_of(releases.begin(), releases.end(), [](const Release& release) {
        return release.state == ReleaseState::released;
    });
}

http::Response close_page(const http::Request& request, const Services& services, const Case& found,
                          FirstView first)
{
    const auto& agency = access::actor(request).agency;
    const auto address = address_of(found.id);
    CloseView view{.found = found,
                   .address = address,
                   .form = std::move(first.form),
                   .start = start_of(request, address + "/close", first.version),
                   .banner = std::move(first.banner)};
    view.may_close = may(request, services, "advice.close", found);
    view.may_reopen = may(request, services, "advice.reopen", found);
    view.may_ask = may(request, services, "advice.ask_feedback", found);
    view.may_change_tasks = may(request, services, "advice.change", found);
    view.ask_start = start_of(request, address + "/close");
    view.name_of = [&](const access::UserId& user) { return services.name_of(agency, user); };
    {
        auto reading = store_of(request, services).read();
        view.moves = levels_of_case(reading, agency, found.id);
        view.closes = closes_of_case(reading, agency, found.id);
        view.next_steps = {.address = address,
                           .steps = next_steps_of_case(reading, agency, found.id),
                           .may_change = view.may_change_tasks};
        view.tasks = ending_tasks_of(reading, agency, found);
        view.copy_to_stop = is_copy_to_stop(reading, agency, found, view.tasks);
        const auto hours = hours_of(reading, agency, found.id);
        view.hours_in_all = hours_in_words(hours.total);
        for (const auto& stage : hours.by_stage)
            view.hours.emplace_back(in_words(stage.stage), hours_in_words(stage.time));
        view.links =
            count_feedback_links(reading, agency, found.id, services.guard->clock().today());
    }
    const bool wrong = !view.form.errors.empty();
    return case_page(request, services, found,
                     found.state == CaseState::closed ? "How this case ended" : "Close this case",
                     close_view(view), wrong);
}

http::Response show_close(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    return close_page(request, services, found, first_view(request, services, {}, found.version));
}

http::Response close(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.close");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto typed = read_close(form);
    const auto again = [&](std::vector<Error> errors, std::int64_t version) {
        return close_page(request, services, found,
                          {.form = {.values = form.fields, .errors = std::move(errors)},
                           .version = version,
                           .banner = {}});
    };
    if (!typed.errors.empty()) return again(typed.errors, version_in(form));
    const auto path = save_in_case(request, services, "advice.close", found, form, {"state"},
                                   [&](db::Transaction& transaction) -> Result<std::string> {
                                       const auto closed = close_case(
                                           transaction, actor.agency, found.id, version_in(form),
                                           typed.told, actor.user, services.guard->clock().now());
                                       if (!closed) return closed.error();
                                       return address_of(found.id) + "/close";
                                   });
    if (path) return http::redirect(*path);
    // Nothing of what was typed is lost: it stands in the form, which now has the saved version.
    if (path.error().kind == ErrorKind::conflict)
        return again({bad_input("Somebody changed this case while you were writing. Look at its "
                                "overview, then close it")},
                     found.version);
    return again({path.error()}, version_in(form));
}

/// The link is shown once, in the answer to the form: no address and no store holds it.
http::Response make_link(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.ask_feedback");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto today = services.guard->clock().today();
    std::string secret;
    const auto path = save_in_case(request, services, "advice.ask_feedback", found, request.form(),
                                   {}, [&](db::Transaction& transaction) -> Result<std::string> {
                                       secret = make_feedback_link(transaction, actor.agency,
                                                                   found.id, actor.user, today);
                                       return address_of(found.id) + "/close";
                                   });
    if (!path) return http::failure(path.error());
    if (secret.empty()) return http::redirect(*path);
    const auto site = access::visit_of(request, *services.access).site;
    return case_page(
        request, services, found, "A link that asks how it went",
        feedback_link_view(site + "/how-did-we-do/" + actor.agency.text() + "/" + secret,
                           address_of(found.id), today + feedback_links_last));
}

} // namespace pages_close_detail

void add_close_pages(http::Router& router, const Services& services)
{
    using namespace pages_close_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/close", guard.policy("advice.view"), page_of(show_close));
    router.post("/advice/cases/{case}/close",
                forms::taking(guard.policy("advice.close"),
                              {"outcomes", "summary", "family", "school", "authority"}),
                page_of(close));
    router.post("/advice/cases/{case}/feedback-link",
                forms::taking(guard.policy("advice.ask_feedback"), forms::Asked{}),
                page_of(make_link));
}

} // namespace onroll::casework
