#include "insight/pages_patterns.h"

#include "insight/pages_areas.h"
#include "insight/school_names.h"
#include "insight/store.h"
#include "insight/views_patterns.h"
#include "insight/views_school.h"

#include <algorithm>
#include <string>

namespace onroll::insight {
namespace pages_patterns_detail {

const Measure& measure_asked(const http::Request& request)
{
    for (const auto* one : headline_measures())
        if (one->key == request.query("measure")) return *one;
    return *headline_measures().front();
}

std::string source_of(db::Queries& database, ReleaseId release)
{
    const auto found = find_release(database, release);
    return found ? found->source + ", " + found->title : "no file by school has been loaded";
}

Result<PatternsView> patterns_asked(const http::Request& request, const Services& services)
{
    auto database = services.database->read(db::View::snapshot);
    auto area = find_area(database, request.path("code"));
    if (!area) return area.error();
    if (area->code.level() != AreaLevel::authority)
        return not_found("Schools are shown for one council’s area. Choose a council");
    PatternsView view{.area = *std::move(area), .of = patterns_named(request.query("by"))};
    view.measure = &measure_asked(request);
    view.periods = periods_by_school(database, *view.measure, view.area.code);
    if (view.periods.empty()) return view;
    auto period = view.periods.back();
    for (const auto& one : view.periods)
        if (std::to_string(one.year) == request.query("year")) period = one;
    view.picture = view.of == PatternsOf::schools
                       ? school_patterns(database, *view.measure, view.area.code, period)
                       : trust_patterns(database, *view.measure, view.area.code, period,
                                        view.of == PatternsOf::trusts
                                            ? trusts_by_school(database, view.area.code)
                                            : towns_by_school(database, view.area.code));
    view.source = source_of(database, view.picture.release);
    return view;
}

http::Response show_patterns(const http::Request& request, const Services& services)
{
    const auto view = patterns_asked(request, services);
    if (!view) return http::failure(view.error());
    return public_page(services,
                       {.title = heading_of(*view),
                        .back = "/area/" + view->area.code.text(),
                        .width = design::PageWidth::full},
                       patterns_view(*view));
}

http::Response take_patterns(const http::Request& request, const Services& services)
{
    const auto view = patterns_asked(request, services);
    if (!view) return http::failure(view.error());
    return http::csv(patterns_csv(*view), "onroll-" + std::string(key_of(view->of)) + "-" +
                                              view->area.code.text() + ".csv");
}

Result<SchoolView> school_asked(const http::Request& request, const Services& services,
                                std::string_view code)
{
    auto database = services.database->read(db::View::snapshot);
    auto area = find_area(database, request.path("code"));
    if (!area) return area.error();
    for (const auto& school : schools_of(database, area->code)) {
        if (school.code.text() != code) continue;
        SchoolView view{.area = *std::move(area), .name = school.name, .code = std::string(code)};
        if (view.name.empty()) view.name = view.code;
        view.measure = &measure_asked(request);
        view.series = school_series(database, *view.measure, view.area.code, school.code);
        view.source = source_of(database, view.series ? view.series->release : 0);
        return view;
    }
    return not_found("No school of this area has that number in the files that were loaded");
}

http::Response show_school(const http::Request& request, const Services& services)
{
    constexpr std::string_view ending = ".csv";
    auto code = request.path("school");
    const bool file = code.ends_with(ending);
    if (file) code.remove_suffix(ending.size());
    const auto view = school_asked(request, services, code);
    if (!view) return http::failure(view.error());
    if (file) return http::csv(school_csv(*view), "onroll-school-" + view->code + ".csv");
    return public_page(services,
                       {.title = view->name,
                        .back = "/area/" + view->area.code.text() + "/patterns",
                        .width = design::PageWidth::full},
                       school_view(*view));
}

} // namespace pages_patterns_detail

void add_pattern_pages(http::Router& router, const Services& services)
{
    const auto open = http::Policy::open_to_all();
    router.get("/area/{code}/patterns", open, [&services](const http::Request& request) {
        return pages_patterns_detail::show_patterns(request, services);
    });
    router.get("/area/{code}/patterns.csv", open, [&services](const http::Request& request) {
        return pages_patterns_detail::take_patterns(request, services);
    });
    router.get("/area/{code}/patterns/{school}", open, [&services](const http::Request& request) {
        return pages_patterns_detail::show_school(request, services);
    });
}

} // namespace onroll::insight
