// The events of a case as the history that the law engine reads, each on its own school's calendar,
// with what was taken for granted and what no law was asked about. Pure but for the schools that it
// is given.
#pragma once

#include "casework/types_events.h"

#include "check/story.h"
#include "law/owned_history.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// The school with its calendar; weekdays stand in where no term dates are held.
using SchoolFor =
    std::function<Result<check::FoundSchool>(const std::optional<Urn>& school, Date around)>;

struct ToldSchool {
    std::string urn; ///< empty for one that no list has
    std::string name;
    bool term_dates_held = true;
};

struct ToldHistory {
    law::OwnedHistory owned;
    std::vector<ToldSchool> schools;    ///< as history.schools
    std::vector<EventId> of_exclusion;  ///< the event of each exclusion of the history
    std::vector<EventId> of_movement;   ///< the event of each movement, in the engine's order
    std::vector<EventId> of_separation; ///< the event of each separation
    std::vector<std::string> taken;     ///< "The first day is taken as the day of the decision"
    std::vector<std::string> not_asked; ///< what could not be counted, and what is missing
    const law::History& history() const { return owned.history; }
    /// The event that a duty or finding is about.
    const EventId& event_of(law::Duty::Subject subject, std::size_t index) const;
};

ToldHistory told_history(const std::vector<Event>& events, const SchoolFor& school_for);

} // namespace onroll::casework
