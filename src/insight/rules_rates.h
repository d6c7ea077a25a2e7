// Rates and how sure they are: rounding as published, and intervals for shares, counts and rates.
// Follows Wilson (1927), Clopper and Pearson (1934), Byar's approximation as public health practice
// uses it. Pure.
#pragma once

#include <cstdint>
#include <optional>

namespace onroll::insight {

/// An interval that covers the truth 95 times in 100, both ends included.
struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// Which method gave an interval of a count, to be named beside it.
enum class CountMethod { byar, exact_poisson };

/// The normal quantile of a two-sided interval of 95%.
inline constexpr double z_95 = 1.959963984540054;

/// Events for each 100 pupils, unrounded. Nothing where there are no pupils. One pupil may count
/// more than once. Source: DfE, Suspensions and permanent exclusions in England: methodology.
std::optional<double> rate_per_100_pupils(double count, double pupils);

/// A rate per 100 rounded for show, half away from zero, in whole steps of 10^-decimals: 541 for
/// 5.41. Worked out from the count and the pupils in whole numbers, so that 70 of 448 (15.625) is
/// 15.63. `count` may have up to six decimals. Nothing where there are no pupils.
/// Source: DfE's published rates of 2006/07 to 2015/16, each of which this rule gives.
std::optional<std::int64_t> shown_rate_steps(double count, std::int64_t pupils, int decimals);

/// A published decimal rounded for show, half away from zero, in whole steps of 10^-decimals. Text
/// such as 0.14027000000000001 is first read as the nine decimals that it means.
/// Source: Local Authority Interactive Tool, values as published.
std::int64_t shown_value_steps(double value, int decimals);

/// The share x/n with its interval. Nothing where n is 0. Source: Wilson (1927).
std::optional<Interval> wilson_interval(double x, double n);

/// The exact interval of a share, from beta quantiles. Nothing where n is 0.
/// Source: Clopper and Pearson (1934).
std::optional<Interval> clopper_pearson_interval(double x, double n);

/// The interval of a count of events; decimals allowed. Source: Byar, in Breslow and Day (1987).
Interval byar_interval(double count);

/// The exact Poisson interval of a count; decimals allowed. Source: Garwood (1936).
Interval exact_poisson_interval(double count);

/// Byar from 10 events up, exact below. Source: Fingertips technical guidance, common public health
/// indicators.
CountMethod count_method(double count);

/// The interval by the method that count_method names. Source: Fingertips technical guidance.
Interval count_interval(double count);

/// The interval of a rate per 100: the limits of the count over the pupils. Nothing where there are
/// no pupils. Source: Fingertips technical guidance.
std::optional<Interval> rate_interval_per_100(double count, double pupils);

} // namespace onroll::insight
