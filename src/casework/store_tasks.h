// Tasks in the advice service's own store. Every question names the agency; nothing is ever
// deleted: a task is settled, and what it said before each change is kept. trust.md W-01, D7.
#pragma once

#include "casework/types_tasks.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <string>
#include <vector>

namespace onroll::casework {

/// Adds a task: waiting where it names who else is to act, else open.
TaskId add_task(db::Transaction& transaction, const access::AgencyId& agency, const NewTask& task,
                const access::UserId& by, Instant now);

/// What a task becomes; what is absent stays.
struct TaskChange {
    std::string title{};                         ///< empty: stays
    std::optional<std::optional<Date>> due_on{}; ///< an inner nothing takes the day away
    std::optional<std::optional<access::UserId>> owner{};
    std::optional<TaskState> state{};
    std::optional<std::string> waiting_for{};
    std::string why{}; ///< kept with what it said before
    /// The time goes with its day: a change of day alone takes it away.
    std::optional<std::optional<std::chrono::minutes>> due_at{};
};
/// Changes a task and keeps what it said. conflict where `version` is not the saved one; not_found
/// for a task of no or another agency.
Result<void> change_task(db::Transaction& transaction, const access::AgencyId& agency,
                         const TaskId& id, std::int64_t version, const TaskChange& change,
                         const access::UserId& by, Instant now);

/// Ends what is still to be done in a case that closes, each with its state.
void end_tasks_with_case(db::Transaction& transaction, const access::AgencyId& agency,
                         const CaseId& case_id, const access::UserId& by, Instant now);
/// Brings back those that ended with the case, and no others: it opens again.
void bring_back_tasks(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& case_id, const access::UserId& by, Instant now);

/// not_found for a task of no or another agency: the same words for both (trust.md Z-03).
Result<Task> find_task(db::Queries& database, const access::AgencyId& agency, const TaskId& id);

/// The task of a row that has every column of find_task.
Task task_from(const db::Rows& rows);

/// Those of a case, what falls due first first, those without a day after, the settled last.
std::vector<Task> tasks_of_case(db::Queries& database, const access::AgencyId& agency,
                                const CaseId& case_id);

/// What a task said before, the newest first.
std::vector<TaskBefore> task_history(db::Queries& database, const access::AgencyId& agency,
                                     const TaskId& id);

} // namespace onroll::casework
