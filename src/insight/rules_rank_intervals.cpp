#include "insight/rules_rank_intervals.h"

#include "insight/counted_random.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/random/normal_distribution.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace onroll::insight {

namespace rules_rank_intervals_detail {

/// Draws from a gamma distribution by Marsaglia and Tsang (2000); shapes below 1 by their remark.
class GammaDraw {
public:
    GammaDraw(double shape, double rate)
        : boost_(shape < 1 ? 1 / shape : 0), d_((shape < 1 ? shape + 1 : shape) - 1.0 / 3),
          c_(1 / std::sqrt(9 * d_)), scale_(d_ / rate)
    {
    }

    double operator()(CountedRandom& random) const
    {
        boost::random::normal_distribution<double> normal;
        for (;;) {
            const double x = normal(random);
            const double root = 1 + c_ * x;
            if (root <= 0) continue;
            const double cube = root * root * root;
            const double u = random.uniform();
            const double square = x * x;
            if (u < 1 - 0.0331 * square * square ||
                std::log(u) < 0.5 * square + d_ * (1 - cube + std::log(cube))) {
                const double drawn = scale_ * cube;
                return boost_ > 0 ? drawn * std::pow(1 - random.uniform(), boost_) : drawn;
            }
        }
    }

private:
    double boost_;
    double d_;
    double c_;
    double scale_;
};

/// The interval from how often, or with what chance, each rank from 1 up came.
template <class Weight>
RankInterval interval_of(const Weight* chances, int areas, double total)
{
    RankInterval interval;
    double up_to = 0, mean = 0;
    for (int rank = 1; rank <= areas; ++rank) {
        const auto chance = static_cast<double>(chances[rank - 1]) / total;
        up_to += chance;
        mean += rank * chance;
        if (interval.low == 0 && up_to >= 0.025) interval.low = rank;
        if (interval.high == 0 && up_to >= 0.975) interval.high = rank;
    }
    if (interval.high == 0) interval.high = areas;
    interval.mean = mean;
    return interval;
}

/// The areas from the highest expected rate, which is nearly the order of each draw.
std::vector<int> expected_order(const std::vector<Exposure>& areas, const RatePrior& prior)
{
    std::vector<int> order(areas.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int one, int other) {
        const double a = posterior_mean(areas[static_cast<std::size_t>(one)], prior);
        const double b = posterior_mean(areas[static_cast<std::size_t>(other)], prior);
        return a != b ? a > b : one < other;
    });
    return order;
}

struct Drawn {
    double rate;
    int area;
};

/// From the highest rate; by insertion, since the list comes nearly sorted.
void insert_into_order(std::vector<Drawn>& drawn)
{
    for (std::size_t i = 1; i < drawn.size(); ++i) {
        const Drawn moved = drawn[i];
        auto at = i;
        for (; at > 0 && drawn[at - 1].rate < moved.rate; --at) drawn[at] = drawn[at - 1];
        drawn[at] = moved;
    }
}

/// Sorts draws from the highest rate. It learns from earlier draws where each rate usually comes,
/// puts every draw there by counting, and leaves little to insert: a poor lesson costs time only.
class DrawSorter {
public:
    explicit DrawSorter(std::vector<double> earlier_rates)
    {
        std::sort(earlier_rates.begin(), earlier_rates.end());
        const double highest = earlier_rates.empty() ? 0 : earlier_rates.back();
        cells_per_rate_ = highest > 0 ? (cells - 1) / highest : 0;
        std::size_t below = 0;
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const double from = static_cast<double>(cell) / cells_per_rate_;
            while (below < earlier_rates.size() && earlier_rates[below] < from) ++below;
            const auto share =
                earlier_rates.empty() ? 0 : below * (bins - 1) / earlier_rates.size();
            bin_of_cell_[cell] = static_cast<std::uint16_t>(bins - 1 - share);
        }
    }

    void sort(std::vector<Drawn>& drawn)
    {
        begins_.fill(0);
        bin_of_draw_.resize(drawn.size());
        sorted_.resize(drawn.size());
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            const double cell = std::min(drawn[i].rate * cells_per_rate_, cells - 1.0);
            bin_of_draw_[i] = bin_of_cell_[static_cast<std::size_t>(cell)];
            ++begins_[bin_of_draw_[i] + std::size_t{1}];
        }
        for (std::size_t bin = 1; bin <= bins; ++bin) begins_[bin] += begins_[bin - 1];
        for (std::size_t i = 0; i < drawn.size(); ++i)
            sorted_[begins_[bin_of_draw_[i]]++] = drawn[i];
        drawn.swap(sorted_);
        insert_into_order(drawn);
    }

