// What a family told the checker, as an event with its facts, so that nothing is told twice. Only
// what the family said: a day that it does not know stays not known. Pure. capabilities.md N07.
#pragma once

#include "casework/types_events.h"

#include "check/answers.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

struct StoryEvent {
    EventKind kind = EventKind::suspension;
    Facts facts; ///< without the school's name, which the answers do not hold
    /// What the family said that has no day in the answers, to be asked.
    std::vector<std::string> to_ask{};
};

/// The tick of `letter_says` that says that only what the checker asks was looked for: what it does
/// not ask is then not said to be missing.
inline constexpr std::string_view only_as_the_checker_asks = "only_as_the_checker_asks";

/// Nothing where the family is not sure what happened.
std::optional<StoryEvent> event_of_story(const check::Answers& answers);

} // namespace onroll::casework
