#include "design/chart/multiples.h"

#include "design/chart/scale.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

#include <algorithm>

namespace onroll::design::chart {
namespace multiples_detail {

void check(const SmallMultiples& chart)
{
    ensure(!chart.panels.empty() && chart.periods.size() >= 2,
           "small multiples have panels and two periods or more");
    for (const auto& panel : chart.panels)
        ensure(panel.values.size() == chart.periods.size(), "a panel has a value for each period");
    ensure(chart.compared.empty() || chart.compared.size() == chart.periods.size(),
           "what is compared has a value for each period");
}

double highest(const std::vector<Value>& values)
{
    double value = 0;
    for (const auto& one : values) value = std::max(value, one.at.value_or(0));
    return value;
}

void draw_runs(Drawing& drawing, const Plot& plot, Ink ink, const std::vector<Value>& values)
{
    std::vector<Point> run;
    for (std::size_t n = 0; n < values.size(); ++n) {
        if (values[n].drawn()) {
            run.push_back({plot.x(static_cast<double>(n)), plot.y(*values[n].at)});
            continue;
        }
        drawing.line(ink, run);
        run.clear();
    }
    drawing.line(ink, run);
}

void draw_panel(Drawing& drawing, const SmallMultiples& chart, const SmallPanel& panel,
                const Steps& steps, const Box& box)
{
    const auto lines = lines_of(panel.name, box.width - 8, Words::strong);
    std::string name = lines.empty() ? std::string() : lines.front();
    if (lines.size() > 1) name += "…";
    drawing.words({box.x, box.y + 16}, name, panel.ours ? Words::strong : Words::plain);
    const double margin = std::max(30.0, width_of(steps.shown(steps.count)) + 12);
    const Plot plot{.area = {box.x + margin, box.y + 32, box.width - margin - 58, box.height - 72},
                    .right = static_cast<double>(chart.periods.size() - 1),
                    .top = steps.top()};
    draw_steps(drawing, plot, steps);
    if (!chart.compared.empty()) draw_runs(drawing, plot, Ink::limit_95, chart.compared);
    draw_runs(drawing, plot, panel.ours ? Ink::line_1 : Ink::limit_998, panel.values);
    for (std::size_t n = panel.values.size(); n-- > 0;)
        if (const auto& value = panel.values[n]; value.drawn()) {
            const Point end{plot.x(static_cast<double>(n)), plot.y(*value.at)};
            drawing.circle(Ink::focus, end, 4);
            drawing.words({plot.area.x + plot.area.width + 9, end.y + 5}, value.shown,
                          Words::strong);
            break;
        }
    drawing.words({plot.area.x, plot.bottom() + 22}, chart.periods.front(), Words::soft);
    drawing.words({plot.area.x + plot.area.width + 54, plot.bottom() + 22}, chart.periods.back(),
                  Words::soft, Anchor::end);
}

Sketch draw(const SmallMultiples& chart, Width width)
{
    Sketch sketch{.width = units_of(width)};
    const std::size_t across = width == Width::wide ? 3 : 1;
    const double panel_width =
        (sketch.width - 30 * static_cast<double>(across - 1)) / static_cast<double>(across);
    double value = highest(chart.compared);
    for (const auto& panel : chart.panels) value = std::max(value, highest(panel.values));
    const auto steps = steps_to(value, 2);
    for (std::size_t n = 0; n < chart.panels.size(); ++n)
        draw_panel(sketch.drawing, chart, chart.panels[n], steps,
                   {static_cast<double>(n % across) * (panel_width + 30),
                    static_cast<double>(n / across) * 190, panel_width, 176});
    sketch.height = static_cast<double>((chart.panels.size() + across - 1) / across) * 190;
    if (!chart.compared_name.empty()) {
        sketch.drawing.line(Ink::limit_95, {0, sketch.height + 10}, {34, sketch.height + 10});
        sketch.drawing.words({44, sketch.height + 15}, chart.compared_name + ", in each");
        sketch.height += 28;
    }
    return sketch;
}

} // namespace multiples_detail

Rows rows_of(const SmallMultiples& chart)
{
    multiples_detail::check(chart);
    Rows rows{.head = {"Area"}};
    rows.head.insert(rows.head.end(), chart.periods.begin(), chart.periods.end());
    const auto add = [&rows](const std::string& name, const std::vector<Value>& values) {
        std::vector<std::string> cells{name};
        for (const auto& value : values) cells.push_back(value.shown);
        rows.cells.push_back(std::move(cells));
    };
    for (const auto& panel : chart.panels) add(panel.name, panel.values);
    if (!chart.compared.empty()) add(chart.compared_name, chart.compared);
    return rows;
}

Html render(const SmallMultiples& chart)
{
    const auto rows = rows_of(chart);
    return render(
        chart.figure,
        {multiples_detail::draw(chart, Width::wide), multiples_detail::draw(chart, Width::narrow)},
        rows);
}

std::string picture_file(const SmallMultiples& chart, std::string_view source)
{
    multiples_detail::check(chart);
    return picture_file(chart.figure, multiples_detail::draw(chart, Width::wide), source);
}

Html sparkline(std::string_view description, const std::vector<Value>& values)
{
    const auto drawn = std::count_if(values.begin(), values.end(),
                                     [](const Value& value) { return value.drawn(); });
    if (drawn < 2) return {};
    Drawing drawing;
    const double top = std::max(multiples_detail::highest(values), 1e-12);
    const Plot plot{
        .area = {3, 3, 114, 22}, .right = static_cast<double>(values.size() - 1), .top = top};
    multiples_detail::draw_runs(drawing, plot, Ink::limit_998, values);
    for (std::size_t n = values.size(); n-- > 0;)
        if (values[n].drawn()) {
            drawing.circle(Ink::focus, {plot.x(static_cast<double>(n)), plot.y(*values[n].at)}, 3);
            break;
        }
    return raw(fmt::format(
        R"(<svg class="onr-spark" viewBox="0 0 120 28" width="120" height="28" role="img" aria-label="{}">{}</svg>)",
        escaped(description), drawing.markup()));
}

} // namespace onroll::design::chart
