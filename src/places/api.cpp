#include "places/api.h"

#include "kernel/bank_holidays.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <variant>

namespace onroll::places {

namespace api_detail {

template <class T>
json::Value or_null(const std::optional<T>& value)
{
    if (!value) return nullptr;
    if constexpr (std::is_same_v<T, Date>)
        return iso(*value);
    else
        return *value;
}

http::Response shown(const json::Value& document)
{
    auto response = http::json(json::print(document));
    response.caching = http::Caching::public_revalidated;
    return http::open_data(std::move(response));
}

Result<std::size_t> limit_of(std::string_view text)
{
    std::size_t limit = 25;
    if (text.empty()) return limit;
    const auto [stop, trouble] = std::from_chars(text.data(), text.data() + text.size(), limit);
    if (trouble != std::errc{} || stop != text.data() + text.size() || limit < 1 || limit > 100)
        return bad_input("limit must be a whole number from 1 to 100", "limit");
    return limit;
}

http::Response list_schools(const http::Request& request, const Services& services)
{
    const auto limit = limit_of(request.query("limit"));
    if (!limit) return http::problem(limit.error(), request.id());
    if (request.query("q").empty())
        return http::problem(bad_input("q must hold a name, number, town or postcode", "q"),
                             request.id());
    auto found = services.search->find(request.query("q"), *limit + 1);
    json::Value document;
    document["schools"] = json::Value::array();
    const bool more = found.size() > *limit;
    if (more) found.pop_back();
    auto reading = services.database->read();
    const auto authorities = all_authorities(reading);
    for (const auto& [school, by] : found) {
        const auto authority = authorities.find(school.authority);
        document["schools"].push_back(school_json(
            school,
            authority == authorities.end() ? "" : std::string_view(authority->second.name)));
    }
    document["more"] = more;
    return shown(document);
}

http::Response show_school(const http::Request& request, const Services& services)
{
    const auto urn = request.path<Urn>("urn");
    if (!urn) return http::problem(bad_input(urn.error().message, "urn"), request.id());
    auto reading = services.database->read(db::View::snapshot);
    const auto school = find_school(reading, *urn);
    if (!school) return http::problem(school.error(), request.id());
    const auto authority = find_authority(reading, school->authority);
    auto document = school_json(*school, authority ? std::string_view(authority->name) : "");
    document["links"] = json::Value::array();
    for (const auto& link : links_of_school(reading, *urn))
        document["links"].push_back({{"kind", key_of(link.kind)},
                                     {"urn", link.other.text()},
                                     {"name", link.other_name},
                                     {"as_recorded", link.as_recorded},
                                     {"since", or_null(link.since)}});
    return shown(document);
}

http::Response show_calendar(const http::Request& request, const Services& services)
{
    const auto urn = request.path<Urn>("urn");
    if (!urn) return http::problem(bad_input(urn.error().message, "urn"), request.id());
    auto reading = services.database->read(db::View::snapshot);
    const auto school = find_school(reading, *urn);
    if (!school) return http::problem(school.error(), request.id());
    const auto dates = dates_of_school(reading, *school);
    if (in_effect(dates.layered).terms.empty())
        return http::problem(not_found("No term dates are known for this school"), request.id());
    return shown(calendar_json(*school, dates));
}

/// A history's word for the reason of a closure.
std::string_view law_word_for(ClosureReason reason)
{
    return reason == ClosureReason::unplanned ? "unplanned" : key_of(reason);
}

void describe(openapi::Document& description)
{
    description.add_schema("School", json::literal(R"({
        "type": "object", "required": ["urn", "name", "authority", "kind", "status", "source"],
        "properties": {
            "urn": {"type": "string"}, "laestab": {"type": ["string", "null"]},
            "former_laestabs": {"type": "array", "items": {"type": "string"}},
            "name": {"type": "string"},
            "authority": {"type": "object", "properties": {"code": {"type": "string"}, "name": {"type": "string"}}},
            "kind": {"type": "string"}, "law_school_type": {"type": ["string", "null"]},
            "outside_the_rules": {"type": ["string", "null"]},
            "phase": {"type": "string"}, "status": {"type": "string"},
            "opened_on": {"type": ["string", "null"], "format": "date"},
            "closed_on": {"type": ["string", "null"], "format": "date"},
            "address": {"type": "object", "additionalProperties": {"type": "string"}},
            "trust": {"type": ["object", "null"]}, "pupils": {"type": ["object", "null"]},
            "as_recorded": {"type": "object", "additionalProperties": {"type": "string"}},
            "source": {"type": "string"}, "links": {"type": "array", "items": {"type": "object"}}}})"));
    description.add_schema("Schools", json::literal(R"({
        "type": "object", "required": ["schools", "more"],
        "properties": {"schools": {"type": "array", "items": {"$ref": "#/components/schemas/School"}}, "more": {"type": "boolean"}}})"));
    description.add_schema("Calendar", json::literal(R"({
        "type": "object", "required": ["urn", "term_system", "terms", "closures"],
        "properties": {
            "urn": {"type": "string"}, "term_system": {"enum": ["three", "more_than_three"]},
            "terms": {"type": "array", "items": {"type": "object"}}, "closures": {"type": "array", "items": {"type": "object"}},
            "bank_holidays": {"type": "array", "items": {"type": "string", "format": "date"}},
            "school_days": {"type": "array", "items": {"type": "object"}}, "sources": {"type": "object"}}})"));
    const auto urn =
        openapi::parameter("path", "urn", "A school's unique reference number: six digits",
                           {{"type", "string"}}, true);
    description.describe(
        http::Method::get, "/api/v1/schools",
        {{"operationId", "find_schools"},
         {"summary", "Finds schools by name, number, town or postcode"},
         {"parameters",
          json::Value::array(
              {openapi::parameter("query", "q", "What to look for; spelling mistakes are forgiven",
                                  {{"type", "string"}}, true),
               openapi::parameter(
                   "query", "limit", "How many at most, 1 to 100",
                   {{"type", "integer"}, {"minimum", 1}, {"maximum", 100}, {"default", 25}},
                   false)})},
         {"responses", openapi::answers("The schools that fit best, best first",
                                        openapi::reference("Schools"))}});
    description.describe(
        http::Method::get, "/api/v1/schools/{urn}",
        {{"operationId", "school"},
         {"summary", "One school with its predecessors and successors"},
         {"parameters", json::Value::array({urn})},
         {"responses", openapi::answers("The school", openapi::reference("School"))}});
    description.describe(http::Method::get, "/api/v1/schools/{urn}/calendar",
                         {{"operationId", "school_calendar"},
                          {"summary", "A school's terms, closures and bank holidays"},
                          {"parameters", json::Value::array({urn})},
                          {"responses", openapi::answers("The calendar in effect",
                                                         openapi::reference("Calendar"))}});
}

} // namespace api_detail

json::Value school_json(const School& school, std::string_view authority_name)
{
    using api_detail::or_null;
    json::Value out;
    out["urn"] = school.urn.text();
    out["laestab"] = school.laestab ? json::Value(school.laestab->text()) : json::Value(nullptr);
    out["former_laestabs"] = json::Value::array();
    for (const auto& former : school.former_laestabs)
        out["former_laestabs"].push_back(former.text());
    out["name"] = shown_name(school);
    out["authority"] = {{"code", school.authority.text()}, {"name", authority_name}};
    out["kind"] = key_of(school.kind);
    const auto law = law_school_type(school);
    const auto* type = std::get_if<LawSchoolType>(&law);
    const auto* outside = std::get_if<OutsideTheRules>(&law);
    out["law_school_type"] = type ? json::Value(key_of(*type)) : json::Value(nullptr);
    out["outside_the_rules"] = outside ? json::Value(outside->reason) : json::Value(nullptr);
    out["phase"] = key_of(school.phase);
    out["status"] = key_of(school.status);
    out["opened_on"] = or_null(school.opened_on);
    out["closed_on"] = or_null(school.closed_on);
    out["address"] = {{"street", school.street},
                      {"locality", school.locality},
                      {"town", school.town},
                      {"postcode", school.postcode}};
    out["trust"] = nullptr;
    if (school.trust)
        out["trust"] = {{"uid", std::to_string(school.trust->uid)}, {"name", school.trust->name}};
    out["pupils"] = nullptr;
    if (school.pupils)
        out["pupils"] = {{"count", school.pupils->pupils},
                         {"counted_on", or_null(school.pupils->counted_on)}};
    out["as_recorded"] = {{"type", school.as_recorded.type},
                          {"type_group", school.as_recorded.type_group},
                          {"status", school.as_recorded.status},
                          {"phase", school.as_recorded.phase}};
    out["source"] = key_of(school.source);
    return out;
}

json::Value calendar_json(const School& school, const SchoolDates& stated)
{
    const auto dates = in_effect(stated.layered);
    json::Value out;
    out["urn"] = school.urn.text();
    out["term_system"] = key_of(dates.system);
    out["terms"] = json::Value::array();
    for (const auto& term : dates.terms)
        out["terms"].push_back(
            {{"name", term.name}, {"start", iso(term.start)}, {"end", iso(term.end)}});
    out["closures"] = json::Value::array();
    for (const auto& closure : dates.closures)
        out["closures"].push_back({{"start", iso(closure.start)},
                                   {"end", iso(closure.end)},
                                   {"reason", api_detail::law_word_for(closure.reason)}});
    out["bank_holidays"] = json::Value::array();
    out["school_days"] = json::Value::array();
    const auto calendar = calendar_of(dates);
    if (!calendar) return out;
    for (int year = year_of(calendar->first_day()); year <= year_of(calendar->last_day()); ++year)
        for (const auto& holiday : bank_holidays(year))
            if (holiday.on >= calendar->first_day() && holiday.on <= calendar->last_day())
                out["bank_holidays"].push_back(iso(holiday.on));
    for (int year = school_year_of(calendar->first_day());
         year <= school_year_of(calendar->last_day()); ++year)
        out["school_days"].push_back({{"school_year", school_year_text(year)},
                                      {"days", school_days_in_year(*calendar, year).count}});
    out["sources"] = {{"authority", stated.authority_source}, {"school", stated.school_source}};
    return out;
}

void add_api(http::Router& router, openapi::Document& description, const Services& services)
{
    using namespace api_detail;
    const auto open = http::Policy::open_to_all();
    router.get(
        "/api/v1/schools", open,
        [&services](const http::Request& request) { return list_schools(request, services); },
        {.summary = "Finds schools"});
    router.get("/api/v1/schools/{urn}", open,
               [&services](const http::Request& request) { return show_school(request, services); },
               {.summary = "One school"});
    router.get(
        "/api/v1/schools/{urn}/calendar", open,
        [&services](const http::Request& request) { return show_calendar(request, services); },
        {.summary = "A school's calendar"});
    describe(description);
}

} // namespace onroll::places
