// Dates in law whose day has passed: which of them somebody should look after, and what recorded
// facts say of them. Pure. A date that nobody asks about any more is how a family loses a right.
#pragma once

#include "casework/types_events.h"

#include "kernel/date.h"

#include <string_view>

namespace onroll::casework {

/// How long after its day a date in law is asked about.
/// Source: our convention: what nobody noted in four weeks is for the page of the case.
inline constexpr Days passed_dates_asked_for{28};

/// Whether a date of that name is asked about once its day has passed: what somebody had to do by
/// or on it, or what a family could ask for until then. `name` is as it is kept: the rule, the
/// duty, the body and the event.
/// Source: our convention, on the duties of docs/reference/law.
bool asks_whether_it_happened(std::string_view name);

/// Whether the facts of its event say that it was done. `words` say who had to be told.
/// Source: our convention: which recorded fact answers which duty.
bool happened_as_recorded(std::string_view name, std::string_view words, const Facts& facts);

} // namespace onroll::casework
