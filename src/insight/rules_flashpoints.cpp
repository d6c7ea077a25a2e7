#include "insight/rules_flashpoints.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <limits>

namespace onroll::insight {

std::optional<Flashpoint> flashpoint_of(const Stretch& marked, const Stretch& rest)
{
    if (marked.school_days <= 0 || rest.school_days <= 0) return std::nullopt;
    const auto total = marked.events + rest.events;
    if (total <= 0) return std::nullopt;
    const double share = static_cast<double>(marked.school_days) /
                         static_cast<double>(marked.school_days + rest.school_days);
    const boost::math::binomial_distribution<> counts(static_cast<double>(total), share);
    const auto seen = boost::math::pdf(counts, static_cast<double>(marked.events));
    Flashpoint found;
    for (std::int64_t k = 0; k <= total; ++k) {
        const double chance = boost::math::pdf(counts, static_cast<double>(k));
        // Equal chances differ in their last digits; R allows the same.
        if (chance <= seen * (1 + 1e-7)) found.chance += chance;
    }
    found.chance = std::min(1.0, found.chance);
    found.chance_above = marked.events == 0 ? 1
                                            : boost::math::cdf(boost::math::complement(
                                                  counts, static_cast<double>(marked.events - 1)));
    const double marked_rate =
        static_cast<double>(marked.events) / static_cast<double>(marked.school_days);
    const double rest_rate =
        static_cast<double>(rest.events) / static_cast<double>(rest.school_days);
    found.ratio =
        rest.events == 0 ? std::numeric_limits<double>::infinity() : marked_rate / rest_rate;
    return found;
}

std::optional<Dispersion> dispersion_of(const std::vector<Stretch>& stretches)
{
    std::int64_t events = 0, days = 0;
    int with_days = 0;
    for (const auto& stretch : stretches) {
        if (stretch.school_days <= 0) continue;
        events += stretch.events;
        days += stretch.school_days;
        ++with_days;
    }
    if (with_days < 2 || events <= 0) return std::nullopt;
    Dispersion dispersion;
    for (const auto& stretch : stretches) {
        if (stretch.school_days <= 0) continue;
        const double expected = static_cast<double>(events) *
                                static_cast<double>(stretch.school_days) /
                                static_cast<double>(days);
        const double difference = static_cast<double>(stretch.events) - expected;
        dispersion.chi_square += difference * difference / expected;
    }
    dispersion.degrees = with_days - 1;
    dispersion.chance = boost::math::cdf(boost::math::complement(
        boost::math::chi_squared_distribution<>(dispersion.degrees), dispersion.chi_square));
    return dispersion;
}

} // namespace onroll::insight
