// A map of areas shaded by a figure. Each area is a link, so that it works by keyboard; its name
// and figure are said by the link. The table beneath holds the same links.
#pragma once

#include "design/chart/figure.h"

namespace onroll::design::chart {

struct MapPoint {
    double longitude = 0;
    double latitude = 0;
};

struct MapArea {
    std::string code{};
    std::string name{};
    std::string href{};
    std::vector<std::vector<MapPoint>> rings{};
    Value value{};
    bool ours = false;
};

struct AreaMap {
    Figure figure{};
    std::string name_of_values = "Rate";
    std::vector<double> begins{};   ///< as HeatMap::begins
    std::vector<std::string> key{}; ///< as HeatMap::key
    std::vector<MapArea> areas{};
};

/// Where areas lie on a drawing of that width: longitudes shortened by the latitude's cosine, as
/// seen from the middle. One decimal, points closer than half a unit left out.
class MapOutlines {
public:
    MapOutlines(const std::vector<MapArea>& areas, double width);
    std::string outline_of(const MapArea& area) const;
    double height() const { return height_; }

private:
    double scale_ = 1;
    double shortened_ = 1;
    double west_ = 0;
    double north_ = 0;
    double height_ = 0;
};

/// Throws Bug for no area, or a key that does not fit.
Html render(const AreaMap& map);
std::string picture_file(const AreaMap& map, std::string_view source);
Rows rows_of(const AreaMap& map);

} // namespace onroll::design::chart
