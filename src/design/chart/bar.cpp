#include "design/chart/bar.h"

#include "design/chart/scale.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace onroll::design::chart {
namespace bar_detail {

void check(const Bar& bar)
{
    ensure(bar.value.at.value_or(0) >= 0, "a bar starts at 0 and is not below it");
}

double highest(const std::vector<Bar>& bars)
{
    double value = 0;
    for (const auto& bar : bars) {
        check(bar);
        value = std::max(value, bar.value.at.value_or(0));
    }
    return value;
}

Ink ink_of(const Bar& bar)
{
    return bar.looked_at ? Ink::focus : Ink::rest;
}

Sketch draw(const BarChart& chart, Width width)
{
    Sketch sketch{.width = units_of(width)};
    const bool wide = width == Width::wide;
    const double top_value = std::max(highest(chart.bars), 1e-12);
    const double left = wide ? 330 : 0;
    const double room = sketch.width - left - 90;
    double y = 6;
    for (const auto& bar : chart.bars) {
        const auto style = bar.looked_at ? Words::strong : Words::plain;
        double middle = y + 14;
        if (wide) {
            const auto lines = lines_of(bar.name, left - 20, style);
            double baseline = middle + 5 - 10 * (static_cast<double>(lines.size()) - 1);
            baseline = std::max(baseline, y + 14);
            sketch.drawing.wrapped({left - 14, baseline}, bar.name, left - 20, style, Anchor::end);
            y += std::max(34.0, 20.0 * static_cast<double>(lines.size()) + 10);
            middle = std::max(middle, baseline - 5 + 10 * (static_cast<double>(lines.size()) - 1));
        } else {
            const double below = sketch.drawing.wrapped({0, y + 14}, bar.name, 290, style);
            middle = below + 1;
            y = below + 28;
        }
        if (!bar.value.drawn()) {
            sketch.drawing.words({left + 8, middle + 5}, bar.value.shown, Words::soft);
            continue;
        }
        const double length = room * *bar.value.at / top_value;
        sketch.drawing.box(ink_of(bar), {left, middle - 10, length, 20});
        sketch.drawing.words({left + length + 8, middle + 5}, bar.value.shown, style);
    }
    if (wide) sketch.drawing.line(Ink::axis, {left, 0}, {left, y});
    sketch.height = y + 4;
    return sketch;
}

std::size_t bars_in(const ColumnChart& chart)
{
    std::size_t count = 0;
    for (const auto& group : chart.groups) count += group.bars.size();
    return count;
}

void draw_columns(Drawing& drawing, const Plot& plot, const ColumnChart& chart, Width width)
{
    const double gap = width == Width::wide ? 18 : 7;
    const auto bars = static_cast<double>(bars_in(chart));
    const double pitch =
        (plot.area.width - gap * static_cast<double>(chart.groups.size() - 1)) / bars;
    double x = plot.area.x;
    double free_from = 0;
    for (const auto& group : chart.groups) {
        const double from = x;
        for (const auto& bar : group.bars) {
            const Box box{x + pitch * 0.07, plot.y(bar.value.at.value_or(0)), pitch * 0.86,
                          plot.bottom() - plot.y(bar.value.at.value_or(0))};
            if (bar.value.drawn()) {
                drawing.box(ink_of(bar), box);
            } else {
                drawing.box(Ink::hidden, {box.x, plot.bottom() - 16, box.width, 16});
                if (pitch > width_of(bar.value.shown))
                    drawing.words({box.x + box.width / 2, plot.bottom() - 22}, bar.value.shown,
                                  Words::soft, Anchor::middle);
            }
            if (bar.looked_at && width == Width::wide) {
                const auto words = bar.name + ": " + bar.value.shown;
                const double half = width_of(words, Words::strong) / 2;
                const double middle = std::clamp(box.x + box.width / 2, plot.area.x + half,
                                                 plot.area.x + plot.area.width - half);
                if (middle - half > free_from) {
                    drawing.words({middle, box.y - 8}, words, Words::strong, Anchor::middle);
                    free_from = middle + half + 8;
                }
            }
            x += pitch;
        }
        const auto& name = width == Width::wide ? group.name : group.short_name;
        if (!name.empty())
            drawing.words({(from + x) / 2, plot.bottom() + 24}, name, Words::soft, Anchor::middle);
        x += gap;
    }
}

Sketch draw(const ColumnChart& chart, Width width)
{
    Sketch sketch{.width = units_of(width)};
    double top_value = 0;
    for (const auto& group : chart.groups) top_value = std::max(top_value, highest(group.bars));
    const auto steps = steps_to(top_value, 4);
    const double margin = std::max(26.0, width_of(steps.shown(steps.count)) + 14);
    Plot plot{.area = {margin, 46, sketch.width - margin - 4, width == Width::wide ? 242.0 : 192.0},
              .top = steps.top()};
    draw_steps(sketch.drawing, plot, steps);
    draw_columns(sketch.drawing, plot, chart, width);
    double y = plot.bottom() + 24;
    if (!chart.axis.empty())
        y = sketch.drawing.wrapped({sketch.width / 2, y + 24}, chart.axis, sketch.width,
                                   Words::soft, Anchor::middle) -
            20;
    if (width == Width::narrow) {
        std::string looked_at;
        for (const auto& group : chart.groups)
            for (const auto& bar : group.bars)
                if (bar.looked_at)
                    looked_at += (looked_at.empty() ? "Highest: " : "; ") + bar.name + ", " +
                                 bar.value.shown;
        if (!looked_at.empty())
            y = sketch.drawing.wrapped({0, y + 26}, looked_at, sketch.width, Words::strong) - 20;
    }
    sketch.height = y + 14;
    return sketch;
}

} // namespace bar_detail

Rows rows_of(const BarChart& chart)
{
    ensure(!chart.bars.empty(), "a bar chart has bars");
    Rows rows{.head = {chart.name_of_bars, chart.name_of_values}};
    for (const auto& bar : chart.bars) {
        bar_detail::check(bar);
        rows.cells.push_back({bar.name, bar.value.shown});
    }
    return rows;
}

Rows rows_of(const ColumnChart& chart)
{
    ensure(bar_detail::bars_in(chart) > 0, "a column chart has bars");
    Rows rows{.head = {chart.name_of_bars, chart.name_of_groups, chart.name_of_values},
              .words_columns = 2};
    for (const auto& group : chart.groups)
        for (const auto& bar : group.bars)
            rows.cells.push_back({bar.name, group.name, bar.value.shown});
    return rows;
}

Html render(const BarChart& chart)
{
    const auto rows = rows_of(chart);
    return render(chart.figure,
                  {bar_detail::draw(chart, Width::wide), bar_detail::draw(chart, Width::narrow)},
                  rows);
}

Html render(const ColumnChart& chart)
{
    const auto rows = rows_of(chart);
    return render(chart.figure,
                  {bar_detail::draw(chart, Width::wide), bar_detail::draw(chart, Width::narrow)},
                  rows);
}

std::string picture_file(const BarChart& chart, std::string_view source)
{
    return picture_file(chart.figure, bar_detail::draw(chart, Width::wide), source);
}

std::string picture_file(const ColumnChart& chart, std::string_view source)
{
    return picture_file(chart.figure, bar_detail::draw(chart, Width::wide), source);
}

} // namespace onroll::design::chart
