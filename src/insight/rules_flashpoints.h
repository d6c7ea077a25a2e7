// Whether suspensions gather in some weeks of the term: exposure is school days, never days of the
// calendar. Pure. Events cluster in one pupil or one incident, so the same is asked of pupils.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace onroll::insight {

/// A stretch of school days, such as a week of term, and the events in it.
struct Stretch {
    std::int64_t events = 0;
    std::int64_t school_days = 0;
};

struct Flashpoint {
    double ratio = 0;        ///< events for each marked day over events for each other day
    double chance = 0;       ///< of something as unlikely, were all days alike
    double chance_above = 0; ///< of as many or more
};

/// Compares the marked stretch with the rest. Nothing without events, or where either has no days.
/// Source: exact binomial test, two-sided over all outcomes no more likely than the one seen.
std::optional<Flashpoint> flashpoint_of(const Stretch& marked, const Stretch& rest);

struct Dispersion {
    double chi_square = 0;
    int degrees = 0;
    double chance = 0; ///< of as uneven, were all days alike
};

/// Whether the stretches differ among themselves. Nothing with fewer than two that have days, or
/// without events. Source: Pearson chi-square, expected counts in proportion to school days.
std::optional<Dispersion> dispersion_of(const std::vector<Stretch>&);

} // namespace onroll::insight
