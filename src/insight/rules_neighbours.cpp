#include "insight/rules_neighbours.h"

#include "insight/rules_quartiles.h"
#include "kernel/ensure.h"

#include <algorithm>
#include <cmath>

namespace onroll::insight {

std::optional<AmongNeighbours> among_neighbours(double value,
                                                const std::vector<std::optional<double>>& others)
{
    std::vector<double> known;
    AmongNeighbours answer;
    for (const auto& other : others) {
        ++answer.of;
        if (!other) continue;
        known.push_back(*other);
        if (*other > value) ++answer.higher;
    }
    if (known.empty()) return std::nullopt;
    answer.with_value = static_cast<int>(known.size());
    const auto [lowest, highest] = std::minmax_element(known.begin(), known.end());
    answer.lowest = *lowest;
    answer.highest = *highest;
    answer.median = *quantile_of(known, 0.5);
    return answer;
}

std::vector<double> neighbour_distances(const AreaVariables& areas,
                                        const std::vector<double>& weights, std::size_t area)
{
    ensure(area < areas.size(), "the area is one of those given");
    const auto n = static_cast<double>(areas.size());
    std::vector<double> squares(areas.size());
    for (std::size_t variable = 0; variable < weights.size(); ++variable) {
        double mean = 0, spread = 0;
        for (const auto& values : areas) {
            ensure(values.size() == weights.size(), "each area has each variable");
            mean += values[variable] / n;
        }
        for (const auto& values : areas)
            spread += (values[variable] - mean) * (values[variable] - mean);
        if (spread <= 0) continue;
        const double deviation = std::sqrt(spread / (n - 1));
        for (std::size_t other = 0; other < areas.size(); ++other) {
            const double difference = (areas[other][variable] - areas[area][variable]) / deviation;
            squares[other] += weights[variable] * difference * difference;
        }
    }
    for (auto& square : squares) square = std::sqrt(square);
    return squares;
}

std::vector<std::size_t> nearest(const std::vector<double>& distances, std::size_t area,
                                 std::size_t count)
{
    std::vector<std::size_t> order;
    for (std::size_t other = 0; other < distances.size(); ++other)
        if (other != area) order.push_back(other);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return distances[one] < distances[other];
    });
    if (order.size() > count) order.resize(count);
    return order;
}

} // namespace onroll::insight
