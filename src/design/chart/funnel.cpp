#include "design/chart/funnel.h"

#include "design/chart/scale.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <cmath>

namespace onroll::design::chart {
namespace funnel_detail {

using Limit = double FunnelLimits::*;

// The part of a limit that lies on the plot, cut where it leaves at the top.
void draw_limit(Drawing& drawing, const Plot& plot, const FunnelChart& chart, Limit limit, Ink ink)
{
    std::vector<Point> points;
    for (const auto& at : chart.limits) {
        const double value = at.*limit;
        if (value > plot.top) {
            drawing.line(ink, points);
            points.clear();
        } else {
            points.push_back({plot.x(at.size), plot.y(std::max(0.0, value))});
        }
    }
    drawing.line(ink, points);
}

// Names that are already written: no two may touch.
class Places {
public:
    bool free(const Box& box)
    {
        for (const auto& other : taken_)
            if (box.x < other.x + other.width && other.x < box.x + box.width &&
                box.y < other.y + other.height && other.y < box.y + box.height)
                return false;
        taken_.push_back(box);
        return true;
    }
    void take(const Box& box) { taken_.push_back(box); }

private:
    std::vector<Box> taken_;
};

void draw_name(Drawing& drawing, const Plot& plot, Places& places, const FunnelPoint& point)
{
    const double x = plot.x(point.size);
    const double y = plot.y(std::min(*point.rate.at, plot.top));
    const double width = width_of(point.name, Words::strong);
    const bool fits_right = x + 12 + width < plot.area.x + plot.area.width;
    const double from = fits_right ? x + 12 : x - 12 - width;
    if (from < plot.area.x) return;
    for (const double shift : {0.0, -16.0, 16.0}) {
        if (!places.free({from, y - 8 + shift, width, 16})) continue;
        drawing.words({fits_right ? x + 12 : x - 12, y + 5 + shift}, point.name, Words::strong,
                      fits_right ? Anchor::start : Anchor::end);
        return;
    }
}

void draw_points(Drawing& drawing, const Plot& plot, const FunnelChart& chart, Width width)
{
    const auto place = [&](const FunnelPoint& point) {
        return Point{plot.x(point.size), plot.y(std::min(*point.rate.at, plot.top))};
    };
    for (const auto& point : chart.points)
        if (point.rate.drawn() && !point.ours && point.standing == Standing::inside)
            drawing.circle(Ink::point, place(point), width == Width::wide ? 4.5 : 3.5);
    Places places;
    for (const auto& point : chart.points)
        if (point.rate.drawn() && (point.ours || point.standing == Standing::outside)) {
            const auto at = place(point);
            places.take({at.x - 8, at.y - 8, 16, 16});
        }
    std::size_t named = 0;
    for (const auto& point : chart.points)
        if (point.rate.drawn() && point.ours) {
            drawing.circle(Ink::focus, place(point), 8);
            draw_name(drawing, plot, places, point);
        }
    for (const auto& point : chart.points) {
        if (!point.rate.drawn() || point.ours || point.standing == Standing::inside) continue;
        drawing.diamond(Ink::outside, place(point), 8);
        if (width == Width::wide && named < chart.names_at_most) {
            draw_name(drawing, plot, places, point);
            ++named;
        }
    }
}

void draw_sizes(Drawing& drawing, const Plot& plot, const Steps& sizes, Width width)
{
    double free_from = -1;
    for (int n = 0; n <= sizes.count; ++n) {
        const auto words = sizes.shown(n);
        const double half = width_of(words) / 2;
        const double x = plot.x(sizes.step * n);
        const bool last = x + half > units_of(width);
        const double from = last ? x - 2 * half : x - half;
        if (from < free_from) continue;
        drawing.words({x, plot.bottom() + 22}, words, Words::soft,
                      last ? Anchor::end : Anchor::middle);
        free_from = from + 2 * half + 8;
    }
}

double highest_rate(const FunnelChart& chart)
{
    double value = chart.centre * 1.5;
    for (const auto& point : chart.points) value = std::max(value, point.rate.at.value_or(0));
    return value;
}

Sketch draw(const FunnelChart& chart, Width width)
{
    Sketch sketch{.width = units_of(width)};
    const bool wide = width == Width::wide;
    double largest = 0;
    for (const auto& point : chart.points) largest = std::max(largest, point.size);
    const auto sizes = steps_to(largest, wide ? 5 : 3);
    const auto steps = steps_to(highest_rate(chart), 4);
    const double margin = std::max(34.0, width_of(steps.shown(steps.count)) + 14);
    const double right =
        wide ? sketch.width -
                   std::clamp(width_of(chart.centre_name, Words::strong) + 24, 120.0, 300.0)
             : sketch.width - 8;
    Plot plot{.area = {margin, 16, right - margin, wide ? 352.0 : 260.0},
              .right = sizes.top(),
              .top = steps.top()};
    draw_steps(sketch.drawing, plot, steps);
    draw_sizes(sketch.drawing, plot, sizes, width);
    sketch.drawing.line(Ink::axis, {plot.area.x, plot.y(chart.centre)},
                        {right, plot.y(chart.centre)});
    draw_limit(sketch.drawing, plot, chart, &FunnelLimits::low_95, Ink::limit_95);
    draw_limit(sketch.drawing, plot, chart, &FunnelLimits::high_95, Ink::limit_95);
    draw_limit(sketch.drawing, plot, chart, &FunnelLimits::low_998, Ink::limit_998);
    draw_limit(sketch.drawing, plot, chart, &FunnelLimits::high_998, Ink::limit_998);
    draw_points(sketch.drawing, plot, chart, width);
    double y = plot.bottom() + 46;
    sketch.drawing.words({(plot.area.x + right) / 2, y}, chart.axis, Words::soft, Anchor::middle);
    if (wide) {
        const double centre = plot.y(chart.centre);
        sketch.drawing.words({right + 12, centre + 5}, chart.centre_name, Words::strong);
        if (!chart.limits.empty()) {
            const auto& last = chart.limits.back();
            const double high_95 = std::min(plot.y(std::min(last.high_95, plot.top)), centre - 18);
            const double high = std::min(plot.y(std::min(last.high_998, plot.top)), high_95 - 20);
            sketch.drawing.words({right + 12, high_95 + 5}, "95% limit", Words::soft);
            sketch.drawing.words({right + 12, high + 5}, "99.8% limit", Words::soft);
        }
    } else {
        y = sketch.drawing.wrapped({0, y + 26},
                                   "Straight line: " + chart.centre_name +
                                       ". Dashed: 95% limits. Full: 99.8% limits.",
                                   290, Words::soft) -
            20;
    }
    sketch.height = y + 14;
    return sketch;
}

} // namespace funnel_detail

Rows rows_of(const FunnelChart& chart)
{
    ensure(!chart.points.empty(), "a funnel has points");
    Rows rows{.head = {chart.name_of_points, chart.name_of_sizes, chart.name_of_rates,
                       "Where it stands"}};
    for (const auto& point : chart.points)
        rows.cells.push_back({point.name, point.size_shown, point.rate.shown, point.verdict});
    return rows;
}

Html render(const FunnelChart& chart)
{
    const auto rows = rows_of(chart);
    return render(
        chart.figure,
        {funnel_detail::draw(chart, Width::wide), funnel_detail::draw(chart, Width::narrow)}, rows);
}

std::string picture_file(const FunnelChart& chart, std::string_view source)
{
    return picture_file(chart.figure, funnel_detail::draw(chart, Width::wide), source);
}

} // namespace onroll::design::chart
