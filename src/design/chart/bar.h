// Bars, which start at 0: lying, with a name each; and standing, in groups with gaps between them
// (weeks of half terms, holidays left as gaps).
#pragma once

#include "design/chart/figure.h"

namespace onroll::design::chart {

struct Bar {
    std::string name{};
    Value value{};
    bool looked_at = false; ///< in the colour of attention; the others are grey
};

/// Lying bars, in the order given.
struct BarChart {
    Figure figure{};
    std::string name_of_bars = "Reason"; ///< head of the table's first column
    std::string name_of_values = "Number";
    std::vector<Bar> bars{};
};

struct ColumnGroup {
    std::string name{};       ///< "Autumn 1"
    std::string short_name{}; ///< for a phone; empty to leave it out there
    std::vector<Bar> bars{};
};

/// Standing bars in groups.
struct ColumnChart {
    Figure figure{};
    std::string name_of_groups = "Half term";
    std::string name_of_bars = "Week";
    std::string name_of_values = "Rate";
    std::string axis{}; ///< "School weeks, with holidays left as gaps"
    std::vector<ColumnGroup> groups{};
};

/// Throws Bug for no bar, or one below 0.
Html render(const BarChart& chart);
Html render(const ColumnChart& chart);
std::string picture_file(const BarChart& chart, std::string_view source);
std::string picture_file(const ColumnChart& chart, std::string_view source);
Rows rows_of(const BarChart& chart);
Rows rows_of(const ColumnChart& chart);

} // namespace onroll::design::chart
