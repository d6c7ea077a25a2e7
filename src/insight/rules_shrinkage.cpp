#include "insight/rules_shrinkage.h"

#include "kernel/ensure.h"

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/trigamma.hpp>

#include <algorithm>
#include <cmath>

namespace onroll::insight {

namespace rules_shrinkage_detail {

struct Totals {
    double events = 0;
    double pupils = 0;
};

Totals totals_of(const std::vector<Exposure>& groups)
{
    Totals totals;
    for (const auto& group : groups) {
        ensure(group.pupils > 0, "a group without pupils has no rate");
        totals.events += group.events;
        totals.pupils += group.pupils;
    }
    return totals;
}

struct Step {
    double log_shape = 0;
    double log_pupils = 0;
};

/// One Newton step for the logarithms of shape and pupils: both must stay above 0.
Step newton_step(const std::vector<Exposure>& groups, double a, double b)
{
    using boost::math::digamma;
    using boost::math::trigamma;
    const auto n = static_cast<double>(groups.size());
    double first_a = n * std::log(b), first_b = n * a / b;
    double second_aa = 0, second_ab = n / b, second_bb = -n * a / (b * b);
    for (const auto& group : groups) {
        const double whole = b + group.pupils;
        first_a += digamma(group.events + a) - digamma(a) - std::log(whole);
        first_b -= (a + group.events) / whole;
        second_aa += trigamma(group.events + a) - trigamma(a);
        second_ab -= 1 / whole;
        second_bb += (a + group.events) / (whole * whole);
    }
    // By the chain rule for u = ln a, v = ln b.
    const double u = a * first_a, v = b * first_b;
    const double uu = a * a * second_aa + u, uv = a * b * second_ab, vv = b * b * second_bb + v;
    const double determinant = uu * vv - uv * uv;
    if (uu < 0 && determinant > 0)
        return {-(vv * u - uv * v) / determinant, -(uu * v - uv * u) / determinant};
    // Not yet near the top: uphill, a short way.
    const double length = std::max(1.0, std::hypot(u, v));
    return {u / length, v / length};
}

} // namespace rules_shrinkage_detail

std::optional<MarshallEstimate> marshall_estimate(const std::vector<Exposure>& groups)
{
    if (groups.empty()) return std::nullopt;
    const auto totals = rules_shrinkage_detail::totals_of(groups);
    MarshallEstimate estimate;
    estimate.overall = totals.events / totals.pupils;
    double spread = 0;
    for (const auto& group : groups) {
        const double difference = group.events / group.pupils - estimate.overall;
        spread += group.pupils * difference * difference;
    }
    const double mean_pupils = totals.pupils / static_cast<double>(groups.size());
    estimate.variance_between =
        std::max(0.0, spread / totals.pupils - estimate.overall / mean_pupils);
    for (const auto& group : groups) {
        const double within = estimate.overall / group.pupils;
        const double between = estimate.variance_between;
        const double weight = between > 0 ? between / (between + within) : 0;
        estimate.weights.push_back(weight);
        estimate.rates.push_back(estimate.overall +
                                 weight * (group.events / group.pupils - estimate.overall));
    }
    return estimate;
}

double minus_log_likelihood(const std::vector<Exposure>& groups, double shape, double pupils)
{
    double sum = 0;
    for (const auto& group : groups) {
        const double whole = pupils + group.pupils;
        sum += std::lgamma(group.events + shape) - std::lgamma(shape) -
               std::lgamma(group.events + 1) + shape * std::log(pupils / whole);
        if (group.events > 0) sum += group.events * std::log(group.pupils / whole);
    }
    return -sum;
}

std::optional<RatePrior> fit_rate_prior(const std::vector<Exposure>& groups)
{
    if (groups.size() < 2) return std::nullopt;
    const auto start = marshall_estimate(groups);
    if (!start || start->overall <= 0) return std::nullopt;
    double most_pupils = 0;
    for (const auto& group : groups) most_pupils = std::max(most_pupils, group.pupils);
    // Past this point the prior is all but one value, and the surface has no top.
    const double widest = 1e4 * most_pupils;
    double b = start->variance_between > 0
                   ? std::min(widest, start->overall / start->variance_between)
                   : most_pupils;
    double a = start->overall * b;
    double here = minus_log_likelihood(groups, a, b);
    for (int round = 0; round < 200; ++round) {
        auto step = rules_shrinkage_detail::newton_step(groups, a, b);
        bool better = false;
        for (int halvings = 0; halvings < 40 && !better; ++halvings) {
            const double next_a = a * std::exp(step.log_shape);
            const double next_b = b * std::exp(step.log_pupils);
            const double there = minus_log_likelihood(groups, next_a, next_b);
            better = there < here;
            if (better) {
                a = next_a, b = next_b, here = there;
            } else {
                step.log_shape /= 2, step.log_pupils /= 2;
            }
        }
        if (!better || std::hypot(step.log_shape, step.log_pupils) < 1e-10) break;
        if (b > widest) break;
    }
    if (b > widest || a > start->overall * widest * 2) {
        b = widest;
        a = start->overall * b;
        return RatePrior{a, b, minus_log_likelihood(groups, a, b), false};
    }
    return RatePrior{a, b, here, true};
}

double posterior_mean(const Exposure& group, const RatePrior& prior)
{
    return (group.events + prior.shape) / (group.pupils + prior.pupils);
}

ShrunkRate shrunk_rate(const Exposure& group, const RatePrior& prior)
{
    const boost::math::gamma_distribution<> rate(group.events + prior.shape,
                                                 1 / (group.pupils + prior.pupils));
    return {posterior_mean(group, prior), boost::math::quantile(rate, 0.025),
            boost::math::quantile(rate, 0.975)};
}

} // namespace onroll::insight
