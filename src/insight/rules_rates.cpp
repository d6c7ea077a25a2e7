#include "insight/rules_rates.h"

#include "kernel/ensure.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>

namespace onroll::insight {

namespace rules_rates_detail {

std::int64_t power_of_ten(int exponent)
{
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

/// Divides and rounds half away from zero; `divisor` is above 0.
std::int64_t divided_half_away(std::int64_t number, std::int64_t divisor)
{
    const std::int64_t magnitude = (2 * std::abs(number) + divisor) / (2 * divisor);
    return number < 0 ? -magnitude : magnitude;
}

} // namespace rules_rates_detail

std::optional<double> rate_per_100_pupils(double count, double pupils)
{
    if (pupils <= 0) return std::nullopt;
    return 100 * count / pupils;
}

std::optional<std::int64_t> shown_rate_steps(double count, std::int64_t pupils, int decimals)
{
    if (pupils <= 0) return std::nullopt;
    ensure(decimals >= 0 && decimals <= 4, "a rate is shown with up to four decimals");
    // A whole count is taken as it is; a scaled one in millionths. Both stay far below 2^63.
    const bool whole = count == std::floor(count);
    const std::int64_t unit = whole ? 1 : 1'000'000;
    const auto units = static_cast<std::int64_t>(std::llround(count * static_cast<double>(unit)));
    const auto scale = rules_rates_detail::power_of_ten(2 + decimals);
    return rules_rates_detail::divided_half_away(units * scale, pupils * unit);
}

std::int64_t shown_value_steps(double value, int decimals)
{
    ensure(decimals >= 0 && decimals <= 9, "a value is shown with up to nine decimals");
    // Beyond 2^53 a double has no decimals to lose; there whole steps are exact enough.
    if (std::abs(value) > 9e6)
        return static_cast<std::int64_t>(
            std::llround(value * static_cast<double>(rules_rates_detail::power_of_ten(decimals))));
    const auto billionths = static_cast<std::int64_t>(std::llround(value * 1e9));
    return rules_rates_detail::divided_half_away(billionths,
                                                 rules_rates_detail::power_of_ten(9 - decimals));
}

std::optional<Interval> wilson_interval(double x, double n)
{
    if (n <= 0) return std::nullopt;
    const double p = x / n;
    const double z2 = z_95 * z_95;
    const double divisor = 1 + z2 / n;
    const double centre = (p + z2 / (2 * n)) / divisor;
    const double half_width = z_95 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / divisor;
    return Interval{x <= 0 ? 0 : std::max(0.0, centre - half_width),
                    x >= n ? 1 : std::min(1.0, centre + half_width)};
}

std::optional<Interval> clopper_pearson_interval(double x, double n)
{
    if (n <= 0) return std::nullopt;
    using boost::math::beta_distribution;
    using boost::math::quantile;
    return Interval{x <= 0 ? 0 : quantile(beta_distribution<>(x, n - x + 1), 0.025),
                    x >= n ? 1 : quantile(beta_distribution<>(x + 1, n - x), 0.975)};
}

Interval byar_interval(double count)
{
    const auto limit = [](double events, double z) {
        const double root = 1 - 1 / (9 * events) + z / (3 * std::sqrt(events));
        return events * root * root * root;
    };
    return Interval{count <= 0 ? 0 : std::max(0.0, limit(count, -z_95)), limit(count + 1, z_95)};
}

Interval exact_poisson_interval(double count)
{
    using boost::math::chi_squared_distribution;
    using boost::math::quantile;
    return Interval{
        count <= 0 ? 0 : quantile(chi_squared_distribution<>(2 * count), 0.025) / 2,
        quantile(chi_squared_distribution<>(2 * count + 2), 0.975) / 2,
    };
}

CountMethod count_method(double count)
{
    return count < 10 ? CountMethod::exact_poisson : CountMethod::byar;
}

Interval count_interval(double count)
{
    switch (count_method(count)) {
    case CountMethod::byar:
        return byar_interval(count);
    case CountMethod::exact_poisson:
        return exact_poisson_interval(count);
    }
    return {};
}

std::optional<Interval> rate_interval_per_100(double count, double pupils)
{
    if (pupils <= 0) return std::nullopt;
    const auto limits = count_interval(count);
    return Interval{100 * limits.low / pupils, 100 * limits.high / pupils};
}

} // namespace onroll::insight
