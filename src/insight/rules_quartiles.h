// Quantiles and quartile bands. Pure.
#pragma once

#include <array>
#include <optional>
#include <vector>

namespace onroll::insight {

/// How a quantile between two values is found. Ours is `linear` (R's type 7), and is named as ours
/// beside the bands that DfE publishes.
enum class QuantileRule { linear, weibull, hazen };

/// What a high value means for a measure.
enum class Polarity { low_is_good, high_is_good, neither };

/// The quantile at `share` (0 to 1) of values in any order; nothing where there are none.
/// Source: Hyndman and Fan (1996), types 7, 6 and 5.
std::optional<double> quantile_of(std::vector<double> values, double share,
                                  QuantileRule rule = QuantileRule::linear);

/// The three cut points between quarters. Source: Hyndman and Fan (1996).
std::optional<std::array<double, 3>> quartile_cuts(const std::vector<double>& values,
                                                   QuantileRule rule = QuantileRule::linear);

/// The quarter that a value lies in, 1 the best and 4 the worst; where neither end is good, 1 is
/// the highest. A value equal to a cut point goes to the better quarter.
/// Source: Local Authority Interactive Tool, quartile bands.
int quartile_band(double value, const std::array<double, 3>& cuts, Polarity polarity);

/// Whether a rank lies in the top quarter: rank <= n/4.
/// Source: the 2021 Somerset paper, 2.1 and 2.2, quartiles by rank.
bool in_top_quarter(int rank, int of);

/// The quarter that a rank lies in, 1 for the highest ranks. Nothing unless 1 <= rank <= of.
/// Source: the 2021 Somerset paper, 2.1 and 2.2, quartiles by rank.
std::optional<int> quarter_by_rank(int rank, int of);

} // namespace onroll::insight
