#include "casework/types_tasks.h"

#include "platform/clock/clock.h"

#include <array>
#include <utility>

namespace onroll::casework {
namespace types_tasks_detail {

struct StateWords {
    TaskState state;
    std::string_view key;
    std::string_view words;
};
constexpr std::array<StateWords, 4> task_states{
    {{TaskState::open, "open", "To do"},
     {TaskState::waiting, "waiting", "Waiting for someone else"},
     {TaskState::done, "done", "Done"},
     {TaskState::dropped, "dropped", "No longer needed"}}};

} // namespace types_tasks_detail
using namespace types_tasks_detail;

std::string_view key_of(TaskState state)
{
    return task_states[static_cast<std::size_t>(state)].key;
}

std::optional<TaskState> task_state_named(std::string_view key)
{
    for (const auto& row : task_states)
        if (row.key == key) return row.state;
    return std::nullopt;
}

std::string_view in_words(TaskState state)
{
    return task_states[static_cast<std::size_t>(state)].words;
}

std::string by_time(const std::optional<std::chrono::minutes>& due_at)
{
    return due_at ? ", by " + time_in_words(*due_at) : std::string();
}

} // namespace onroll::casework
