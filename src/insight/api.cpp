#include "insight/api.h"

#include "insight/figures_rows.h"
#include "insight/open_data.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace onroll::insight {

namespace api_detail {

constexpr std::string_view licence =
    "Contains public sector information licensed under the Open Government Licence v3.0";
/// Years asked for in one request: more than any file has.
constexpr int most_years = 40;

http::Response kept(http::Response response)
{
    response.caching = http::Caching::public_revalidated;
    return http::open_data(std::move(response));
}

json::Value area_json(const Area& area, const Gazetteer& gazetteer)
{
    json::Value out;
    out["code"] = area.code.text();
    out["name"] = area.name;
    out["level"] = key_of(area.code.level());
    out["ons_code"] = area.ons_code.empty() ? json::Value(nullptr) : json::Value(area.ons_code);
    out["region"] = nullptr;
    if (area.region)
        out["region"] = {{"code", area.region->text()}, {"name", gazetteer.name_of(*area.region)}};
    return out;
}

http::Response list_areas(const http::Request&, const Services& services)
{
    auto reading = services.database->read(db::View::snapshot);
    const auto gazetteer = services.comparisons->gazetteer(reading);
    json::Value document;
    document["areas"] = json::Value::array();
    // The lists of areas also hold those that no file has, such as real ones in a demonstration.
    for (const auto& [code, area] : gazetteer->areas) {
        const auto has_figures = [&](const Measure* measure) {
            return !services.comparisons->values(reading, *measure)->of(code).empty();
        };
        const auto measures = headline_measures();
        if (std::any_of(measures.begin(), measures.end(), has_figures))
            document["areas"].push_back(area_json(area, *gazetteer));
    }
    return kept(http::json(json::print(document)));
}

http::Response list_measures(const http::Request&, const Services&)
{
    json::Value document;
    document["licence"] = licence;
    document["measures"] = json::Value::array();
    for (const auto& measure : measures())
        document["measures"].push_back({{"key", measure.key},
                                        {"name", measure.name},
                                        {"definition", measure.definition},
                                        {"caveat", measure.caveat},
                                        {"unit", in_words(measure.unit)},
                                        {"decimals", measure.decimals},
                                        {"headline", measure.headline},
                                        {"published_by", measure.published_by}});
    return kept(http::json(json::print(document)));
}

http::Response show_area(const http::Request& request, const Services& services)
{
    auto reading = services.database->read(db::View::snapshot);
    const auto area = find_area(reading, request.path("code"));
    if (!area) return http::problem(area.error(), request.id());
    const auto gazetteer = services.comparisons->gazetteer(reading);
    auto document = area_json(*area, *gazetteer);
    document["changes"] = json::Value::array();
    for (const auto& change : changes_of(reading, area->code))
        document["changes"].push_back({{"kind", key_of(change.kind)},
                                       {"on", iso(change.on)},
                                       {"words", change.words},
                                       {"source", change.source}});
    document["measures"] = json::Value::array();
    for (const auto& measure : measures()) {
        const auto values = services.comparisons->values(reading, measure)->of(area->code);
        if (values.empty()) continue;
        document["measures"].push_back({{"key", measure.key},
                                        {"first", values.front().period.text()},
                                        {"last", values.back().period.text()}});
    }
    return kept(http::json(json::print(document)));
}

Result<std::vector<const Measure*>> measures_asked(const http::Request& request)
{
    const auto keys = request.query().all("measure");
    if (keys.empty()) return headline_measures();
    std::vector<const Measure*> measures;
    for (const auto key : keys) {
        const auto measure = measure_named(key);
        if (!measure) return measure.error();
        measures.push_back(*measure);
    }
    return measures;
}

/// Fills in the years: as asked, or all that the files have.
Result<void> add_years(const http::Request& request, db::Queries& reading, Comparisons& comparisons,
                       FiguresQuestion& question)
{
    auto years = years_of(reading, comparisons, question.area.code, question.measures);
    if (!years) return not_found("There are no figures for this area and these measures");
    for (const std::string_view end : {"from", "to"}) {
        if (request.query(end).empty()) continue;
        const auto year = SchoolYear::parse(request.query(end));
        if (!year) return bad_input("A year is written as 2016/17", std::string(end));
        (end == "from" ? years->first : years->second) = year->start;
    }
    if (years->first > years->second) return bad_input("The first year is after the last", "from");
    if (years->second - years->first >= most_years)
        return bad_input("Ask for at most 40 years", "from");
    std::tie(question.from_year, question.to_year) = *years;
    return {};
}

Result<FiguresQuestion> question_of(const http::Request& request, db::Queries& reading,
                                    Comparisons& comparisons)
{
    auto area = find_area(reading, request.path("code"));
    if (!area) return area.error();
    auto measures = measures_asked(request);
    if (!measures) return measures.error();
    FiguresQuestion question{std::move(*area), std::move(*measures)};
    if (auto years = add_years(request, reading, comparisons, question); !years)
        return years.error();
    if (const auto ties = request.query("ties"); !ties.empty()) {
        const auto rule = tie_rule_named(ties);
        if (!rule) return bad_input("ties is lowest, middle, last, name or number", "ties");
        question.ties = *rule;
    }
    if (const auto round = request.query("round"); !round.empty()) {
        const auto rounding = rounding_named(round);
        if (!rounding) return bad_input("round is 2, 1 or none", "round");
        question.rounding = *rounding;
    }
    return question;
}

struct TableRoute {
    std::string_view name;
    std::string_view summary;
    bool only_authorities;
    FiguresTable (*make)(db::Queries&, Comparisons&, const FiguresQuestion&);
};
constexpr std::array tables = {
    TableRoute{"rates", "An area's rates by year with 95% ranges", false, &rates_table},
    TableRoute{"ranks", "An area's rank among all authorities, with ties and 95% range", true,
               &ranks_table},
    TableRoute{"neighbours", "An area beside its statistical neighbours", true, &neighbours_table},
    TableRoute{"funnel", "How far an area lies from all areas together", true, &funnel_table},
    TableRoute{"disproportion", "Groups of pupils beside all others", false, &disproportion_table},
};

http::Response show_table(const http::Request& request, const Services& services,
                          const TableRoute& route)
{
    auto reading = services.database->read(db::View::snapshot);
    const auto question = question_of(request, reading, *services.comparisons);
    if (!question) return http::problem(question.error(), request.id());
    if (route.only_authorities && question->area.code.level() != AreaLevel::authority)
        return http::problem(bad_input("Only local authorities are compared with one another"),
                             request.id());
    const auto format = request.query("format");
    if (!format.empty() && format != "json" && format != "csv")
        return http::problem(bad_input("format is json or csv", "format"), request.id());
    const auto table = route.make(reading, *services.comparisons, *question);
    if (format == "csv")
        return kept(http::csv(as_csv(table),
                              "onroll-" + table.kind + "-" + question->area.code.text() + ".csv"));
    auto document = as_json(table);
    document["licence"] = licence;
    return kept(http::json(json::print(document)));
}

http::Response show_open_data(const http::Request& request, const Services& services,
                              std::string OpenData::*part, std::string_view file_name)
{
    auto reading = services.database->read(db::View::snapshot);
    std::optional<AreaCode> only;
    if (const auto code = request.query("area"); !code.empty()) {
        const auto area = find_area(reading, code);
        if (!area) return http::problem(area.error(), request.id());
        only = area->code;
    }
    return kept(http::csv(open_data(reading, *services.comparisons, only).*part, file_name));
}

json::Value string_parameter(std::string_view name, std::string_view about)
{
    return openapi::parameter("query", name, about, {{"type", "string"}}, false);
}

json::Value csv_answer(std::string_view about)
{
    return {{"200",
             {{"description", about},
              {"content", {{"text/csv", {{"schema", {{"type", "string"}}}}}}}}}};
}

void describe_lists(openapi::Document& description)
{
    description.describe(
        http::Method::get, "/api/v1/areas",
        {{"operationId", "areas"},
         {"summary", "England, its regions and all local authorities, former ones too"},
         {"responses", openapi::answers("The areas, by code", openapi::reference("Areas"))}});
    description.describe(
        http::Method::get, "/api/v1/measures",
        {{"operationId", "measures"},
         {"summary", "What is measured: definition, caveat, unit and rounding of each measure"},
         {"responses",
          openapi::answers("The measures, headline ones first", openapi::reference("Measures"))}});
}

void describe_schemas(openapi::Document& description)
{
    description.add_schema("Area", json::literal(R"({
        "type": "object", "required": ["code", "name", "level", "ons_code", "region"],
        "properties": {
            "code": {"type": "string"}, "name": {"type": "string"},
            "level": {"enum": ["national", "region", "authority", "school"]},
            "ons_code": {"type": ["string", "null"]}, "region": {"type": ["object", "null"]},
            "changes": {"type": "array", "items": {"type": "object"}},
            "measures": {"type": "array", "items": {"type": "object"}}}})"));
    description.add_schema("Areas", json::literal(R"({
        "type": "object", "required": ["areas"],
        "properties": {"areas": {"type": "array", "items": {"$ref": "#/components/schemas/Area"}}}})"));
    description.add_schema("Measures", json::literal(R"({
        "type": "object", "required": ["licence", "measures"],
        "properties": {"licence": {"type": "string"}, "measures": {"type": "array", "items": {"type": "object"}}}})"));
    description.add_schema("Figures", json::literal(R"({
        "type": "object", "required": ["kind", "title", "notes", "sources", "rows", "licence"],
        "properties": {
            "kind": {"enum": ["rates", "ranks", "neighbours", "funnel", "disproportion"]},
            "title": {"type": "string"}, "licence": {"type": "string"},
            "notes": {"type": "array", "items": {"type": "string"}},
            "sources": {"type": "array", "items": {"type": "string"}},
            "rows": {"type": "array", "items": {"type": "object",
                "description": "The columns of docs/reference/insight-figures.md; a number that is absent is null, with its symbol beside it"}}}})"));
}

void describe(openapi::Document& description)
{
    describe_schemas(description);
    describe_lists(description);
    const auto code = openapi::parameter(
        "path", "code", "An area's number (933), or its ONS code of any year (E06000066)",
        {{"type", "string"}}, true);
    description.describe(http::Method::get, "/api/v1/areas/{code}",
                         {{"operationId", "area"},
                          {"summary", "One area: how it came to be, and which measures it has"},
                          {"parameters", json::Value::array({code})},
                          {"responses", openapi::answers("The area", openapi::reference("Area"))}});
    for (const auto& table : tables)
        description.describe(
            http::Method::get, "/api/v1/areas/{code}/" + std::string(table.name),
            {{"operationId", "area_" + std::string(table.name)},
             {"summary", table.summary},
             {"parameters",
              json::Value::array(
                  {code, string_parameter("from", "The first year, as 2016/17"),
                   string_parameter("to", "The last year, as 2018/19"),
                   string_parameter("measure", "A measure's key; may be given more than once"),
                   string_parameter("ties", "For ranks: lowest, middle, last, name or number"),
                   string_parameter("round", "For ranks: 2, 1 or none"),
                   string_parameter("format", "json or csv")})},
             {"responses", openapi::answers("The figures", openapi::reference("Figures"))}});
    for (const auto& [path, about] :
         {std::pair{"/api/v1/open-data/exclusions.csv",
                    "Suspensions and permanent exclusions in DfE's standard columns"},
          std::pair{"/api/v1/open-data/exclusions.meta.csv", "What each column of it is"}})
        description.describe(
            http::Method::get, path,
            {{"operationId", std::string(path).find(".meta") == std::string::npos
                                 ? "open_data"
                                 : "open_data_meta"},
             {"summary", about},
             {"parameters",
              json::Value::array({string_parameter(
                  "area", "One area with its region and England; all areas without it")})},
             {"responses", csv_answer(about)}});
}

} // namespace api_detail

