#include "insight/pages_area.h"

#include "insight/charts_area.h"
#include "insight/pages_areas.h"
#include "insight/store.h"
#include "insight/views_area.h"

#include "platform/http/compress.h"
#include "platform/http/finish.h"
#include "platform/xlsx/workbook.h"
#include "kernel/whole_characters.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace onroll::insight {
namespace pages_area_detail {

/// "2015" and "2015/16" alike; nothing for anything else.
std::optional<int> year_asked(std::string_view words)
{
    if (const auto year = SchoolYear::parse(words)) return year->start;
    int year = 0;
    const auto [end, trouble] = std::from_chars(words.data(), words.data() + words.size(), year);
    if (words.size() != 4 || trouble != std::errc{} || end != words.data() + words.size())
        return std::nullopt;
    return year;
}

Result<AreaPicture> picture_asked(const http::Request& request, const Services& services)
{
    auto database = services.database->read(db::View::snapshot);
    const auto question = area_question(database, request);
    if (!question) return question.error();
    return area_picture(database, *services.comparisons, *services.memory, *question);
}

ShowsDemonstration demonstration(const Services& services)
{
    return services.site->demonstration ? ShowsDemonstration::yes : ShowsDemonstration::no;
}

/// "onroll-trend-933-2015-suspension_rate.csv"
std::string file_name(const AreaPicture& picture, std::string_view what, std::string_view ending)
{
    return "onroll-" + std::string(what) + "-" + picture.area.code.text() + "-" +
           std::to_string(picture.chosen.period.year) + "-" + picture.chosen.measure->key + "." +
           std::string(ending);
}

ReleaseId release_of(const AreaPicture& picture)
{
    const auto* value = picture.chosen.values->find(picture.area.code, picture.chosen.period);
    return value ? value->release : 0;
}

http::Response attachment(std::string bytes, std::string type, const std::string& name)
{
    auto response = http::bytes(std::move(bytes), std::move(type));
    response.headers.add("Content-Disposition", "attachment; filename=\"" + name + "\"");
    return response;
}

std::vector<AreaChart> every_chart(const AreaPicture& picture)
{
    std::vector<AreaChart> charts;
    for (const auto name : chart_names())
        if (auto chart = area_chart(picture, name)) charts.push_back(std::move(*chart));
    return charts;
}

/// The rows of charts as a spreadsheet, a sheet each.
http::Response spreadsheet(const AreaPicture& picture, const std::vector<AreaChart>& charts,
                           std::string_view name)
{
    if (charts.empty()) return http::not_found();
    const auto book = xlsx::write(workbook_of_charts(picture, charts));
    if (!book) return http::failure(book.error());
    return attachment(*book, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                      file_name(picture, name, "xlsx"));
}

http::Response take_chart(const http::Request& request, const Services& services)
{
    const auto file = request.path("file");
    const auto point = file.rfind('.');
    if (point == std::string_view::npos) return http::not_found();
    const auto name = file.substr(0, point);
    const auto ending = file.substr(point + 1);
    const auto names = chart_names();
    const bool all = name == "figures" && ending == "xlsx";
    if (!all && std::find(names.begin(), names.end(), name) == names.end())
        return http::not_found();
    const auto picture = picture_asked(request, services);
    if (!picture) return http::failure(picture.error());
    if (all) return spreadsheet(*picture, every_chart(*picture), name);
    const auto chart = area_chart(*picture, name);
    if (!chart)
        return http::failure(
            not_found("There are no figures for this chart in this area and year"));
    if (ending == "csv")
        return http::csv(csv_of(rows_of_chart(*chart)), file_name(*picture, name, ending));
    if (ending == "svg")
        return attachment(picture_of_chart(*chart, source_in_words(*picture, release_of(*picture))),
                          "image/svg+xml; charset=utf-8", file_name(*picture, name, ending));
    if (ending == "xlsx") return spreadsheet(*picture, {*chart}, name);
    return http::not_found();
}

/// At most this many areas are put side by side.
constexpr std::size_t most_compared = 12;

CompareView compared(db::Queries& database, const http::Request& request, const Services& services)
{
    CompareView view;
    auto& comparisons = *services.comparisons;
    view.measure = find_measure(request.query("measure"));
    if (!view.measure) view.measure = headline_measures().front();
    view.query = "?measure=" + view.measure->key;
    const auto values = comparisons.values(database, *view.measure);
    view.periods = values->periods();
    view.releases = releases_in_use(database);
    const auto gazetteer = comparisons.gazetteer(database);
    for (const auto& [code, area] : gazetteer->areas)
        if (!values->of(code).empty()) view.all.push_back(area);
    std::stable_sort(view.all.begin(), view.all.end(), [](const Area& a, const Area& b) {
        return std::pair(a.code.level(), a.name) < std::pair(b.code.level(), b.name);
    });
    for (const auto code : request.query().all("area")) {
        if (code.empty() || view.areas.size() >= most_compared) continue;
        const auto area = find_area(database, code);
        if (!area) {
            view.unknown.emplace_back(whole_characters(code, 20));
            continue;
        }
        const auto same = [&](const ComparedArea& one) { return one.area.code == area->code; };
        if (std::any_of(view.areas.begin(), view.areas.end(), same)) continue;
        view.query += "&area=" + area->code.text();
        ComparedArea one{.area = *area, .measure = view.measure, .periods = view.periods};
        one.values = values;
        if (!view.periods.empty())
            one.country = comparisons.country(database, *view.measure, view.periods.back());
        view.areas.push_back(std::move(one));
    }
    return view;
}

http::Response show_compare(const http::Request& request, const Services& services)
{
    auto database = services.database->read(db::View::snapshot);
    const auto view = compared(database, request, services);
    return public_page(services,
                       {.title = "Compare areas",
                        .back = "/area",
                        .has_errors = !view.unknown.empty(),
                        .width = design::PageWidth::full},
                       compare_view(view));
}

http::Response take_compare(const http::Request& request, const Services& services)
{
    auto database = services.database->read(db::View::snapshot);
    const auto view = compared(database, request, services);
    if (view.areas.empty()) return http::failure(not_found("Choose one or more areas to compare"));
    return http::csv(compare_csv(view), "onroll-compare-" + view.measure->key + ".csv");
}

Result<std::string> drawn_page(db::Queries& database, const AreaQuestion& question,
                               const Services& services)
{
    const auto picture = area_picture(database, *services.comparisons, *services.memory, question);
    if (!picture) return picture.error();
    return public_page(services,
                       {.title = "Exclusions in " + picture->area.name,
                        .back = "/area",
                        .width = design::PageWidth::full},
                       area_view(*picture, demonstration(services)))
        .body;
}

http::Response public_answer(http::Response response)
{
    response.caching = http::Caching::public_revalidated;
    return response;
}

} // namespace pages_area_detail

