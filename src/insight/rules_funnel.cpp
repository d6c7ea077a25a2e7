#include "insight/rules_funnel.h"

#include "insight/rules_quartiles.h"
#include "insight/rules_rates.h"

#include <boost/math/distributions/poisson.hpp>

#include <algorithm>
#include <cmath>

namespace onroll::insight {

namespace rules_funnel_detail {

constexpr double z_998 = 3.090232306167813;

FunnelLimits limits_around(double overall, double standard_error)
{
    return {std::max(0.0, overall - z_95 * standard_error), overall + z_95 * standard_error,
            std::max(0.0, overall - z_998 * standard_error), overall + z_998 * standard_error,
            false};
}

/// The smallest count with a chance of at least `chance` at or below it.
double poisson_quantile(double mean, double chance)
{
    const boost::math::poisson_distribution<> counts(mean);
    double k = 0;
    while (boost::math::cdf(counts, k) < chance) ++k;
    return k;
}

/// Sets dispersion and variance between areas from the naive z.
void measure_dispersion(Funnel& funnel, const std::vector<Exposure>& areas)
{
    std::vector<double> z;
    for (const auto& point : funnel.points) z.push_back(point.naive_z);
    funnel.low_quantile = *quantile_of(z, 0.1);
    funnel.high_quantile = *quantile_of(z, 0.9);
    double squares = 0;
    for (const double value : z) {
        const double kept = std::clamp(value, funnel.low_quantile, funnel.high_quantile);
        squares += kept * kept;
    }
    const auto count = static_cast<double>(areas.size());
    funnel.dispersion = squares / count;
    if (count * funnel.dispersion <= count - 1) return;
    double weights = 0, weights_squared = 0;
    for (const auto& area : areas) {
        const double weight = area.pupils / funnel.overall;
        weights += weight;
        weights_squared += weight * weight;
    }
    const double left = weights - weights_squared / weights;
    if (left > 0) funnel.variance_between = (count * funnel.dispersion - (count - 1)) / left;
}

} // namespace rules_funnel_detail

std::optional<Funnel> funnel_of(const std::vector<Exposure>& areas)
{
    const auto whole = marshall_estimate(areas);
    if (!whole || whole->overall <= 0) return std::nullopt;
    Funnel funnel;
    funnel.overall = whole->overall;
    for (const auto& area : areas) {
        FunnelPoint point;
        point.rate = area.events / area.pupils;
        point.naive_z = (point.rate - funnel.overall) / std::sqrt(funnel.overall / area.pupils);
        funnel.points.push_back(point);
    }
    rules_funnel_detail::measure_dispersion(funnel, areas);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        auto& point = funnel.points[i];
        point.multiplicative_z = point.naive_z / std::sqrt(std::max(1.0, funnel.dispersion));
        point.additive_z = (point.rate - funnel.overall) /
                           std::sqrt(funnel.overall / areas[i].pupils + funnel.variance_between);
    }
    return funnel;
}

FunnelLimits naive_limits(const Funnel& funnel, double pupils)
{
    using rules_funnel_detail::poisson_quantile;
    const double expected = funnel.overall * pupils;
    if (expected >= 10)
        return rules_funnel_detail::limits_around(funnel.overall,
                                                  std::sqrt(funnel.overall / pupils));
    return {poisson_quantile(expected, 0.025) / pupils, poisson_quantile(expected, 0.975) / pupils,
            poisson_quantile(expected, 0.001) / pupils, poisson_quantile(expected, 0.999) / pupils,
            true};
}

FunnelLimits additive_limits(const Funnel& funnel, double pupils)
{
    if (funnel.variance_between <= 0) return naive_limits(funnel, pupils);
    return rules_funnel_detail::limits_around(
        funnel.overall, std::sqrt(funnel.overall / pupils + funnel.variance_between));
}

FunnelLimits multiplicative_limits(const Funnel& funnel, double pupils)
{
    return rules_funnel_detail::limits_around(
        funnel.overall, std::sqrt(std::max(1.0, funnel.dispersion) * funnel.overall / pupils));
}

FunnelZone zone_of(double rate, const FunnelLimits& limits)
{
    if (rate < limits.low_998 || rate > limits.high_998) return FunnelZone::outside_998;
    if (rate < limits.low_95 || rate > limits.high_95) return FunnelZone::outside_95;
    return FunnelZone::inside;
}

} // namespace onroll::insight
