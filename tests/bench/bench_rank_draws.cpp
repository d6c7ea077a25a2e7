// 100,000 draws of the ranks of 153 areas, against the same draws in NumPy in the same run.
#include "bench/stopwatch.h"
#include "insight/counted_random.h"
#include "insight/rules_rank_intervals.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace bench_rank_draws {

using namespace onroll;

constexpr int areas = 153;
constexpr int draws = 100'000;

constexpr auto numpy_program = R"(
import sys, time
import numpy as np
raw = np.loadtxt(sys.argv[1])
shape, scale = raw[:, 0], 1 / raw[:, 1]
random = np.random.default_rng(1)
began = time.perf_counter()
came = np.zeros((len(shape), len(shape)), dtype=np.int64)
which = np.arange(len(shape))
for part in range(100):
    rates = random.gamma(shape, scale, size=(1000, len(shape)))
    order = np.argsort(-rates, axis=1)
    for rank in range(len(shape)):
        came[:, rank] += np.bincount(order[:, rank], minlength=len(shape))
took = time.perf_counter() - began
print(took)
print((came * (which + 1)).sum(axis=1)[0] / 100000)
)";

/// Areas of the size and rates of English authorities, spread by counting.
std::vector<insight::Exposure> invented_areas()
{
    std::vector<insight::Exposure> exposures;
    insight::CountedRandom random(11, 0);
    for (int i = 0; i < areas; ++i) {
        const double pupils = 5'000 + 150'000 * std::pow(random.uniform(), 2);
        const double per_100 = 0.03 + 0.2 * random.uniform() * random.uniform();
        exposures.push_back({std::round(pupils * per_100 / 100), std::round(pupils)});
    }
    return exposures;
}

} // namespace bench_rank_draws

int main()
{
    using namespace bench_rank_draws;
    const auto exposures = invented_areas();
    const auto prior = insight::fit_rate_prior(exposures).value();
    double best = 1e9;
    std::vector<insight::RankInterval> intervals;
    for (int round = 0; round < 5; ++round) {
        const bench::Stopwatch watch;
        intervals = insight::rank_intervals(exposures, prior, {draws, 1});
        bench::keep(intervals);
        best = std::min(best, watch.seconds());
    }
    std::printf("ranks: %d draws of %d areas in %.3f s (best of 5)\n", draws, areas, best);

    const auto path = std::filesystem::temp_directory_path() / "onroll_bench_ranks.txt";
    {
        std::ofstream file(path);
        for (const auto& area : exposures)
            file << area.events + prior.shape << ' ' << area.pupils + prior.pupils << '\n';
    }
    const auto peer = bench::ask_numpy(numpy_program, path.string());
    std::filesystem::remove(path);
    if (peer.size() < 2) {
        std::printf("peer: NumPy is not installed, so no ratio\n");
        return 1;
    }
    std::printf("peer: NumPy gamma and argsort %.3f s; ratio %.1f\n", peer[0], peer[0] / best);
    const bool same = std::abs(peer[1] - intervals[0].mean) < 0.2;
    std::printf("same answers: %s\n", same ? "yes" : "NO");
    return same ? 0 : 1;
}
