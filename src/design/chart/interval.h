// A figure as a dot with the range in which the truth is likely to lie: the rank strip, rates of
// groups. The range is drawn, never a dot alone (conventions.md H-07).
#pragma once

#include "design/chart/figure.h"

namespace onroll::design::chart {

struct IntervalRow {
    std::string name{};
    Value value{};
    double low = 0; ///< both ends included; not used where the value is a symbol
    double high = 0;
    std::string low_shown{};
    std::string high_shown{};
};

/// Where a part of the scale has a name: "Lowest quarter".
struct ScaleBand {
    double from = 0;
    double to = 0;
    std::string name{};
    std::string short_name{};
};

struct IntervalChart {
    Figure figure{};
    std::string name_of_rows = "Measure";
    std::string name_of_values = "Rank";
    std::string axis{}; ///< "Rank among 151 areas"
    double from = 0;    ///< what stands at the left
    double to = 1;
    std::vector<std::pair<double, std::string>> ticks{};
    std::vector<ScaleBand> bands{};    ///< at most two, at the ends
    std::optional<double> reference{}; ///< a line across all rows
    std::string reference_name{};
    std::vector<IntervalRow> rows{};
};

/// Throws Bug for no row, or a value outside its range.
Html render(const IntervalChart& chart);
std::string picture_file(const IntervalChart& chart, std::string_view source);
Rows rows_of(const IntervalChart& chart);

} // namespace onroll::design::chart
