#include "design/chart/line.h"

#include "design/chart/scale.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

#include <algorithm>

namespace onroll::design::chart {
namespace line_detail {

struct Label {
    std::size_t line;
    double wanted;
    double y; ///< of the first of its words
    std::vector<std::string> words;

    Words style() const { return line == 0 ? Words::strong : Words::plain; }
    double last_y() const { return y + 20 * (static_cast<double>(words.size()) - 1); }
};

double highest(const LineChart& chart)
{
    double value = 0;
    for (const auto& line : chart.lines)
        for (const auto& one : line.values) value = std::max(value, one.at.value_or(0));
    return value;
}

void check(const LineChart& chart)
{
    ensure(!chart.lines.empty() && chart.lines.size() <= categorical.size(),
           "a line chart has one to four lines");
    ensure(!chart.periods.empty(), "a line chart has periods");
    for (const auto& line : chart.lines)
        ensure(line.values.size() == chart.periods.size(), "a line has a value for each period");
}

// Where the periods stand: a single one stands in the middle.
double x_of(const Plot& plot, const LineChart& chart, std::size_t period)
{
    if (chart.periods.size() == 1) return plot.area.x + plot.area.width / 2;
    return plot.x(static_cast<double>(period));
}

bool is_break(const LineChart& chart, std::size_t period)
{
    return std::find(chart.breaks.begin(), chart.breaks.end(), period) != chart.breaks.end();
}

void draw_spans(Drawing& drawing, const Plot& plot, const LineChart& chart)
{
    const double half = plot.area.width / (2 * (plot.right - plot.left));
    for (const auto& span : chart.spans) {
        const double from = std::max(plot.area.x, x_of(plot, chart, span.first) - half);
        const double to =
            std::min(plot.area.x + plot.area.width, x_of(plot, chart, span.last) + half);
        drawing.box(Ink::band, {from, plot.area.y, to - from, plot.area.height});
    }
}

void draw_span_words(Drawing& drawing, const Plot& plot, const LineChart& chart)
{
    for (const auto& span : chart.spans) {
        const double middle = (x_of(plot, chart, span.first) + x_of(plot, chart, span.last)) / 2;
        drawing.wrapped({middle, plot.area.y + 18}, span.label, 100, Words::soft, Anchor::middle);
    }
}

void draw_breaks(Drawing& drawing, const Plot& plot, const LineChart& chart, Width width)
{
    const auto mark = [&](std::size_t period, const char* words) {
        const double x = (x_of(plot, chart, period) + x_of(plot, chart, period - 1)) / 2;
        drawing.line(Ink::break_line, {x, plot.area.y}, {x, plot.bottom()});
        if (width == Width::wide)
            drawing.wrapped({x + 5, plot.area.y + 14}, words, 90, Words::soft);
    };
    for (const auto period : chart.breaks)
        if (period > 0 && period < chart.periods.size()) mark(period, "Counted differently");
    if (chart.provisional_from && *chart.provisional_from > 0) {
        if (!is_break(chart, *chart.provisional_from)) mark(*chart.provisional_from, "Provisional");
    }
}

void draw_periods(Drawing& drawing, const Plot& plot, const LineChart& chart, Width width)
{
    const auto last = chart.periods.size() - 1;
    const double room = width_of(chart.periods.back()) + 16;
    const auto fit = std::max<std::size_t>(1, static_cast<std::size_t>(plot.area.width / room));
    const auto step = std::max<std::size_t>(1, (last + fit - 1) / fit);
    for (std::size_t period = 0; period <= last; ++period) {
        if ((last - period) % step != 0) continue;
        const double x = x_of(plot, chart, period);
        const bool at_edge = width == Width::narrow && last > 0;
        if (at_edge && period != 0 && period != last) continue;
        drawing.words({x, plot.bottom() + 24}, chart.periods[period], Words::soft,
                      !at_edge         ? Anchor::middle
                      : period == last ? Anchor::end
                                       : Anchor::start);
    }
    if (width == Width::narrow && last > 0 && last % step != 0)
        drawing.words({x_of(plot, chart, 0), plot.bottom() + 24}, chart.periods.front(),
                      Words::soft);
}

// The runs of a line that may be joined: a missing value or a change in the counting ends one.
std::vector<std::vector<Point>> runs_of(const Plot& plot, const LineChart& chart, const Line& line,
                                        std::size_t from, std::size_t until)
{
    std::vector<std::vector<Point>> runs(1);
    for (std::size_t period = from; period < until; ++period) {
        const auto& value = line.values[period];
        if (!value.drawn() || (is_break(chart, period) && !runs.back().empty()))
            runs.emplace_back();
        if (value.drawn()) runs.back().push_back({x_of(plot, chart, period), plot.y(*value.at)});
    }
    return runs;
}

void draw_line(Drawing& drawing, const Plot& plot, const LineChart& chart, std::size_t n)
{
    const auto& line = chart.lines[n];
    const auto firm =
        std::min(chart.provisional_from.value_or(chart.periods.size()), chart.periods.size());
    for (const auto& run : runs_of(plot, chart, line, 0, firm)) {
        drawing.line(n == 0 && line.provisional ? Ink::provisional : line_ink(n), run);
        if (run.size() == 1) drawing.circle(mark_ink(n), run.front(), 5);
    }
    if (firm < chart.periods.size()) {
        for (const auto& run :
             runs_of(plot, chart, line, firm == 0 ? 0 : firm - 1, chart.periods.size()))
            drawing.line(n == 0 ? Ink::provisional : line_ink(n), run);
    }
    if (n == 0 && !line.provisional)
        for (std::size_t period = 0; period < chart.periods.size(); ++period)
            if (!line.values[period].drawn())
                drawing.words({x_of(plot, chart, period), plot.bottom() - 8},
                              line.values[period].shown, Words::soft, Anchor::middle);
}

// Where a line ends.
std::optional<Point> end_of(const Plot& plot, const LineChart& chart, const Line& line)
{
    for (std::size_t period = chart.periods.size(); period-- > 0;)
        if (const auto& value = line.values[period]; value.drawn())
            return Point{x_of(plot, chart, period), plot.y(*value.at)};
    return std::nullopt;
}

// The mark at a line's end: open where the figure is provisional.
void draw_end(Drawing& drawing, const LineChart& chart, std::size_t n, Point at)
{
    const auto& line = chart.lines[n];
    const bool provisional =
        line.provisional || (chart.provisional_from && line.values.back().drawn());
    drawing.circle(provisional ? Ink::open_mark : mark_ink(n), at, 5);
}

// "England 9.33"; of a line that ends earlier, "England 9.33 in 2021/22".
std::string label_of(const LineChart& chart, const Line& line)
{
    const auto last = chart.periods.size() - 1;
    for (std::size_t period = chart.periods.size(); period-- > 0;)
        if (line.values[period].drawn())
            return line.name + " " + line.values[period].shown +
                   (period == last ? "" : " in " + chart.periods[period]);
    return line.name + " " + line.values.back().shown;
}

// Names beside the ends of their lines, moved apart where they would touch.
void draw_names_beside(Drawing& drawing, const Plot& plot, const LineChart& chart)
{
    const double edge = plot.area.x + plot.area.width;
    std::vector<Label> labels;
    for (std::size_t n = 0; n < chart.lines.size(); ++n)
        if (const auto end = end_of(plot, chart, chart.lines[n])) {
            labels.push_back({n, end->y, end->y, {}});
            labels.back().words =
                lines_of(label_of(chart, chart.lines[n]), 960 - edge - 30, labels.back().style());
        }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const auto& a, const auto& b) { return a.wanted < b.wanted; });
    for (std::size_t i = 1; i < labels.size(); ++i)
        labels[i].y = std::max(labels[i].y, labels[i - 1].last_y() + 22);
    double lowest = plot.bottom() - 4;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y -= std::max(0.0, label->last_y() - lowest);
        lowest = label->y - 22;
    }
    for (const auto& label : labels) {
        const auto& line = chart.lines[label.line];
        const auto end = end_of(plot, chart, line);
        draw_end(drawing, chart, label.line, *end);
        drawing.line(Ink::leader, {end->x + 7, end->y}, {edge + 22, label.y});
        for (std::size_t i = 0; i < label.words.size(); ++i)
            drawing.words({edge + 27, label.y + 5 + 20 * static_cast<double>(i)}, label.words[i],
                          label.style());
    }
}

