#include "casework/store_tasks.h"

#include "casework/store_rows.h"

#include "kernel/ensure.h"
#include "platform/crypto/new_id.h"

#include <functional>
#include <optional>
#include <utility>

namespace onroll::casework {
namespace store_tasks_detail {

std::optional<std::int64_t> due_minute_of(const std::optional<std::chrono::minutes>& due_at)
{
    return due_at ? std::optional<std::int64_t>(due_at->count()) : std::nullopt;
}

std::optional<std::chrono::minutes> time_from(const db::Rows& rows)
{
    const auto minute = rows.optional_integer("due_minute");
    return minute ? std::optional(std::chrono::minutes{*minute}) : std::nullopt;
}

TaskState state_from(const db::Rows& rows)
{
    const auto state = task_state_named(rows.text("state"));
    ensure(state.has_value(), "the store holds only states of a task that it was given");
    return *state;
}

/// Changes a task as `change_of` says, as it is by then: a colleague may have saved it since it was
/// read.
void change_as_it_is(db::Transaction& transaction, const access::AgencyId& agency, Task task,
                     const std::function<std::optional<TaskChange>(const Task&)>& change_of,
                     const access::UserId& by, Instant now)
{
    while (const auto change = change_of(task)) {
        if (change_task(transaction, agency, task.id, task.version, *change, by, now)) return;
        auto saved = find_task(transaction, agency, task.id);
        if (!saved || saved->version == task.version) return;
        task = std::move(*saved);
    }
}

} // namespace store_tasks_detail
using namespace store_tasks_detail;

TaskId add_task(db::Transaction& transaction, const access::AgencyId& agency, const NewTask& task,
                const access::UserId& by, Instant now)
{
    const auto id = crypto::new_id<TaskId>();
    const auto state = task.waiting_for.empty() ? TaskState::open : TaskState::waiting;
    transaction.run(sql()("add_task"), agency.text(), id.text(), text_or_nothing(task.case_id),
                    task.title, task.due_on, due_minute_of(task.due_at),
                    text_or_nothing(task.owner), key_of(state), task.waiting_for, task.duty, now,
                    by.text());
    return id;
}

Result<void> change_task(db::Transaction& transaction, const access::AgencyId& agency,
                         const TaskId& id, std::int64_t version, const TaskChange& change,
                         const access::UserId& by, Instant now)
{
    const auto there = find_task(transaction, agency, id);
    if (!there) return there.error();
    const auto kept = transaction.run(sql()("keep_task_before"), now, by.text(), change.why,
                                      agency.text(), id.text(), version);
    if (kept == 0)
        return Error{ErrorKind::conflict,
                     "Somebody changed this task while you were writing. Look at it again",
                     {},
                     {}};
    auto told = there->told;
    if (!change.title.empty()) told.title = change.title;
    if (change.due_on && told.due_on != *change.due_on) {
        told.due_on = *change.due_on;
        told.due_at.reset();
    }
    if (change.due_at) told.due_at = *change.due_at;
    if (change.owner) told.owner = *change.owner;
    if (change.waiting_for) told.waiting_for = *change.waiting_for;
    const auto state = change.state.value_or(there->state);
    const bool settled = is_settled(state);
    const auto settled_at =
        settled ? std::optional<Instant>(there->settled_at.value_or(now)) : std::nullopt;
    const auto settled_by =
        settled ? std::optional<access::UserId>(there->settled_by.value_or(by)) : std::nullopt;
    transaction.run(sql()("change_task"), told.title, told.due_on, due_minute_of(told.due_at),
                    text_or_nothing(told.owner), key_of(state), told.waiting_for, settled_at,
                    text_or_nothing(settled_by), agency.text(), id.text(), version);
    return {};
}

void end_tasks_with_case(db::Transaction& transaction, const access::AgencyId& agency,
                         const CaseId& case_id, const access::UserId& by, Instant now)
{
    const auto ends = [](const Task& task) -> std::optional<TaskChange> {
        if (task.settled()) return std::nullopt;
        return TaskChange{.state = TaskState::ended, .why = "The case was closed"};
    };
    for (auto& task : tasks_of_case(transaction, agency, case_id))
        change_as_it_is(transaction, agency, std::move(task), ends, by, now);
}

void bring_back_tasks(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& case_id, const access::UserId& by, Instant now)
{
    const auto comes_back = [](const Task& task) -> std::optional<TaskChange> {
        if (task.state != TaskState::ended) return std::nullopt;
        const auto state = task.told.waiting_for.empty() ? TaskState::open : TaskState::waiting;
        return TaskChange{.state = state, .why = "The case was opened again"};
    };
    for (auto& task : tasks_of_case(transaction, agency, case_id))
        change_as_it_is(transaction, agency, std::move(task), comes_back, by, now);
}

Task task_from(const db::Rows& rows)
{
    const auto case_id = rows.optional_text("case_id");
    return {
        .id = TaskId::parse(rows.text("id")).value(),
        .told = {.case_id = case_id ? std::optional(CaseId::parse(*case_id).value()) : std::nullopt,
                 .title = rows.text("title"),
                 .due_on = rows.optional_date("due_on"),
                 .owner = optional_user(rows, "owner"),
                 .waiting_for = rows.text("waiting_for"),
                 .duty = rows.optional_text("duty"),
                 .due_at = time_from(rows)},
        .state = state_from(rows),
        .added_at = rows.instant("added_at"),
        .added_by = access::UserId::parse(rows.text("added_by")).value(),
        .settled_at = rows.optional_instant("settled_at"),
        .settled_by = optional_user(rows, "settled_by"),
        .version = rows.integer("version")};
}

Result<Task> find_task(db::Queries& database, const access::AgencyId& agency, const TaskId& id)
{
    auto rows = database.query(sql()("find_task"), agency.text(), id.text());
    if (!rows.next()) return not_found("The page was not found. Check the address");
    return task_from(rows);
}

std::vector<Task> tasks_of_case(db::Queries& database, const access::AgencyId& agency,
                                const CaseId& case_id)
{
    auto rows = database.query(sql()("tasks_of_case"), agency.text(), case_id.text());
    std::vector<Task> tasks;
    while (rows.next()) tasks.push_back(task_from(rows));
    return tasks;
}

std::vector<TaskBefore> task_history(db::Queries& database, const access::AgencyId& agency,
                                     const TaskId& id)
{
    auto rows = database.query(sql()("task_history"), agency.text(), id.text());
    std::vector<TaskBefore> history;
    while (rows.next())
        history.push_back({.version = rows.integer("version"),
                           .changed_at = rows.instant("changed_at"),
                           .changed_by = access::UserId::parse(rows.text("changed_by")).value(),
                           .why = rows.text("why"),
                           .title = rows.text("title"),
                           .due_on = rows.optional_date("due_on"),
                           .state = state_from(rows),
                           .waiting_for = rows.text("waiting_for"),
                           .due_at = time_from(rows)});
    return history;
}

} // namespace onroll::casework
