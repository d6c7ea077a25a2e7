// Areas that are like one another: an area beside the neighbours that DfE lists for it, and our own
// distance as an alternative that is always labelled as ours. Pure. Not symmetric: an area need not
// be among the neighbours of its neighbours.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace onroll::insight {

/// An area's value beside those of its neighbours.
struct AmongNeighbours {
    double median = 0;
    double lowest = 0;
    double highest = 0;
    int with_value = 0;
    int of = 0;     ///< neighbours listed
    int higher = 0; ///< neighbours with a strictly higher value
};

/// Nothing where no neighbour has a value. Source: DfE, Local Authority Interactive Tool: ten
/// statistical neighbours; the median and not the mean, since one small area can sway a mean.
std::optional<AmongNeighbours> among_neighbours(double value,
                                                const std::vector<std::optional<double>>&);

/// One list of variables for each area, all of the same length.
using AreaVariables = std::vector<std::vector<double>>;

/// Distances from one area to every area, 0 to itself: the root of the weighted sum of squared
/// differences of standardised variables (standard deviation with n - 1; a variable that does not
/// vary counts nothing). Source: Benton, Chamberlain, Wilson and Teeman (2007), NFER for DfES.
std::vector<double> neighbour_distances(const AreaVariables&, const std::vector<double>& weights,
                                        std::size_t area);

/// The nearest `count` areas, nearest first; ties in the order given. Source: Benton and others
/// (2007).
std::vector<std::size_t> nearest(const std::vector<double>& distances, std::size_t area,
                                 std::size_t count = 10);

} // namespace onroll::insight
