// Where an event stands: an exclusion changes its state and is never taken away. Pure.
#pragma once

#include "casework/types_events.h"

#include <optional>
#include <string>

namespace onroll::casework {

/// Figures of removed work are stored by these numbers: another goes to the end.
enum class EventStanding : std::uint8_t {
    recorded, ///< not an exclusion
    stands,
    upheld_by_board,
    review_asked,
    upheld_by_panel,
    back_to_board, ///< recommended or quashed: the governors must think again
    upheld_again,
    reinstated,
    reinstated_after_review,
    cancelled,
    taken_back, ///< home education that was reversed
    in_error,
};

struct EventState {
    EventStanding standing = EventStanding::recorded;
    std::optional<Date> since{};
    bool operator==(const EventState&) const = default;
};

/// The state that the facts show, by the last stage that was reached.
/// Source: School Discipline Regulations 2012, regulations 5 to 8; statutory guidance, parts 7 to 9
/// (cancelling, the governing board's decision, the review and reconsideration).
EventState state_of(const Event& event);

/// "Reinstated by the governors".
/// Source: glossary.
std::string in_words(EventStanding standing);

/// How an exclusion goes on being counted in that state; empty for what is no exclusion.
/// Source: exclusion statistics count exclusions made, and those reinstated or quashed beside them;
/// our convention that nothing is taken out of the history.
std::string counted_as(EventStanding standing);

} // namespace onroll::casework
