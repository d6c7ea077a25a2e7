// When a council may open one of its own records in an emergency, for how long, and when that must
// be looked at. Pure. trust.md Z-06.
#pragma once

#include "kernel/date.h"

#include <chrono>
#include <string_view>

namespace onroll::access {

/// How long one opening lasts.
inline constexpr std::chrono::minutes glass_lasts{60};
/// The least that a reason says, in characters; spaces around it do not count.
inline constexpr std::size_t shortest_reason = 20;
inline constexpr std::size_t longest_reason = 2'000;
/// Working days until the review must be done.
inline constexpr int review_within = 5;

/// Whether a reason says enough: letters and not one key held down.
/// Source: trust.md Z-06 (20 characters or more); our reading: at least five different characters.
bool reason_says_enough(std::string_view reason);

/// The last day on which the review is in time.
/// Source: trust.md Z-06 (within 5 working days, the day of the opening not counted).
Date review_by(Date opened_on);

/// Whether a review that has not been done is late.
/// Source: trust.md Z-06.
bool review_is_late(Date review_by, Date today);

} // namespace onroll::access
