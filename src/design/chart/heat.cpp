#include "design/chart/heat.h"

#include "design/chart/scale.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace onroll::design::chart {
namespace heat_detail {

void check(const HeatMap& chart)
{
    ensure(!chart.rows.empty() && !chart.columns.empty(), "a heat map has rows and columns");
    ensure(chart.begins.size() < shades.size(), "a heat map has at most five shades");
    ensure(chart.key.size() == chart.begins.size() + 1, "each shade has its words");
    ensure(std::is_sorted(chart.begins.begin(), chart.begins.end()), "shades rise");
    for (const auto& row : chart.rows)
        ensure(row.values.size() == chart.columns.size(), "a row has a value for each column");
}

void draw_cell(Drawing& drawing, const HeatMap& chart, const Value& value, const Box& box)
{
    const Point middle{box.x + box.width / 2, box.y + box.height / 2 + 6};
    if (!value.drawn()) {
        drawing.box(Ink::hidden, {box.x + 1, box.y + 1, box.width - 2, box.height - 2});
        drawing.words(middle, value.shown, Words::plain, Anchor::middle);
        return;
    }
    const auto ink = shade_ink_of(shade_of(chart.begins, *value.at), chart.key.size());
    drawing.box(ink, box);
    drawing.words(middle, value.shown, wants_white_words(ink) ? Words::white : Words::plain,
                  Anchor::middle);
}

Sketch draw(const HeatMap& chart, Width width)
{
    Sketch sketch{.width = units_of(width)};
    const bool wide = width == Width::wide;
    const double left = wide ? 260 : 0;
    const double cell = (sketch.width - left) / static_cast<double>(chart.columns.size());
    const auto& heads = wide || chart.short_columns.empty() ? chart.columns : chart.short_columns;
    double y = 0;
    for (std::size_t n = 0; n < heads.size(); ++n)
        y = std::max(y, sketch.drawing.wrapped({left + cell * (static_cast<double>(n) + 0.5), 18},
                                               heads[n], cell - 6, Words::soft, Anchor::middle));
    y -= 8;
    for (const auto& row : chart.rows) {
        const auto lines = lines_of(row.name, wide ? left - 20 : 286);
        const auto count = static_cast<double>(lines.size());
        double height = 42;
        if (wide) {
            height = std::max(height, 20 * count + 8);
            sketch.drawing.wrapped({left - 14, y + height / 2 + 6 - 10 * (count - 1)}, row.name,
                                   left - 20, Words::plain, Anchor::end);
        } else {
            y = sketch.drawing.wrapped({0, y + 18}, row.name, 286, Words::strong) - 12;
        }
        for (std::size_t n = 0; n < row.values.size(); ++n)
            draw_cell(sketch.drawing, chart, row.values[n],
                      {left + cell * static_cast<double>(n), y, cell, height});
        y += height + (wide ? 4 : 8);
    }
    sketch.height = draw_key(sketch.drawing, {left, y + 20}, sketch.width - left, chart.key) + 6;
    return sketch;
}

} // namespace heat_detail

std::size_t shade_of(const std::vector<double>& begins, double value)
{
    return static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), value) -
                                    begins.begin());
}

Ink shade_ink_of(std::size_t n, std::size_t count)
{
    ensure(n < count && count <= shades.size(), "a shade is one of its key");
    if (count == 1) return Ink::shade_3;
    return shade_ink(n * (shades.size() - 1) / (count - 1));
}

double draw_key(Drawing& drawing, Point at, double width, const std::vector<std::string>& key)
{
    double x = at.x;
    double y = at.y;
    for (std::size_t n = 0; n < key.size(); ++n) {
        const double room = width_of(key[n]) + 44;
        if (x > at.x && x + room > at.x + width) {
            x = at.x;
            y += 28;
        }
        drawing.box(shade_ink_of(n, key.size()), {x, y - 6, 20, 20});
        drawing.words({x + 27, y + 10}, key[n], Words::soft);
        x += room;
    }
    return y + 22;
}

Rows rows_of(const HeatMap& chart)
{
    heat_detail::check(chart);
    Rows rows{.head = {chart.name_of_rows}};
    rows.head.insert(rows.head.end(), chart.columns.begin(), chart.columns.end());
    for (const auto& row : chart.rows) {
        std::vector<std::string> cells{row.name};
        for (const auto& value : row.values) cells.push_back(value.shown);
        rows.cells.push_back(std::move(cells));
    }
    return rows;
}

Html render(const HeatMap& chart)
{
    const auto rows = rows_of(chart);
    return render(chart.figure,
                  {heat_detail::draw(chart, Width::wide), heat_detail::draw(chart, Width::narrow)},
                  rows);
}

std::string picture_file(const HeatMap& chart, std::string_view source)
{
    heat_detail::check(chart);
    return picture_file(chart.figure, heat_detail::draw(chart, Width::wide), source);
}

} // namespace onroll::design::chart
