#include "design/chart/interval.h"

#include "design/chart/scale.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace onroll::design::chart {
namespace interval_detail {

std::string range_of(const IntervalRow& row)
{
    return "(" + row.low_shown + " to " + row.high_shown + ")";
}

void draw_scale(Drawing& drawing, const Plot& plot, const IntervalChart& chart, Width width)
{
    for (const auto& band : chart.bands) {
        drawing.box(Ink::band, {plot.x(band.from), plot.area.y, plot.x(band.to) - plot.x(band.from),
                                plot.area.height});
        const bool at_left = band.from <= chart.from;
        drawing.words({at_left ? plot.x(band.from) : plot.x(band.to), plot.area.y - 10},
                      width == Width::wide || band.short_name.empty() ? band.name : band.short_name,
                      Words::soft, at_left ? Anchor::start : Anchor::end);
    }
    double free_from = -1;
    for (const auto& [at, words] : chart.ticks) {
        const double x = plot.x(at);
        drawing.line(Ink::grid, {x, plot.area.y}, {x, plot.bottom()});
        const double half = width_of(words) / 2;
        const double right = plot.area.x + plot.area.width;
        const auto anchor = x - half < 0           ? Anchor::start
                            : x + half > right + 6 ? Anchor::end
                                                   : Anchor::middle;
        const double from = anchor == Anchor::start ? x
                            : anchor == Anchor::end ? x - 2 * half
                                                    : x - half;
        if (from <= free_from) continue;
        drawing.words({x, plot.bottom() + 22}, words, Words::soft, anchor);
        free_from = from + 2 * half + 8;
    }
    if (chart.reference) {
        const double x = plot.x(*chart.reference);
        drawing.line(Ink::break_line, {x, plot.area.y}, {x, plot.bottom()});
    }
}

void draw_range(Drawing& drawing, const Plot& plot, const IntervalRow& row, double y)
{
    if (!row.value.drawn()) {
        drawing.words({plot.area.x + plot.area.width / 2, y + 5}, row.value.shown, Words::soft,
                      Anchor::middle);
        return;
    }
    const double from = plot.x(row.low);
    drawing.box(Ink::interval, {from, y - 6, std::max(2.0, plot.x(row.high) - from), 12}, 6);
    drawing.circle(Ink::outside, {plot.x(*row.value.at), y}, 8);
}

void draw_wide_row(Drawing& drawing, const Plot& plot, const IntervalRow& row, double y)
{
    const auto lines = lines_of(row.name, plot.area.x - 24);
    drawing.wrapped({plot.area.x - 18, y + 5 - 10 * (static_cast<double>(lines.size()) - 1)},
                    row.name, plot.area.x - 24, Words::plain, Anchor::end);
    draw_range(drawing, plot, row, y);
    if (!row.value.drawn()) return;
    const double right = plot.area.x + plot.area.width + 18;
    drawing.words({right, y + 5}, row.value.shown, Words::strong);
    drawing.words({right + width_of(row.value.shown, Words::strong) + 8, y + 5}, range_of(row),
                  Words::soft);
}

double right_room(const IntervalChart& chart)
{
    double room = 60;
    for (const auto& row : chart.rows)
        room = std::max(room, width_of(row.value.shown, Words::strong) + width_of(range_of(row)));
    return room + 34;
}

Sketch draw(const IntervalChart& chart, Width width)
{
    Sketch sketch{.width = units_of(width)};
    const bool wide = width == Width::wide;
    const double top = chart.bands.empty() ? 6 : 26;
    const auto count = static_cast<double>(chart.rows.size());
    double height = 46 * count;
    std::vector<double> places;
    if (!wide) {
        height = 0;
        for (const auto& row : chart.rows) {
            places.push_back(top + height);
            const auto lines = lines_of(row.name, 280, Words::strong).size();
            height += 20 * static_cast<double>(lines) + 62;
        }
    }
    const double left = wide ? 235 : 6;
    Plot plot{.area = {left, top, sketch.width - left - (wide ? right_room(chart) : 6), height},
              .right = chart.to,
              .left = chart.from};
    draw_scale(sketch.drawing, plot, chart, width);
    for (std::size_t n = 0; n < chart.rows.size(); ++n) {
        const auto& row = chart.rows[n];
        if (wide) {
            draw_wide_row(sketch.drawing, plot, row, top + 23 + 46 * static_cast<double>(n));
            continue;
        }
        const double below =
            sketch.drawing.wrapped({left, places[n] + 20}, row.name, 280, Words::strong);
        if (row.value.drawn())
            sketch.drawing.words({left, below}, row.value.shown + " " + range_of(row));
        draw_range(sketch.drawing, plot, row, below + 18);
    }
    double y = plot.bottom() + (chart.ticks.empty() ? 4 : 24);
    const auto below = [&](const std::string& words) {
        if (!words.empty())
            y = sketch.drawing.wrapped({wide ? left + plot.area.width / 2 : left, y + 22}, words,
                                       wide ? plot.area.width : 280, Words::soft,
                                       wide ? Anchor::middle : Anchor::start) -
                20;
    };
    below(chart.axis);
    if (chart.reference) below("Dotted line: " + chart.reference_name);
    sketch.height = y + 12;
    return sketch;
}

} // namespace interval_detail

Rows rows_of(const IntervalChart& chart)
{
    ensure(!chart.rows.empty(), "an interval chart has rows");
    Rows rows{.head = {chart.name_of_rows, chart.name_of_values, "From", "To"}};
    for (const auto& row : chart.rows) {
        if (!row.value.drawn()) {
            rows.cells.push_back({row.name, row.value.shown, row.value.shown, row.value.shown});
            continue;
        }
        ensure(row.low <= row.high, "a range goes from its low end to its high end");
        rows.cells.push_back({row.name, row.value.shown, row.low_shown, row.high_shown});
    }
    return rows;
}

Html render(const IntervalChart& chart)
{
    const auto rows = rows_of(chart);
    return render(
        chart.figure,
        {interval_detail::draw(chart, Width::wide), interval_detail::draw(chart, Width::narrow)},
        rows);
}

std::string picture_file(const IntervalChart& chart, std::string_view source)
{
    return picture_file(chart.figure, interval_detail::draw(chart, Width::wide), source);
}

} // namespace onroll::design::chart
