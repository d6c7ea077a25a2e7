#include "casework/types_case.h"

#include <algorithm>
#include <array>

namespace onroll::casework {
namespace types_case_detail {

struct StateWords {
    CaseState state;
    std::string_view key;
    std::string_view words;
};
constexpr std::array states{StateWords{CaseState::open, "open", "Open"},
                            StateWords{CaseState::waiting, "waiting", "Waiting list"},
                            StateWords{CaseState::inactive, "inactive", "Inactive"},
                            StateWords{CaseState::closed, "closed", "Closed"}};

struct PriorityWords {
    Priority priority;
    std::string_view key;
    std::string_view words;
};
constexpr std::array priorities{PriorityWords{Priority::urgent, "urgent", "Urgent"},
                                PriorityWords{Priority::soon, "soon", "Soon"},
                                PriorityWords{Priority::ordinary, "ordinary", "Ordinary"}};

struct LevelWords {
    Level level;
    std::string_view key;
    std::string_view words;
    std::string_view meaning;
};
constexpr std::array levels{
    LevelWords{Level::one, "1", "Level 1",
               "Information and general advice, done in one go. Usually under 2 hours."},
    LevelWords{Level::two, "2", "Level 2",
               "Help with papers, with the school or the council, over several contacts."},
    LevelWords{Level::three, "3", "Level 3",
               "Sustained casework: several issues or agencies, repeated meetings, exclusion "
               "hearings."},
    LevelWords{Level::four, "4", "Level 4", "Complex legal casework."},
    LevelWords{Level::tribunal, "tribunal", "Tribunal level",
               "Support through the SEND tribunal, before, during and after."}};

const StateWords& row_of(CaseState state)
{
    return *std::find_if(states.begin(), states.end(),
                         [&](const StateWords& row) { return row.state == state; });
}
const PriorityWords& row_of(Priority priority)
{
    return *std::find_if(priorities.begin(), priorities.end(),
                         [&](const PriorityWords& row) { return row.priority == priority; });
}
const LevelWords& row_of(Level level)
{
    return *std::find_if(levels.begin(), levels.end(),
                         [&](const LevelWords& row) { return row.level == level; });
}

} // namespace types_case_detail
using namespace types_case_detail;

std::string_view key_of(CaseState state)
{
    return row_of(state).key;
}
std::string_view in_words(CaseState state)
{
    return row_of(state).words;
}
std::optional<CaseState> case_state_named(std::string_view key)
{
    for (const auto& row : states)
        if (row.key == key) return row.state;
    return std::nullopt;
}
const std::vector<CaseState>& all_case_states()
{
    static const std::vector<CaseState> all{CaseState::open, CaseState::waiting,
                                            CaseState::inactive, CaseState::closed};
    return all;
}

std::string_view key_of(Priority priority)
{
    return row_of(priority).key;
}
std::string_view in_words(Priority priority)
{
    return row_of(priority).words;
}
std::optional<Priority> priority_named(std::string_view key)
{
    for (const auto& row : priorities)
        if (row.key == key) return row.priority;
    return std::nullopt;
}
const std::vector<Priority>& all_priorities()
{
    static const std::vector<Priority> all{Priority::urgent, Priority::soon, Priority::ordinary};
    return all;
}

std::string_view key_of(Level level)
{
    return row_of(level).key;
}
std::string_view in_words(Level level)
{
    return row_of(level).words;
}
std::string_view meaning_of(Level level)
{
    return row_of(level).meaning;
}
std::optional<Level> level_named(std::string_view key)
{
    for (const auto& row : levels)
        if (row.key == key) return row.level;
    return std::nullopt;
}
const std::vector<Level>& all_levels()
{
    static const std::vector<Level> all{Level::one, Level::two, Level::three, Level::four,
                                        Level::tribunal};
    return all;
}

} // namespace onroll::casework
