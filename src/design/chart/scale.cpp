#include "design/chart/scale.h"

#include "design/words.h"

#include <fmt/format.h>

#include <cmath>

namespace onroll::design::chart {

std::string axis_number(double value, int decimals)
{
    const auto text = fmt::format("{:.{}f}", value, decimals);
    const auto point = text.find('.');
    return with_thousands(std::stoll(text.substr(0, point))) +
           (point == std::string::npos ? "" : text.substr(point));
}

std::string Steps::shown(int n) const
{
    int decimals = 0;
    for (double part = step; decimals < 6 && std::abs(part - std::round(part)) > 1e-6; part *= 10)
        ++decimals;
    return axis_number(step * n, n == 0 ? 0 : decimals);
}

Steps steps_to(double highest, int wanted)
{
    if (!(highest > 0)) return {};
    const double rough = highest / wanted;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double nice : {1.0, 2.0, 2.5, 5.0})
        if (nice * power >= rough * 0.999) {
            step = nice * power;
            break;
        }
    return {step, std::max(1, static_cast<int>(std::ceil(highest / step - 1e-9)))};
}

void draw_steps(Drawing& drawing, const Plot& plot, const Steps& steps)
{
    for (int n = 0; n <= steps.count; ++n) {
        const double y = plot.y(steps.step * n);
        drawing.line(n == 0 ? Ink::axis : Ink::grid, {plot.area.x, y},
                     {plot.area.x + plot.area.width, y});
        drawing.words({plot.area.x - 8, y + 5}, steps.shown(n), Words::soft, Anchor::end);
    }
}

} // namespace onroll::design::chart
