#include "insight/rules_disproportion.h"

#include <cmath>
#include <limits>

namespace onroll::insight {

std::optional<RateRatio> rate_ratio(const GroupCount& group, const GroupCount& others,
                                    Counted counted)
{
    if (group.pupils <= 0 || others.pupils <= 0) return std::nullopt;
    if (group.count < fewest_for_a_ratio || others.count < fewest_for_a_ratio) return std::nullopt;
    const double ratio = (group.count / group.pupils) / (others.count / others.pupils);
    double variance = 1 / group.count + 1 / others.count;
    if (counted == Counted::pupils) variance -= 1 / group.pupils + 1 / others.pupils;
    const double half_width = z_95 * std::sqrt(std::max(0.0, variance));
    return RateRatio{ratio, {ratio * std::exp(-half_width), ratio * std::exp(half_width)}};
}

std::optional<Interval> exact_ratio_interval(const GroupCount& group, const GroupCount& others)
{
    if (group.pupils <= 0 || others.pupils <= 0) return std::nullopt;
    const auto share = clopper_pearson_interval(group.count, group.count + others.count);
    if (!share) return std::nullopt;
    const auto ratio_at = [&](double p) {
        if (p >= 1) return std::numeric_limits<double>::infinity();
        return p / (1 - p) * others.pupils / group.pupils;
    };
    return Interval{ratio_at(share->low), ratio_at(share->high)};
}

std::optional<double> difference_per_100(const GroupCount& group, const GroupCount& others)
{
    const auto rate = rate_per_100_pupils(group.count, group.pupils);
    const auto base = rate_per_100_pupils(others.count, others.pupils);
    if (!rate || !base) return std::nullopt;
    return *rate - *base;
}

std::optional<GroupCount> everybody_else(const GroupCount& everybody, const GroupCount& group)
{
    if (group.pupils > everybody.pupils || group.count > everybody.count) return std::nullopt;
    return GroupCount{everybody.count - group.count, everybody.pupils - group.pupils};
}

} // namespace onroll::insight
