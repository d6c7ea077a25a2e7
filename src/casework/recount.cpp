#include "casework/recount.h"

#include "casework/account_tasks.h"
#include "casework/case_answers.h"
#include "casework/rules_date_changes.h"
#include "casework/store_events.h"
#include "casework/store_tasks.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace onroll::casework {
namespace recount_detail {

struct Settling {
    db::Transaction& transaction;
    const access::AgencyId& agency;
    const Case& counted;
    const access::UserId& by;
    Instant now;

    void change(const Task& task, TaskChange to) const
    {
        const auto done =
            change_task(transaction, agency, task.id, task.version, std::move(to), by, now);
        ensure(done.has_value(), "a task read in this transaction is at the version read");
    }
};

std::string because(const std::vector<DateChange>& changes, const std::string& name,
                    const std::string& why)
{
    const auto found = std::find_if(changes.begin(), changes.end(),
                                    [&](const DateChange& one) { return one.name == name; });
    return found == changes.end() ? why : found->why;
}

/// A task to find out whether something happened is due after the day that it is about, and no task
/// moves to a day before somebody made it.
bool is_before_it_was_made(const Task& task, const std::optional<Date>& due)
{
    return due && *due < in_london(task.added_at).date;
}

/// Tasks that were made from a date move with it, and are settled when it follows no more.
void move_tasks(const Settling& settle, const std::vector<Task>& tasks,
                const std::vector<KeptDate>& now, const std::vector<DateChange>& changes,
                const std::string& why)
{
    for (const auto& task : tasks) {
        if (task.settled() || !rests_on_law(task.told)) continue;
        const auto date = std::find_if(now.begin(), now.end(), [&](const KeptDate& one) {
            return one.name == *task.told.duty;
        });
        const auto reason = because(changes, *task.told.duty, why);
        if (date == now.end())
            settle.change(task, {.state = TaskState::dropped, .why = reason});
        else if (date->due != task.told.due_on && !is_before_it_was_made(task, date->due))
            settle.change(task, {.due_on = std::optional(date->due), .why = reason});
    }
}

/// A task for each date of the kind that must not be forgotten, once; none for a day that has
/// passed.
void make_tasks(const Settling& settle, const std::vector<Task>& tasks,
                const std::vector<KeptDate>& now, Date today)
{
    std::vector<std::pair<std::string, Date>> made;
    for (const auto& date : now) {
        const auto title = task_from(date);
        if (!title || !date.due || *date.due < today) continue;
        const bool there = std::any_of(tasks.begin(), tasks.end(), [&](const Task& task) {
            return task.told.duty == date.name ||
                   (!task.settled() && task.told.title == *title && task.told.due_on == date.due);
        });
        const std::pair<std::string, Date> same{*title, *date.due};
        if (there || std::find(made.begin(), made.end(), same) != made.end()) continue;
        made.push_back(same);
        add_task(
            settle.transaction, settle.agency,
            {.case_id = settle.counted.id, .title = *title, .due_on = date.due, .duty = date.name},
            settle.by, settle.now);
    }
}

} // namespace recount_detail

std::vector<DateChange> recount(db::Transaction& transaction, const access::AgencyId& agency,
                                const Case& counted, const Reckoner& reckoner,
                                const access::UserId& by, Instant now, const std::string& why)
{
    using namespace recount_detail;
    const auto today = in_london(now).date;
    const auto events = events_of_case(transaction, agency, counted.id);
    const auto before = kept_dates(transaction, agency, counted.id);
    const auto days_before = days_counted(transaction, agency, counted.id);
    const auto reckoned = reckon_case(events, reckoner.school_for, today);
    const auto& dates = reckoned.answers.to_keep;
    auto changes = date_changes(before, dates, days_before, reckoned.days, why);
    for (auto& change : changes) change.changed_at = now;
    keep_dates(transaction, agency, counted.id, before, dates);
    keep_days_counted(transaction, agency, counted.id, reckoned.days);
    add_date_changes(transaction, agency, counted.id, changes);
    const Settling settle{transaction, agency, counted, by, now};
    const auto tasks = tasks_of_case(transaction, agency, counted.id);
    move_tasks(settle, tasks, dates, changes, why);
    make_tasks(settle, tasks, dates, today);
    ask_for_accounts(transaction, agency, counted.id, events, dates, by, now, why);
    return changes;
}

void recount_after_calendars(db::Database& database, const access::AgencyId& agency,
                             const Reckoner& reckoner, Instant now)
{
    const auto revision = reckoner.calendar_revision();
    std::vector<Case> cases;
    {
        auto reading = database.read();
        if (calendar_seen(reading, agency) == revision) return;
        cases = cases_with_dates(reading, agency);
    }
    db::with_retry(database, "recount dates", [&](db::Transaction& transaction) {
        for (const auto& one : cases)
            recount(transaction, agency, one, reckoner, one.caseworker.value_or(one.opened_by), now,
                    "the school’s term dates changed");
        note_calendar_seen(transaction, agency, revision);
    });
}

} // namespace onroll::casework
