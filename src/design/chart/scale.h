// From figures to places on the drawing: rounded steps from 0, and the frame that lines, columns
// and points share.
#pragma once

#include "design/chart/drawing.h"

#include <string>
#include <vector>

namespace onroll::design::chart {

/// Steps of 1, 2, 2.5 or 5 times a power of ten, from 0 to at least the highest figure.
struct Steps {
    double step = 1;
    int count = 1;
    double top() const { return step * count; }
    /// "0", "0.05", "1,000": as many decimals as the step needs.
    std::string shown(int n) const;
};

/// About `wanted` steps. A highest figure of 0 gives one step of 1.
Steps steps_to(double highest, int wanted = 4);

/// A number of an axis with `decimals` decimals and a comma for thousands.
std::string axis_number(double value, int decimals);

/// The part of a drawing where figures are, its left lower corner at 0.
struct Plot {
    Box area{};
    double right = 1; ///< what stands at the right edge
    double top = 1;   ///< what stands at the upper edge
    double left = 0;  ///< what stands at the left edge

    double x(double value) const { return area.x + area.width * (value - left) / (right - left); }
    double y(double value) const { return area.y + area.height * (1 - value / top); }
    double bottom() const { return area.y + area.height; }
};

/// Horizontal lines with their numbers, the one at 0 as the axis.
void draw_steps(Drawing& drawing, const Plot& plot, const Steps& steps);

} // namespace onroll::design::chart
