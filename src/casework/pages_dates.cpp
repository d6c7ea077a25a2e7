#include "casework/read_dates.h"

#include "casework/case_answers.h"
#include "casework/rules_school_days.h"
#include "casework/store.h"
#include "casework/store_answers.h"
#include "casework/store_events.h"
#include "casework/store_hand_over.h"
#include "casework/store_tasks.h"
#include "forms/asked.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_dates_detail {

constexpr std::size_t changes_shown = 20;

/// The kept name of each date that is ahead and has no task; empty for the others.
std::vector<std::string> names_without_task(const CaseAnswers& answers,
                                            const std::vector<TaskLine>& tasks)
{
    std::vector<std::string> names;
    for (const auto& date : answers.dated) {
        const auto kept =
            std::find_if(answers.to_keep.begin(), answers.to_keep.end(), [&](const KeptDate& one) {
                return one.event == date.event && one.due == date.due && one.type == date.type;
            });
        const bool over = kept == answers.to_keep.end() || date.state == law::RowState::past;
        const bool made =
            !over && std::any_of(tasks.begin(), tasks.end(), [&](const TaskLine& line) {
                return line.task.told.duty == kept->name;
            });
        names.push_back(over || made ? std::string() : kept->name);
    }
    return names;
}

http::Response show_dates(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.view");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    return case_page(request, services, found, "Dates and tasks",
                     dates_view(read_dates(request, services, found)));
}

/// The date that the form names, as it is kept now.
Result<KeptDate> date_in(db::Transaction& transaction, const access::AgencyId& agency,
                         const Case& found, const http::Form& form)
{
    for (auto& date : kept_dates(transaction, agency, found.id))
        if (date.name == form["date"]) return std::move(date);
    return bad_input("That date follows no more. Look at the dates again");
}

/// A task of it: to be done by its day, or, where that has passed, to find out today whether it
/// happened.
NewTask task_of(const Case& found, const KeptDate& date, Date today)
{
    const bool over = date.due && *date.due < today;
    return {.case_id = found.id,
            .title = over ? "Find out whether it happened: " + date.words : date.words,
            .due_on = over ? std::optional(today) : date.due,
            .duty = date.name};
}

std::string back_to(const http::Form& form, const Case& found)
{
    return form["from"] == "today" ? std::string("/advice") : address_of(found.id) + "/dates";
}

http::Response make_task(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const auto& clock = services.guard->clock();
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"task"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto date = date_in(transaction, actor.agency, found, form);
                         if (!date) return date.error();
                         add_task(transaction, actor.agency, task_of(found, *date, clock.today()),
                                  actor.user, clock.now());
                         return back_to(form, found);
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

/// What became of a date in law that has passed: kept as a task about it that is settled, so that
/// who said so, and when, stands in the case.
http::Response settle_date(const http::Request& request, const Services& services)
{
    auto entered = entered_case(request, services, "advice.change");
    if (auto* instead = std::get_if<http::Response>(&entered)) return std::move(*instead);
    const auto& found = std::get<Case>(entered);
    const auto& actor = access::actor(request);
    const auto& form = request.form();
    const bool happened = form["answer"] == "happened";
    if (!happened && form["answer"] != "not_needed")
        return http::failure(bad_input("Press “It happened” or “Not needed”"));
    const auto now = services.guard->clock().now();
    const auto path =
        save_in_case(request, services, "advice.change", found, form, {"task"},
                     [&](db::Transaction& transaction) -> Result<std::string> {
                         const auto date = date_in(transaction, actor.agency, found, form);
                         if (!date) return date.error();
                         const auto task = add_task(transaction, actor.agency,
                                                    {.case_id = found.id,
                                                     .title = date->words,
                                                     .due_on = date->due,
                                                     .duty = date->name},
                                                    actor.user, now);
                         const auto settled = change_task(
                             transaction, actor.agency, task, 1,
                             {.state = happened ? TaskState::done : TaskState::dropped,
                              .why = happened ? "It happened, as somebody noted after its day"
                                              : "Not needed, as somebody noted after its day"},
                             actor.user, now);
                         if (!settled) return settled.error();
                         return back_to(form, found);
                     });
    return path ? http::redirect(*path) : http::failure(path.error());
}

} // namespace pages_dates_detail

DatesView read_dates(const http::Request& request, const Services& services, const Case& found)
{
    using namespace pages_dates_detail;
    const auto& agency = access::actor(request).agency;
    const auto today = services.guard->clock().today();
    auto& store = store_of(request, services);
    recount_after_calendars(store, agency, reckoner_of(services), services.guard->clock().now());
    DatesView view{.address = address_of(found.id), .today = today};
    std::vector<Task> tasks;
    DaysSeenBySchool days;
    {
        auto reading = store.read();
        view.events = events_of_case(reading, agency, found.id);
        view.told = told_without_event(contacts_of_case(reading, agency, found.id), view.events,
                                       family_stories(reading, agency, found.id));
        view.changes = date_changes_of(reading, agency, found.id, changes_shown);
        tasks = tasks_of_case(reading, agency, found.id);
        days = days_counted(reading, agency, found.id);
    }
    view.answers = reckon_case(view.events, services.school_for, today).answers;
    for (auto& task : tasks) {
        auto href = address_of(found.id) + "/tasks/" + task.id.text();
        auto owner = task.told.owner ? services.name_of(agency, *task.told.owner) : std::string();
        const auto left =
            task.told.due_on ? school_days_to(days, today, *task.told.due_on) : std::nullopt;
        view.tasks.push_back({std::move(task), std::move(href), std::move(owner), left});
    }
    view.names = names_without_task(view.answers, view.tasks);
    view.may_change = may(request, services, "advice.change", found);
    view.start = [&request, page = view.address + "/dates"] { return start_of(request, page); };
    return view;
}

void add_date_pages(http::Router& router, const Services& services)
{
    using namespace pages_dates_detail;
    const auto page_of = [&](http::Response (*answer)(const http::Request&, const Services&)) {
        return
            [&services, answer](const http::Request& request) { return answer(request, services); };
    };
    const auto& guard = *services.guard;
    router.get("/advice/cases/{case}/dates", guard.policy("advice.view"), page_of(show_dates));
    router.post("/advice/cases/{case}/dates/task",
                forms::taking(guard.policy("advice.change"), {"date", "from"}), page_of(make_task));
    router.post("/advice/cases/{case}/dates/settle",
                forms::taking(guard.policy("advice.change"), {"date", "answer", "from"}),
                page_of(settle_date));
}

} // namespace onroll::casework
