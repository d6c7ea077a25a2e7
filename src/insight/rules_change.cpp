#include "insight/rules_change.h"

#include "insight/counted_random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace onroll::insight {

namespace rules_change_detail {

/// x ln(x / n): twice the differences of these are the likelihood ratio. 0 ln 0 is 0.
double likelihood_part(double events, double periods)
{
    return events > 0 ? events * std::log(events / periods) : 0;
}

struct Split {
    std::size_t after = 0;
    double statistic = -1;
};

Split best_split(const std::vector<double>& counts, double total)
{
    const auto n = counts.size();
    const double one_mean = likelihood_part(total, static_cast<double>(n));
    Split best;
    double before = 0;
    for (std::size_t after = 1; after < n; ++after) {
        before += counts[after - 1];
        const double two_means = likelihood_part(before, static_cast<double>(after)) +
                                 likelihood_part(total - before, static_cast<double>(n - after));
        const double statistic = 2 * (two_means - one_mean);
        // The same split in another order of adding differs in its last digits.
        if (statistic > best.statistic + 1e-12) best = {after, statistic};
    }
    return best;
}

/// Fisher and Yates, from the counted stream.
void shuffle(std::vector<double>& counts, CountedRandom& random)
{
    for (auto i = counts.size() - 1; i > 0; --i) {
        const auto j = static_cast<std::size_t>(random.uniform() * static_cast<double>(i + 1));
        std::swap(counts[i], counts[j]);
    }
}

} // namespace rules_change_detail

Change change_between(double from, double to)
{
    Change change{to - from, std::nullopt};
    if (from != 0) change.share = (to - from) / from;
    return change;
}

std::optional<double> yearly_growth(double from, double to, int years)
{
    if (from <= 0 || to <= 0 || years < 1) return std::nullopt;
    return std::pow(to / from, 1.0 / years) - 1;
}

double AlarmRule::allowance() const
{
    return (watched - usual) / std::log(watched / usual);
}

std::vector<AlarmPoint> alarm_series(const std::vector<double>& counts, const AlarmRule& rule)
{
    std::vector<AlarmPoint> series;
    const double allowance = rule.allowance();
    double sum = 0;
    for (const double count : counts) {
        sum = std::max(0.0, sum + count - allowance);
        series.push_back({sum, sum >= rule.level});
    }
    return series;
}

std::optional<ChangePoint> change_point(const std::vector<double>& counts, const Shuffles& shuffles)
{
    using namespace rules_change_detail;
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    if (counts.size() < 2 || total <= 0) return std::nullopt;
    const auto best = best_split(counts, total);
    auto shuffled = counts;
    int hits = 0;
    for (int round = 0; round < shuffles.count; ++round) {
        CountedRandom random(shuffles.seed, static_cast<std::uint64_t>(round));
        shuffled = counts;
        shuffle(shuffled, random);
        if (best_split(shuffled, total).statistic >= best.statistic - 1e-9) ++hits;
    }
    return ChangePoint{best.after, best.statistic, (hits + 1.0) / (shuffles.count + 1.0)};
}

} // namespace onroll::insight
