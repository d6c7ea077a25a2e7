// A table shaded by its figures, each written in its cell: who is affected most, and where.
#pragma once

#include "design/chart/figure.h"

namespace onroll::design::chart {

struct HeatRow {
    std::string name{};
    std::vector<Value> values{}; ///< one for each column
};

struct HeatMap {
    Figure figure{};
    std::string name_of_rows = "Group";
    std::vector<std::string> columns{};
    std::vector<std::string> short_columns{}; ///< for a phone; empty to use `columns`
    /// One to four rising values at which a darker shade begins, with their words for the key:
    /// "under 10", "10 to 19.9" ..., one more than the values.
    std::vector<double> begins{};
    std::vector<std::string> key{};
    std::vector<HeatRow> rows{};
};

/// The shade of a value: 0 for below the first beginning.
std::size_t shade_of(const std::vector<double>& begins, double value);

/// Throws Bug for no row, a row that does not fit the columns, or a key that does not fit.
Html render(const HeatMap& chart);
std::string picture_file(const HeatMap& chart, std::string_view source);
Rows rows_of(const HeatMap& chart);

/// The key of shades below a chart; answers where it ends.
double draw_key(Drawing& drawing, Point at, double width, const std::vector<std::string>& key);
/// The ink of the n-th of `count` shades, spread from the lightest to the darkest.
Ink shade_ink_of(std::size_t n, std::size_t count);

} // namespace onroll::design::chart
