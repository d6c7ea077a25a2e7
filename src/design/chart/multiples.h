// The same small chart for many areas on one scale, side by side, so that shapes can be compared.
// And a line without axes for a table, beside its figure.
#pragma once

#include "design/chart/figure.h"

namespace onroll::design::chart {

struct SmallPanel {
    std::string name{};
    std::vector<Value> values{}; ///< one for each period
    bool ours = false;
};

struct SmallMultiples {
    Figure figure{};
    std::vector<std::string> periods{};
    std::vector<SmallPanel> panels{};
    std::vector<Value> compared{}; ///< the grey dashed line in each panel; may be empty
    std::string compared_name{};   ///< "England"
};

/// Throws Bug for no panel or one that does not fit the periods.
Html render(const SmallMultiples& chart);
std::string picture_file(const SmallMultiples& chart, std::string_view source);
Rows rows_of(const SmallMultiples& chart);

/// A line of 120 by 28 for a table's cell. `description` says in words what it shows; the figures
/// stand beside it. Nothing for fewer than two figures.
Html sparkline(std::string_view description, const std::vector<Value>& values);

} // namespace onroll::design::chart
