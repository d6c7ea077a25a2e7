#include "insight/pages_areas.h"

#include "insight/store.h"
#include "insight/views_areas.h"
#include "insight/views_registers.h"
#include "insight/words_of_figures.h"

#include "design/markdown.h"
#include "embedded/insight_files.h"
#include "kernel/ensure.h"
#include "kernel/whole_characters.h"
#include "places/store.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>

namespace onroll::insight {
namespace pages_areas_detail {

std::string folded(std::string_view words)
{
    std::string letters;
    for (const char letter : words)
        if (std::isalnum(static_cast<unsigned char>(letter)))
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return letters;
}

/// The areas that have figures; without any, those of the last lists.
std::vector<Area> present_authorities(db::Queries& database, const Services& services)
{
    auto all = areas(database, AreaLevel::authority);
    const auto values = services.comparisons->values(database, *headline_measures().front());
    const auto with_figures = [&](const Area& area) { return !values->of(area.code).empty(); };
    if (std::any_of(all.begin(), all.end(), with_figures))
        std::erase_if(all, [&](const Area& area) { return !with_figures(area); });
    int last = 0;
    for (const auto& area : all) last = std::max(last, area.last_year);
    std::erase_if(all, [last](const Area& area) { return area.last_year < last; });
    std::sort(all.begin(), all.end(), [](const Area& a, const Area& b) { return a.name < b.name; });
    return all;
}

/// Shades from the cut points between quarters.
void shade_by_quarters(design::chart::AreaMap& map, const CountryPicture& country,
                       const Measure& measure)
{
    map.key = {"all areas"};
    if (!country.quartiles) return;
    std::vector<std::string> words;
    for (const double cut : *country.quartiles) {
        map.begins.push_back(cut);
        words.push_back(number_on_page(cut, measure.decimals));
    }
    map.key = {"under " + words[0], words[0] + " to " + words[1], words[1] + " to " + words[2],
               words[2] + " and over"};
}

std::vector<RegionOfAreas> by_region(db::Queries& database, const std::vector<Area>& authorities)
{
    std::map<AreaCode, std::string> names;
    for (const auto& region : areas(database, AreaLevel::region))
        names.emplace(region.code, region.name);
    std::map<std::string, RegionOfAreas> regions;
    for (const auto& area : authorities) {
        const auto found = area.region ? names.find(*area.region) : names.end();
        const auto name = found == names.end() ? std::string("No region named") : found->second;
        regions[name].name = name;
        regions[name].areas.push_back(area);
    }
    std::vector<RegionOfAreas> listed;
    for (auto& [name, region] : regions) listed.push_back(std::move(region));
    return listed;
}

/// The area of that name or code; the only one whose name begins so where none is equal.
std::optional<AreaCode> area_named(db::Queries& database, const std::vector<Area>& authorities,
                                   std::string_view words)
{
    if (const auto found = find_area(database, words);
        found && found->code.level() == AreaLevel::authority)
        return found->code;
    const auto wanted = folded(words);
    std::vector<AreaCode> begins;
    for (const auto& area : authorities) {
        const auto name = folded(area.name);
        if (name == wanted) return area.code;
        if (!wanted.empty() && name.rfind(wanted, 0) == 0) begins.push_back(area.code);
    }
    if (begins.size() == 1) return begins.front();
    return std::nullopt;
}

design::chart::AreaMap map_of(db::Queries& database, const Services& services)
{
    const auto& measure = *headline_measures().front();
    const auto values = services.comparisons->values(database, measure);
    const auto gazetteer = services.comparisons->gazetteer(database);
    auto outlines = boundaries(database);
    std::vector<Period> periods = values->periods();
    std::erase_if(periods, [&](const Period& period) {
        return values->authorities_in(period).size() * 2 < outlines.size();
    });
    if (outlines.empty() || periods.empty()) return {};
    const auto country = services.comparisons->country(database, measure, periods.back());
    design::chart::AreaMap map{.name_of_values = measure.name};
    ReleaseId release = 0;
    for (auto& outline : outlines) {
        const auto* value = country->find(outline.area);
        if (value && release == 0) release = value->release;
        design::chart::MapArea area{.code = outline.area.text(),
                                    .name = gazetteer->name_of(outline.area),
                                    .href = "/area/" + outline.area.text(),
                                    .value = chart_value(value, measure)};
        for (const auto& ring : outline.rings) {
            auto& points = area.rings.emplace_back();
            for (const auto& point : ring) points.push_back({point.longitude, point.latitude});
        }
        map.areas.push_back(std::move(area));
    }
    std::sort(map.areas.begin(), map.areas.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    shade_by_quarters(map, *country, measure);
    const auto releases = releases_in_use(database);
    const auto file = releases.find(release);
    map.figure = {
        .id = "map",
        .message = measure.name + " of each area of England",
        .subtitle = measure.name + ", " + std::string(in_words(measure.unit)) + ", " +
                    periods.back().text() + ", in quarters of areas",
        .description = "A map of England. Each area is a link to its figures and is shaded by "
                       "its rate, the highest quarter darkest.",
        .source = file == releases.end() ? std::string("official statistics")
                                         : file->second.source + ", " + file->second.title,
        .notes = std::string("Small areas are hard to see on the map. The table holds them all.") +
                 (services.site->demonstration
                      ? ""
                      : " Contains OS data, Crown copyright and database right."),
        .about = "the areas on the map",
        .downloads = {{"CSV", "/area/map.csv"}},
        .how_href = "/area/method#rates"};
    return map;
}

std::shared_ptr<const design::chart::AreaMap> kept_map(db::Queries& database,
                                                       const Services& services)
{
    return services.memory->maps.of(revision(database), "map",
                                    [&] { return map_of(database, services); });
}

http::Response take_map(const Services& services)
{
    auto database = services.database->read(db::View::snapshot);
    const auto map = kept_map(database, services);
    if (map->areas.empty())
        return http::failure(not_found("No boundaries of areas have been loaded"));
    return http::csv(csv_of(rows_of(*map)), "onroll-map.csv");
}

http::Response show_areas(const http::Request& request, const Services& services)
{
    auto database = services.database->read(db::View::snapshot);
    const auto authorities = present_authorities(database, services);
    const std::string typed(whole_characters(request.query("name"), 100));
    AreaListView view{.regions = by_region(database, authorities),
                      .has_figures = !datasets(database).empty()};
    if (const auto map = kept_map(database, services); !map->areas.empty()) view.map = *map;
    if (!typed.empty()) {
        if (const auto code = area_named(database, authorities, typed))
            return http::redirect("/area/" + code->text());
        view.not_found = typed;
    }
    return public_page(services,
                       {.title = "The area’s figures",
                        .has_errors = !view.not_found.empty(),
                        .keep_out_of_search = !typed.empty(),
                        .width = design::PageWidth::full},
                       area_list_view(view));
}

/// "Areas by size" as "areas-by-size": where charts' links to the method arrive.
std::string place_of(std::string_view heading)
{
    std::string place;
    for (const char letter : heading)
        if (std::isalnum(static_cast<unsigned char>(letter)))
            place += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        else if (!place.empty() && place.back() != '-')
            place += '-';
    return place;
}

/// A text whose sections can be linked to.
design::MarkdownText text_with_places(std::string_view text)
{
    constexpr std::string_view mark = "\n## ";
    auto at = text.find(mark);
    auto whole = design::read_markdown(text.substr(0, at));
    while (at != std::string_view::npos) {
        const auto from = at + mark.size();
        const auto line = text.find('\n', from);
        const auto heading = text.substr(from, line - from);
        at = text.find(mark, from);
        whole.body += design::section_heading(place_of(heading), heading) +
                      design::read_markdown(text.substr(line, at - line)).body;
    }
    return whole;
}

http::Response show_text(const Services& services, std::string_view name)
{
    const auto file_name = "content/en/" + std::string(name) + ".md";
    for (const auto& file : embedded::insight_files()) {
        if (file.name != file_name) continue;
        const auto text = text_with_places(file.bytes);
        return public_page(
            services,
            {.title = text.title, .back = "/area", .width = design::PageWidth::two_thirds},
            design::page_heading(text.title) + text.body);
    }
    throw Bug("each text of insight is embedded");
}

Result<RegisterView> register_asked(const http::Request& request, const Services& services)
{
    auto database = services.database->read(db::View::snapshot);
    const auto area = find_area(database, request.path("code"));
    if (!area) return area.error();
    if (area->code.level() != AreaLevel::authority)
        return not_found("A register of schools is kept for one council’s area");
    const auto code = LaCode::parse(area->code.text());
    if (!code) return code.error();
    return register_of(*area, places::schools_of_authority(database, *code));
}

http::Response show_register(const http::Request& request, const Services& services)
{
    const auto view = register_asked(request, services);
    if (!view) return http::failure(view.error());
    return public_page(services,
                       {.title = "Who runs the schools in " + view->area.name,
                        .back = "/area/" + view->area.code.text()},
                       register_view(*view));
}

http::Response take_register(const http::Request& request, const Services& services)
{
    const auto view = register_asked(request, services);
    if (!view) return http::failure(view.error());
    return http::csv(register_csv(*view), "onroll-schools-" + view->area.code.text() + ".csv");
}

} // namespace pages_areas_detail

http::Response public_page(const Services& services, design::PageOptions options,
                           const design::Html& content)
{
    options.section = "The area’s figures";
    options.active = "/area";
    auto response = http::html(page(*services.site, options, content).str());
    response.caching = http::Caching::public_revalidated;
    return response;
}

void add_area_list_pages(http::Router& router, const Services& services)
{
    const auto open = http::Policy::open_to_all();
    router.get("/area", open, [&services](const http::Request& request) {
        return pages_areas_detail::show_areas(request, services);
    });
    router.get("/area/map.csv", open, [&services](const http::Request&) {
        return pages_areas_detail::take_map(services);
    });
    router.get("/area/method", open, [&services](const http::Request&) {
        return pages_areas_detail::show_text(services, "method");
    });
    router.get("/area/limits", open, [&services](const http::Request&) {
        return pages_areas_detail::show_text(services, "limits");
    });
}

void add_register_pages(http::Router& router, const Services& services)
{
    const auto open = http::Policy::open_to_all();
    router.get("/area/{code}/schools", open, [&services](const http::Request& request) {
        return pages_areas_detail::show_register(request, services);
    });
    router.get("/area/{code}/schools.csv", open, [&services](const http::Request& request) {
        return pages_areas_detail::take_register(request, services);
    });
}

} // namespace onroll::insight
