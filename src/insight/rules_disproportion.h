// How much more often one group of pupils is suspended or excluded than another, with an interval,
// and never from fewer than three events. Follows Katz and others (1978). Pure.
#pragma once

#include "insight/rules_rates.h"

#include <optional>

namespace onroll::insight {

/// Events or pupils among the pupils of one group.
struct GroupCount {
    double count = 0;
    double pupils = 0; ///< above 0
};

/// What is counted: pupils, each once, or events, which one pupil may have several of.
enum class Counted { pupils, events };

/// The rate of the group over the rate of the others.
struct RateRatio {
    double ratio = 0;
    Interval interval; ///< 95%, on the logarithm
};

/// Below this many on either side no ratio is given.
inline constexpr double fewest_for_a_ratio = 3;

/// Nothing where either side has fewer than three, or no pupils.
/// Source: Katz, Baptista, Azen and Pike (1978), Biometrics 34; for events the 1/n terms drop.
std::optional<RateRatio> rate_ratio(const GroupCount& group, const GroupCount& others, Counted);

/// The interval of the ratio of two rates given the sum of the counts. Nothing where either side
/// has no pupils, or both have no events. Source: Clopper-Pearson limits of a/(a+b), turned round.
std::optional<Interval> exact_ratio_interval(const GroupCount& group, const GroupCount& others);

/// How many more for each 100 pupils: the group's rate less the others'. Nothing without pupils.
/// Source: risk difference, shown beside each ratio.
std::optional<double> difference_per_100(const GroupCount& group, const GroupCount& others);

/// The others: everybody less the group. Nothing where the group is larger than everybody.
/// Source: relative rate index, US Office of Juvenile Justice (2009), with "all others" as base.
std::optional<GroupCount> everybody_else(const GroupCount& everybody, const GroupCount& group);

} // namespace onroll::insight
