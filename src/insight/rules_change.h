// Whether a series has changed: growth from year to year, a running alarm for one school's own
// counts, and a single point of change. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace onroll::insight {

/// A rise or fall, in the value's own unit and as a share of where it began.
struct Change {
    double difference = 0;
    std::optional<double> share; ///< 0.25 for a quarter more; nothing where it began at 0
};

/// Source: difference and relative difference of two published values.
Change change_between(double from, double to);

/// The yearly growth that leads from one value to another in `years`; nothing unless both are above
/// 0 and the years at least one. Source: compound growth, (to/from)^(1/years) - 1.
std::optional<double> yearly_growth(double from, double to, int years);

/// When a school's own series of counts raises an alarm. `usual` and `doubled` are counts for each
/// period; the alarm level is a setting, chosen by how long a usual series runs without one.
struct AlarmRule {
    double usual = 0;   ///< l0, above 0
    double watched = 0; ///< l1, above l0: the level to be noticed
    double level = 5;   ///< h
    /// k: what each period is expected to stay under.
    double allowance() const;
};

struct AlarmPoint {
    double sum = 0;
    bool alarm = false;
};

/// The running sum after each period, from 0. It goes on after an alarm: only a person closes one,
/// by passing the series from that period on. Source: Lucas (1985), Poisson CUSUM.
std::vector<AlarmPoint> alarm_series(const std::vector<double>& counts, const AlarmRule&);

struct ChangePoint {
    std::size_t after = 0; ///< periods before the change
    double statistic = 0;  ///< likelihood ratio
    double chance = 0;     ///< of one as clear, were the periods in any order
};

struct Shuffles {
    int count = 10'000;
    std::uint64_t seed = 1;
};

/// The likeliest single change; the earliest on ties. Nothing with fewer than two periods or no
/// events. Source: Poisson likelihood ratio; chance (hits + 1)/(shuffles + 1) by permutation.
std::optional<ChangePoint> change_point(const std::vector<double>& counts, const Shuffles& = {});

} // namespace onroll::insight
