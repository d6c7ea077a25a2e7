// The family's journey, put together from the record: exclusions and moves at school, waits for
// what a child needs, agencies, and what it felt like; and the trail of unmet needs beside the
// sanctions. Pure. capabilities.md N43, R10.
#pragma once

#include "casework/types_events.h"
#include "casework/types_needs.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// How a stretch is drawn: something that goes on, a wait, or one day.
enum class StretchKind : std::uint8_t { going_on, wait, day };

struct Stretch {
    std::string lane; ///< "School", "Hearing", "Early help"
    StretchKind kind = StretchKind::day;
    Date from{};
    std::optional<Date> until{}; ///< nothing: it goes on
    std::string words;           ///< "Suspension, 3 days"
    std::optional<int> feeling{};
    std::optional<JourneyId> told{}; ///< where the family told it: that part
};

struct Journey {
    std::vector<std::string> lanes; ///< school first, then in the order of their first day
    std::vector<Stretch> stretches; ///< by first day
    Date from{};
    Date until{}; ///< today, or the last day told
    bool empty() const { return stretches.empty(); }
};

/// Source: paper 004, journeys of Caroline, Lucy and Julie: agencies, waits and feelings on one
/// line of time; how they are laid out is our convention.
Journey journey_of(const std::vector<Event>& events, const std::vector<Need>& needs,
                   const std::vector<JourneyPart>& told, Date today);

/// How many sanctions fell while a need was known and nobody had seen the child about it.
struct Unmet {
    int sanctions = 0; ///< exclusions and informal ones, those in error left out
    int while_unmet = 0;
};
/// Source: paper 000, chapter 4 (needs that were not looked into stand beside the sanctions); that
/// a need turned down still counts as unmet is our convention.
Unmet sanctions_while_unmet(const std::vector<Event>& events, const std::vector<Need>& needs);

} // namespace onroll::casework