void add_api(http::Router& router, openapi::Document& description, const Services& services)
{
    using namespace api_detail;
    const auto open = http::Policy::open_to_all();
    const auto add = [&](std::string_view pattern, std::string summary, auto answer) {
        router.get(
            pattern, open,
            [&services, answer](const http::Request& request) { return answer(request, services); },
            {.summary = std::move(summary)});
    };
    add("/api/v1/areas", "Areas with figures", &list_areas);
    add("/api/v1/measures", "What is measured", &list_measures);
    add("/api/v1/areas/{code}", "One area", &show_area);
    for (const auto& table : tables)
        add("/api/v1/areas/{code}/" + std::string(table.name), std::string(table.summary),
            [&table](const http::Request& request, const Services& given) {
                return show_table(request, given, table);
            });
    add("/api/v1/open-data/exclusions.csv", "Open data in DfE's columns",
        [](const http::Request& request, const Services& given) {
            return show_open_data(request, given, &OpenData::csv, "onroll-exclusions.csv");
        });
    add("/api/v1/open-data/exclusions.meta.csv", "What the columns of the open data are",
        [](const http::Request& request, const Services& given) {
            return show_open_data(request, given, &OpenData::meta, "onroll-exclusions.meta.csv");
        });
    describe(description);
}

} // namespace onroll::insight