private:
    static constexpr std::size_t cells = 4096, bins = 256;
    double cells_per_rate_ = 0;
    std::array<std::uint16_t, cells> bin_of_cell_{};
    std::array<std::uint32_t, bins + 1> begins_{};
    std::vector<std::uint16_t> bin_of_draw_;
    std::vector<Drawn> sorted_;
};

/// The chances of each number of successes among independent trials, one trial left out.
std::vector<double> poisson_binomial(const std::vector<double>& chances, std::size_t left_out)
{
    std::vector<double> counts{1.0};
    for (std::size_t j = 0; j < chances.size(); ++j) {
        if (j == left_out) continue;
        counts.push_back(0);
        for (auto k = counts.size() - 1; k > 0; --k)
            counts[k] = counts[k] * (1 - chances[j]) + counts[k - 1] * chances[j];
        counts[0] *= 1 - chances[j];
    }
    return counts;
}

} // namespace rules_rank_intervals_detail

std::vector<RankInterval> rank_intervals(const std::vector<Exposure>& areas, const RatePrior& prior,
                                         const RankDraws& draws)
{
    using namespace rules_rank_intervals_detail;
    const auto n = areas.size();
    const auto order = expected_order(areas, prior);
    std::vector<GammaDraw> gammas;
    for (const auto area : order) {
        const auto& exposure = areas[static_cast<std::size_t>(area)];
        gammas.emplace_back(exposure.events + prior.shape, exposure.pupils + prior.pupils);
    }
    const auto draw_all = [&](int draw, std::vector<Drawn>& drawn) {
        CountedRandom random(draws.seed, static_cast<std::uint64_t>(draw));
        for (std::size_t i = 0; i < n; ++i) drawn[i] = {gammas[i](random), static_cast<int>(i)};
    };
    std::vector<std::uint32_t> came(n * n);
    std::vector<Drawn> drawn(n);
    std::vector<double> first_rates;
    for (int draw = 0; draw < std::min(draws.count, 64); ++draw) {
        draw_all(draw, drawn);
        for (const auto& one : drawn) first_rates.push_back(one.rate);
    }
    DrawSorter sorter(std::move(first_rates));
    for (int draw = 0; draw < draws.count; ++draw) {
        draw_all(draw, drawn);
        sorter.sort(drawn);
        for (std::size_t rank = 0; rank < n; ++rank)
            ++came[static_cast<std::size_t>(drawn[rank].area) * n + rank];
    }
    std::vector<RankInterval> intervals(n);
    for (std::size_t i = 0; i < n; ++i)
        intervals[static_cast<std::size_t>(order[i])] =
            interval_of(&came[i * n], static_cast<int>(n), draws.count);
    return intervals;
}

std::vector<RankInterval> exact_rank_intervals(const std::vector<Exposure>& areas,
                                               const RatePrior& prior, int nodes)
{
    using namespace rules_rank_intervals_detail;
    using Gamma = boost::math::gamma_distribution<>;
    std::vector<Gamma> rates;
    for (const auto& area : areas)
        rates.emplace_back(area.events + prior.shape, 1 / (area.pupils + prior.pupils));
    const auto n = areas.size();
    std::vector<RankInterval> intervals;
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<double> chances(n);
        for (int node = 0; node < nodes; ++node) {
            const double rate = boost::math::quantile(rates[i], (node + 0.5) / nodes);
            std::vector<double> higher(n);
            for (std::size_t j = 0; j < n; ++j)
                higher[j] = boost::math::cdf(boost::math::complement(rates[j], rate));
            const auto counts = poisson_binomial(higher, i);
            for (std::size_t k = 0; k < n; ++k) chances[k] += counts[k] / nodes;
        }
        intervals.push_back(interval_of(chances.data(), static_cast<int>(n), 1.0));
    }
    return intervals;
}

double chance_first_is_higher(const Exposure& first, const Exposure& second)
{
    const boost::math::beta_distribution<> share(first.events + 0.5, second.events + 0.5);
    return boost::math::cdf(
        boost::math::complement(share, first.pupils / (first.pupils + second.pupils)));
}

} // namespace onroll::insight
