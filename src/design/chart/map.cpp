#include "design/chart/map.h"

#include "design/chart/heat.h"
#include "design/chart/scale.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace onroll::design::chart {
namespace map_detail {

enum class Links { no, yes };

void check(const AreaMap& map)
{
    ensure(!map.areas.empty(), "a map has areas");
    ensure(map.key.size() == map.begins.size() + 1, "each shade has its words");
}

Sketch draw(const AreaMap& map, Links links)
{
    Sketch sketch{.width = 620};
    const MapOutlines outlines(map.areas, sketch.width);
    const auto draw_area = [&](const MapArea& area) {
        const auto outline = outlines.outline_of(area);
        if (outline.empty()) return;
        const auto ink = area.value.drawn()
                             ? shade_ink_of(shade_of(map.begins, *area.value.at), map.key.size())
                             : Ink::hidden;
        if (links == Links::yes)
            sketch.drawing.raw(
                fmt::format(R"(<a href="{}" class="onr-chart__area{}" aria-label="{}">)",
                            escaped(area.href), area.ours ? " onr-chart__area--ours" : "",
                            escaped(area.name + ", " + area.value.shown)));
        sketch.drawing.raw("<g>");
        sketch.drawing.path(ink, outline);
        sketch.drawing.raw("<title>" + escaped(area.name + ", " + area.value.shown) +
                           "</title></g>");
        if (links == Links::yes) sketch.drawing.raw("</a>");
    };
    // Ours last, so that its outline lies on top.
    for (const auto& area : map.areas)
        if (!area.ours) draw_area(area);
    for (const auto& area : map.areas)
        if (area.ours) draw_area(area);
    const bool some_hidden = std::any_of(map.areas.begin(), map.areas.end(),
                                         [](const auto& area) { return !area.value.drawn(); });
    double y = draw_key(sketch.drawing, {0, outlines.height() + 24}, sketch.width, map.key);
    if (some_hidden) {
        sketch.drawing.box(Ink::hidden, {1, y + 3, 18, 18});
        sketch.drawing.words({27, y + 18}, "no figure", Words::soft);
        y += 28;
    }
    sketch.height = y + 4;
    return sketch;
}

} // namespace map_detail

MapOutlines::MapOutlines(const std::vector<MapArea>& areas, double width)
{
    double east = -180;
    double south = 90;
    west_ = 180;
    north_ = -90;
    for (const auto& area : areas)
        for (const auto& ring : area.rings)
            for (const auto& point : ring) {
                west_ = std::min(west_, point.longitude);
                east = std::max(east, point.longitude);
                north_ = std::max(north_, point.latitude);
                south = std::min(south, point.latitude);
            }
    if (east <= west_ || north_ <= south) return;
    shortened_ = std::cos((north_ + south) / 2 * std::numbers::pi / 180);
    scale_ = width / ((east - west_) * shortened_);
    height_ = (north_ - south) * scale_;
}

std::string MapOutlines::outline_of(const MapArea& area) const
{
    std::string outline;
    for (const auto& ring : area.rings) {
        std::string written;
        double last_x = -1e9;
        double last_y = -1e9;
        for (const auto& point : ring) {
            const double x = (point.longitude - west_) * shortened_ * scale_;
            const double y = (north_ - point.latitude) * scale_;
            if (std::hypot(x - last_x, y - last_y) < 0.5) continue;
            written += fmt::format("{}{} {}", written.empty() ? 'M' : 'L', units(x), units(y));
            last_x = x;
            last_y = y;
        }
        if (!written.empty()) outline += written + "Z";
    }
    return outline;
}

Rows rows_of(const AreaMap& map)
{
    map_detail::check(map);
    Rows rows{.head = {"Area", "Code", map.name_of_values}, .words_columns = 2};
    for (const auto& area : map.areas)
        rows.cells.push_back({area.name, area.code, area.value.shown});
    return rows;
}

Html render(const AreaMap& map)
{
    const auto rows = rows_of(map);
    return render_linked(map.figure, map_detail::draw(map, map_detail::Links::yes), rows);
}

std::string picture_file(const AreaMap& map, std::string_view source)
{
    map_detail::check(map);
    return picture_file(map.figure, map_detail::draw(map, map_detail::Links::no), source);
}

} // namespace onroll::design::chart
