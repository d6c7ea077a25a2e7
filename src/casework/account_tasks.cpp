#include "casework/account_tasks.h"

#include "casework/rules_accounts.h"
#include "casework/store_accounts.h"
#include "casework/store_answers.h"
#include "casework/store_events.h"
#include "casework/store_tasks.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace account_tasks_detail {

bool is_heard(const MeetingAhead& meeting, const std::vector<Account>& accounts)
{
    return std::any_of(accounts.begin(), accounts.end(), [&](const Account& one) {
        return is_heard_for(meeting, one.told, in_london(one.told_at).date);
    });
}

const MeetingAhead* meeting_of(const Task& task, const std::vector<MeetingAhead>& ahead)
{
    const auto found = std::find_if(ahead.begin(), ahead.end(), [&](const MeetingAhead& meeting) {
        return task_key(meeting) == *task.told.duty;
    });
    return found == ahead.end() ? nullptr : &*found;
}

/// Dropped, and for an earlier day: a meeting set for a later one is asked about anew.
bool fell_away(const Task& task, const MeetingAhead& meeting, Date today)
{
    return task.state == TaskState::dropped && task.told.due_on && *task.told.due_on < today &&
           *task.told.due_on < meeting.on - Days{1};
}

/// What a task becomes; nothing where it stays.
std::optional<TaskChange> changed(const Task& task, const MeetingAhead* meeting, bool heard,
                                  Date today, const std::string& why)
{
    if (!meeting) return TaskChange{.state = TaskState::dropped, .why = why};
    if (heard) return TaskChange{.state = TaskState::done, .why = "The child’s account was given"};
    const auto day = task_day(*meeting, today);
    if (task.told.due_on == day) return std::nullopt;
    return TaskChange{.due_on = std::optional(std::optional(day)), .why = why};
}

} // namespace account_tasks_detail

void ask_for_accounts(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& case_id, const std::vector<Event>& events,
                      const std::vector<KeptDate>& dates, const access::UserId& by, Instant now,
                      const std::string& why)
{
    using namespace account_tasks_detail;
    const auto today = in_london(now).date;
    const auto ahead = meetings_ahead(events, dates, today);
    const auto accounts = accounts_of_case(transaction, agency, case_id);
    const auto tasks = tasks_of_case(transaction, agency, case_id);
    for (const auto& task : tasks) {
        if (task.settled() || !asks_for_an_account(task.told)) continue;
        const auto* meeting = meeting_of(task, ahead);
        auto to = changed(task, meeting, meeting && is_heard(*meeting, accounts), today, why);
        if (!to) continue;
        const auto done =
            change_task(transaction, agency, task.id, task.version, std::move(*to), by, now);
        ensure(done.has_value(), "a task read in this transaction is at the version read");
    }
    for (const auto& meeting : ahead) {
        const auto key = task_key(meeting);
        const bool there = std::any_of(tasks.begin(), tasks.end(), [&](const Task& task) {
            return task.told.duty == key && !fell_away(task, meeting, today);
        });
        if (there || is_heard(meeting, accounts)) continue;
        add_task(transaction, agency,
                 {.case_id = case_id,
                  .title = task_title(meeting.kind),
                  .due_on = task_day(meeting, today),
                  .duty = key},
                 by, now);
    }
}

void settle_after_account(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& case_id, const access::UserId& by, Instant now)
{
    ask_for_accounts(transaction, agency, case_id, events_of_case(transaction, agency, case_id),
                     kept_dates(transaction, agency, case_id), by, now, "The meeting is not ahead");
}

} // namespace onroll::casework
