#include "insight/rules_quartiles.h"

#include <algorithm>
#include <cmath>

namespace onroll::insight {

std::optional<double> quantile_of(std::vector<double> values, double share, QuantileRule rule)
{
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    double at = 0; // counted from 0
    switch (rule) {
    case QuantileRule::linear:
        at = (n - 1) * share;
        break;
    case QuantileRule::weibull:
        at = (n + 1) * share - 1;
        break;
    case QuantileRule::hazen:
        at = n * share - 0.5;
        break;
    }
    at = std::clamp(at, 0.0, n - 1);
    const auto below = static_cast<std::size_t>(std::floor(at));
    const auto above = std::min(below + 1, values.size() - 1);
    return values[below] + (at - std::floor(at)) * (values[above] - values[below]);
}

std::optional<std::array<double, 3>> quartile_cuts(const std::vector<double>& values,
                                                   QuantileRule rule)
{
    if (values.empty()) return std::nullopt;
    return std::array{*quantile_of(values, 0.25, rule), *quantile_of(values, 0.5, rule),
                      *quantile_of(values, 0.75, rule)};
}

int quartile_band(double value, const std::array<double, 3>& cuts, Polarity polarity)
{
    if (polarity == Polarity::low_is_good)
        return value <= cuts[0] ? 1 : value <= cuts[1] ? 2 : value <= cuts[2] ? 3 : 4;
    return value >= cuts[2] ? 1 : value >= cuts[1] ? 2 : value >= cuts[0] ? 3 : 4;
}

bool in_top_quarter(int rank, int of)
{
    return 4 * rank <= of;
}

std::optional<int> quarter_by_rank(int rank, int of)
{
    if (rank < 1 || rank > of) return std::nullopt;
    return (4 * rank + of - 1) / of;
}

} // namespace onroll::insight
