// How sure a rank is: the true rates are drawn many times from what the counts tell of them, and
// ranked each time. Pure: the same seed gives the same answer on every machine.
#pragma once

#include "insight/rules_shrinkage.h"

#include <cstdint>
#include <vector>

namespace onroll::insight {

/// Where an area's rank lies, 1 being the highest rate.
struct RankInterval {
    int low = 0;
    int high = 0;
    double mean = 0;
    bool operator==(const RankInterval&) const = default;
};

struct RankDraws {
    int count = 100'000;
    std::uint64_t seed = 1;
};

/// The 95% interval of each area's rank: the smallest rank with a chance of 2.5% at or below it, to
/// the smallest with 97.5%. Every area needs pupils; fewer than two areas give ranks of 1.
/// Events that repeat in one pupil make the true uncertainty wider than this says.
/// Source: Marshall and Spiegelhalter (1998), BMJ 316; rates drawn from Gamma(O + a, N + b).
std::vector<RankInterval> rank_intervals(const std::vector<Exposure>&, const RatePrior&,
                                         const RankDraws& = {});

/// The same without draws, to hold the simulation to: slow, for tests and small lists.
/// Source: the rank given a rate is 1 + a Poisson-binomial count; midpoint rule over its quantiles.
std::vector<RankInterval> exact_rank_intervals(const std::vector<Exposure>&, const RatePrior&,
                                               int nodes = 2'000);

/// The chance that the first of two areas has the higher true rate.
/// Source: beta-binomial identity with half an event added to each.
double chance_first_is_higher(const Exposure& first, const Exposure& second);

} // namespace onroll::insight
