#include "insight/imports.h"

#include "insight/imports_gather.h"
#include "insight/reference.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace onroll::insight {

namespace imports_boundaries_detail {

using Json = nlohmann::json;
constexpr std::size_t most_points = 2'000'000;

/// A property whose name is `code`, or ends in CD as ONS's do.
std::string code_of(const Json& properties)
{
    if (!properties.is_object()) return {};
    for (const auto& [name, value] : properties.items())
        if (value.is_string() && (name == "code" || name.ends_with("CD") || name.ends_with("cd")))
            return value.get<std::string>();
    return {};
}

std::optional<std::vector<Point>> ring_of(const Json& json)
{
    if (!json.is_array() || json.size() < 4) return std::nullopt;
    std::vector<Point> ring;
    for (const auto& pair : json) {
        if (!pair.is_array() || pair.size() < 2 || !pair[0].is_number() || !pair[1].is_number())
            return std::nullopt;
        const Point point{pair[0].get<double>(), pair[1].get<double>()};
        // Easting and northing would be far outside these.
        if (!(std::abs(point.longitude) <= 180 && std::abs(point.latitude) <= 90))
            return std::nullopt;
        ring.push_back(point);
    }
    return ring;
}

bool add_polygon(const Json& polygon, Boundary& boundary)
{
    if (!polygon.is_array()) return false;
    for (const auto& json : polygon) {
        auto ring = ring_of(json);
        if (!ring) return false;
        boundary.rings.push_back(*std::move(ring));
    }
    return true;
}

bool add_geometry(const Json& geometry, Boundary& boundary)
{
    if (!geometry.is_object() || !geometry.contains("coordinates")) return false;
    const auto type = geometry.value("type", std::string());
    const auto& coordinates = geometry["coordinates"];
    if (type == "Polygon") return add_polygon(coordinates, boundary);
    if (type != "MultiPolygon" || !coordinates.is_array()) return false;
    for (const auto& polygon : coordinates)
        if (!add_polygon(polygon, boundary)) return false;
    return true;
}

std::optional<AreaCode> area_of(const std::string& code, const KnownCodes& known)
{
    const auto& listed = reference::authority_codes();
    if (const auto at = listed.find(code); at != listed.end()) return at->second;
    if (const auto at = known.find(code); at != known.end()) return at->second;
    const auto parsed = AreaCode::parse(code);
    if (parsed && parsed->level() == AreaLevel::authority) return *parsed;
    return std::nullopt;
}

} // namespace imports_boundaries_detail

Result<StatisticsFile> read_boundaries(std::string_view text, const KnownCodes& known)
{
    using namespace imports_boundaries_detail;
    const auto json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.is_object() || !json.contains("features") ||
        !json["features"].is_array())
        return bad_input("This is no GeoJSON of boundaries: it must be a FeatureCollection");
    StatisticsFile file;
    file.dataset = "boundaries";
    file.title = "Boundaries of local authorities";
    file.encoding = "UTF-8";
    file.source = "Office for National Statistics; contains OS data © Crown copyright and database "
                  "right";
    file.licence = "Open Government Licence v3.0";
    std::size_t points = 0;
    for (const auto& feature : json["features"]) {
        ++file.rows;
        const auto number = static_cast<std::size_t>(file.rows);
        const auto code = feature.is_object() && feature.contains("properties")
                              ? code_of(feature["properties"])
                              : std::string();
        // ONS publishes the four nations in one file.
        if (!code.empty() && code.front() != 'E' && code.size() == 9) {
            ++file.left_out;
            continue;
        }
        const auto area = area_of(code, known);
        if (!area) {
            add_problem(file, number, "code",
                        "No local authority in England is known by this code");
            continue;
        }
        Boundary boundary{*area, {}};
        if (!feature.contains("geometry") || !add_geometry(feature["geometry"], boundary)) {
            add_problem(file, number, "geometry",
                        "The boundary must be a polygon in longitude and latitude (WGS84)");
            continue;
        }
        for (const auto& ring : boundary.rings) points += ring.size();
        ++file.cells;
        file.boundaries.push_back(std::move(boundary));
        if (points > most_points)
            return Error{ErrorKind::too_large,
                         "The boundaries have too many points to be drawn. Choose the "
                         "ultra-generalised file (BUC)",
                         {},
                         {}};
    }
    if (file.left_out > 0)
        file.notices.push_back(std::to_string(file.left_out) +
                               " boundaries outside England were left out");
    file.columns = {{"code", "place", "authority", {}, {}, file.cells},
                    {"geometry", "indicator", "boundary", {}, {}, file.cells}};
    return file;
}

} // namespace onroll::insight
