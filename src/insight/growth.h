// How a measure changed from one period to another, beside what it did elsewhere.
#pragma once

#include "insight/comparisons.h"
#include "insight/rules_change.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::insight {

/// A value in both periods, and what lies between.
struct Growth {
    double from = 0;
    double to = 0;
    Change change;
};

struct GrowthPicture {
    Period from{};
    Period to{};
    std::optional<Growth> area; ///< nothing where either value is hidden or absent
    std::optional<Growth> region;
    std::optional<Growth> england;
    std::optional<double> median_difference; ///< of all authorities that have both
    int grew_more = 0;                       ///< authorities whose value rose by more
    int of = 0;                              ///< authorities that have both
};

/// Differences are in the measure's unit, of unrounded values; a share of a small value is not
/// compared across areas.
GrowthPicture growth_of(db::Queries&, Comparisons&, const Measure&, const Area&, const Period& from,
                        const Period& to);

/// One sentence: "Suspension rate rose by 5.16 between 2014/15 and 2018/19; England rose by 1.48.
/// 8 of 150 areas rose by more." Empty where the area has no growth.
std::string growth_in_words(const GrowthPicture&, const Measure&);

} // namespace onroll::insight
