// A task: something to be done for a case or for the service, by somebody, by a day. Pure.
#pragma once

#include "casework/types_case.h"

#include "access/types.h"
#include "kernel/date.h"
#include "kernel/random_id.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

using TaskId = RandomId<struct TaskTag>;

/// open: ours to do. waiting: somebody else is to act. done, dropped: settled. ended: left undone
/// when its case closed; it comes back where the case opens again.
enum class TaskState { open, waiting, done, dropped, ended };

/// Nothing is to be done any more.
inline bool is_settled(TaskState state)
{
    return state != TaskState::open && state != TaskState::waiting;
}

struct NewTask {
    std::optional<CaseId> case_id{};
    std::string title;                     ///< "Ask the school for its reasons in writing"
    std::optional<Date> due_on{};          ///< last day; nothing where it has none
    std::optional<access::UserId> owner{}; ///< nobody: the caseworker's of that day
    std::string waiting_for{};             ///< who else is to act; empty where it is ours
    std::optional<std::string> duty{};     ///< the key of a duty that it follows from
    /// The minute of that day by which it is to be done, in London; nothing where the day is
    /// enough.
    std::optional<std::chrono::minutes> due_at{};

    bool operator==(const NewTask&) const = default;
};

struct Task {
    TaskId id;
    NewTask told;
    TaskState state = TaskState::open;
    std::chrono::sys_time<std::chrono::milliseconds> added_at{};
    access::UserId added_by;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> settled_at{};
    std::optional<access::UserId> settled_by{};
    std::int64_t version = 1; ///< raised by each change

    bool settled() const { return is_settled(state); }
    bool operator==(const Task&) const = default;
};

/// What a task said before it was changed.
struct TaskBefore {
    std::int64_t version = 1;
    std::chrono::sys_time<std::chrono::milliseconds> changed_at{};
    access::UserId changed_by;
    std::string why; ///< "The school closed on Thursday 3 December 2026"; may be empty
    std::string title;
    std::optional<Date> due_on{};
    TaskState state = TaskState::open;
    std::string waiting_for;
    std::optional<std::chrono::minutes> due_at{};
};

/// What a task to ask after a signpost has instead of a duty: no date in law moves it.
inline constexpr std::string_view of_a_signpost = "signpost ";
inline bool asks_after_a_signpost(const NewTask& task)
{
    return task.duty && task.duty->starts_with(of_a_signpost);
}

/// What a task to ask for the child's own account has instead of a duty: it moves with its meeting.
inline constexpr std::string_view of_an_account = "account ";
inline bool asks_for_an_account(const NewTask& task)
{
    return task.duty && task.duty->starts_with(of_an_account);
}

/// Whether it follows from a date in law.
inline bool rests_on_law(const NewTask& task)
{
    return task.duty && !asks_after_a_signpost(task) && !asks_for_an_account(task);
}

/// The title of the task to stop a copy whose reader may not have all its words any more.
inline constexpr std::string_view stop_a_copy =
    "A paper that was given holds words that must not reach its reader now. See Papers: stop this "
    "copy and prepare another";

/// "waiting": the word in the store and in forms.
std::string_view key_of(TaskState state);
std::optional<TaskState> task_state_named(std::string_view key);
/// "Waiting for someone else".
std::string_view in_words(TaskState state);

} // namespace onroll::casework