double draw_names_below(Drawing& drawing, const Plot& plot, const LineChart& chart, double y)
{
    for (std::size_t n = 0; n < chart.lines.size(); ++n) {
        const auto end = end_of(plot, chart, chart.lines[n]);
        if (end) draw_end(drawing, chart, n, *end);
        drawing.line(line_ink(n), {0, y - 5}, {34, y - 5});
        y = drawing.wrapped({44, y}, label_of(chart, chart.lines[n]), 246,
                            n == 0 ? Words::strong : Words::plain) +
            2;
    }
    return y;
}

// Room for the longest name beside the plot, between a fifth and a third of the drawing.
double room_for_names(const LineChart& chart)
{
    double room = 0;
    for (const auto& line : chart.lines)
        for (const auto& words : {line.name + " 00.00", label_of(chart, line)})
            room = std::max(room, width_of(words, Words::strong) + 36);
    return std::clamp(room, 170.0, 330.0);
}

Sketch draw(const LineChart& chart, Width width)
{
    Sketch sketch{.width = units_of(width)};
    const auto steps = steps_to(highest(chart), 4);
    const double margin = std::max(34.0, width_of(steps.shown(steps.count)) + 14);
    const bool wide = width == Width::wide;
    const double right = wide ? units_of(width) - room_for_names(chart) : units_of(width) - 8;
    Plot plot{.area = {margin, 20, right - margin, wide ? 335.0 : 190.0},
              .right = static_cast<double>(std::max<std::size_t>(1, chart.periods.size() - 1)),
              .top = steps.top()};
    draw_spans(sketch.drawing, plot, chart);
    draw_steps(sketch.drawing, plot, steps);
    if (wide) draw_span_words(sketch.drawing, plot, chart);
    draw_breaks(sketch.drawing, plot, chart, width);
    draw_periods(sketch.drawing, plot, chart, width);
    for (std::size_t n = chart.lines.size(); n-- > 0;) draw_line(sketch.drawing, plot, chart, n);
    sketch.height = plot.bottom() + 45;
    if (wide)
        draw_names_beside(sketch.drawing, plot, chart);
    else
        sketch.height = draw_names_below(sketch.drawing, plot, chart, plot.bottom() + 56) - 8;
    return sketch;
}

} // namespace line_detail

Rows rows_of(const LineChart& chart)
{
    line_detail::check(chart);
    Rows rows{.head = {chart.period_name}};
    for (const auto& line : chart.lines)
        rows.head.push_back(line.name + (line.provisional ? " (provisional)" : ""));
    for (std::size_t period = 0; period < chart.periods.size(); ++period) {
        const bool provisional = chart.provisional_from && period >= *chart.provisional_from;
        std::vector<std::string> cells{chart.periods[period] +
                                       (provisional ? " (provisional)" : "")};
        for (const auto& line : chart.lines) cells.push_back(line.values[period].shown);
        rows.cells.push_back(std::move(cells));
    }
    return rows;
}

Html render(const LineChart& chart)
{
    const auto rows = rows_of(chart);
    return render(chart.figure,
                  {line_detail::draw(chart, Width::wide), line_detail::draw(chart, Width::narrow)},
                  rows);
}

std::string picture_file(const LineChart& chart, std::string_view source)
{
    line_detail::check(chart);
    return picture_file(chart.figure, line_detail::draw(chart, Width::wide), source);
}

} // namespace onroll::design::chart
