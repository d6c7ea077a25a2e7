// Hides what an area's own records would give away before any page, chart or download sees it.
// Published statistics come with their small numbers hidden already and do not pass through here.
#pragma once

#include "insight/comparisons.h"

#include <vector>

namespace onroll::insight {

/// Counts of one area in the weeks of a year, as they may be shown.
struct OwnWeeks {
    std::vector<AreaValue> weeks; ///< hidden ones are `suppressed` and hold no number
    double so_far = 0;            ///< all weeks together
    /// To the nearest five, since some week is hidden: from one import to the next the difference
    /// of two exact sums would be the newest week.
    bool so_far_is_rounded = false;
    int small = 0;             ///< weeks hidden because they are small
    int hidden_to_protect = 0; ///< weeks hidden because those could be worked back from them
    bool fewest = false;       ///< known to hide the least that is safe
};

/// Hides small weeks and what they could be worked back from. Weeks without a number stay as they
/// are.
OwnWeeks hide_small_weeks(std::vector<AreaValue> weeks);

/// A sum of weeks, to the nearest five where any of them is small.
double shown_sum_of_weeks(const std::vector<AreaValue>& weeks);

/// The sums up to and with each week. Where any week is small, all but the last are `suppressed`:
/// the difference of two of them would be a week.
std::vector<AreaValue> shown_running_sums(const std::vector<AreaValue>& weeks);

} // namespace onroll::insight
