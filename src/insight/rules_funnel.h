// Which areas differ from the whole by more than chance, and by more than areas usually do.
// Follows Spiegelhalter (2005), Statistics in Medicine 24. Pure.
#pragma once

#include "insight/rules_shrinkage.h"

#include <optional>
#include <vector>

namespace onroll::insight {

/// The lines of a funnel at one size of area, as events for one pupil.
struct FunnelLimits {
    double low_95 = 0;
    double high_95 = 0;
    double low_998 = 0;
    double high_998 = 0;
    bool exact_poisson = false; ///< fewer than 10 events are expected: the lines are whole counts
};

/// An area's distance from the whole, in standard errors.
struct FunnelPoint {
    double rate = 0; ///< events for one pupil
    double naive_z = 0;
    double multiplicative_z = 0;
    double additive_z = 0;
};

struct Funnel {
    double overall = 0;                         ///< theta: events for one pupil
    double low_quantile = 0, high_quantile = 0; ///< of naive z, where it is winsorised
    double dispersion = 0;                      ///< phi
    double variance_between = 0;                ///< tau squared
    std::vector<FunnelPoint> points;            ///< in the order given
};

/// Nothing where no area has an event. Every area needs pupils.
/// Source: Spiegelhalter (2005), sections 3 and A.4; z is winsorised at 10% and 90%.
std::optional<Funnel> funnel_of(const std::vector<Exposure>&);

/// Limits by chance alone; below 10 expected events, exact Poisson counts over the pupils.
/// Source: Spiegelhalter (2005), section 2.
FunnelLimits naive_limits(const Funnel&, double pupils);

/// Limits widened by how much areas differ (tau squared); equal to the naive where that is 0.
/// Source: Spiegelhalter (2005), section A.4, additive model.
FunnelLimits additive_limits(const Funnel&, double pupils);

/// Limits widened by the dispersion factor. Source: Spiegelhalter (2005), multiplicative model.
FunnelLimits multiplicative_limits(const Funnel&, double pupils);

/// Whether a rate lies outside the 95% or 99.8% lines. Source: Spiegelhalter (2005), section 2.
enum class FunnelZone { inside, outside_95, outside_998 };
/// Source: Spiegelhalter (2005), section 2.
FunnelZone zone_of(double rate, const FunnelLimits&);

} // namespace onroll::insight