Result<AreaQuestion> area_question(db::Queries& database, const http::Request& request)
{
    const auto area = find_area(database, request.path("code"));
    if (!area) return area.error();
    if (area->code.level() == AreaLevel::school)
        return not_found("Schools have no page of figures. Choose the area that the school is in");
    AreaQuestion question{.area = area->code, .measure = std::string(request.query("measure"))};
    if (const auto year = request.query("year"); !year.empty())
        question.year = pages_area_detail::year_asked(year);
    return question;
}

http::Response area_page(db::Queries& database, const http::Request& request,
                         const Services& services)
{
    using namespace pages_area_detail;
    const auto question = area_question(database, request);
    if (!question) return http::failure(question.error());
    if (!question->measure.empty())
        if (const auto measure = measure_named(question->measure); !measure)
            return http::failure(measure.error());
    const auto encoding = http::preferred_encoding(request.header("Accept-Encoding"));
    if (encoding == http::Encoding::identity) {
        auto page = drawn_page(database, *question, services);
        return page ? public_answer(http::html(std::move(page).value()))
                    : http::failure(page.error());
    }
    const auto key = std::string(http::encoding_name(encoding)) + "/" + question->area.text() +
                     "/" + question->measure + "/" +
                     (question->year ? std::to_string(*question->year) : std::string());
    std::optional<Error> trouble;
    const auto kept = services.memory->pages.of(revision(database), key, [&] {
        const auto page = drawn_page(database, *question, services);
        if (!page) {
            trouble = page.error();
            return KeptPage{};
        }
        return KeptPage{http::compressed(*page, encoding), http::weak_etag(*page)};
    });
    if (trouble) return http::failure(*trouble);
    if (kept->etag.empty()) return http::not_found();
    auto response = http::html(kept->content);
    response.headers.set("Content-Encoding", std::string(http::encoding_name(encoding)));
    response.headers.set("Vary", "Accept-Encoding");
    response.headers.set("ETag", kept->etag);
    return public_answer(std::move(response));
}

void add_area_pages(http::Router& router, const Services& services)
{
    const auto open = http::Policy::open_to_all();
    router.get("/area/compare", open, [&services](const http::Request& request) {
        return pages_area_detail::show_compare(request, services);
    });
    router.get("/area/compare.csv", open, [&services](const http::Request& request) {
        return pages_area_detail::take_compare(request, services);
    });
    router.get("/area/{code}", open, [&services](const http::Request& request) {
        auto database = services.database->read(db::View::snapshot);
        return area_page(database, request, services);
    });
    router.get("/area/{code}/{file}", open, [&services](const http::Request& request) {
        return pages_area_detail::take_chart(request, services);
    });
}

} // namespace onroll::insight
