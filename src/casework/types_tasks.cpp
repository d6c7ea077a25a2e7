#include "casework/types_tasks.h"

#include <array>
#include <utility>

namespace onroll::casework {
namespace types_tasks_detail {

struct StateWords {
    TaskState state;
    std::string_view key;
    std::string_view words;
};
constexpr std::array<StateWords, 5> task_states{
    {{TaskState::open, "open", "To do"},
     {TaskState::waiting, "waiting", "Waiting for someone else"},
     {TaskState::done, "done", "Done"},
     {TaskState::dropped, "dropped", "No longer needed"},
     {TaskState::ended, "ended", "Ended with the case"}}};

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

} // namespace onroll::casework
