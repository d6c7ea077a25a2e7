#include "law/api.h"

#include "law/rule_lists.h"

namespace onroll::law {

namespace api_detail {

/// How many histories a document holds.
std::size_t histories_in(const json::Value& document)
{
    for (const auto* list : {"vectors", "histories"})
        if (document.is_object() && document.contains(list) && document.at(list).is_array())
            return document.at(list).size();
    return 1;
}

http::Response evaluate_histories(const http::Request& request, const Services& services)
{
    const auto document = json::parse(request.body());
    if (!document) return http::problem(document.error(), request.id());
    if (histories_in(*document) > most_histories)
        return http::problem(
            Error{ErrorKind::too_large,
                  "Send at most " + std::to_string(most_histories) + " histories in one request",
                  {},
                  {}},
            request.id());
    const auto answers = answer_document(*document, services.find_school);
    if (!answers) return http::problem(answers.error(), request.id());
    // The histories that could be read are answered; those that could not carry an error each.
    return http::json(json::print(answers->document));
}

json::Value in_force_rows(const Rule& one)
{
    auto rows = json::Value::array();
    for (const auto& row : one.in_force) {
        const auto cited = citation(one.id, row.from);
        json::Value out;
        out["from"] = iso(row.from);
        out["until"] = row.until ? json::Value(iso(*row.until)) : json::Value(nullptr);
        out["force"] = words_for(row.force);
        out["source"] = cited ? cited->source : std::string_view{};
        out["edition"] = cited ? cited->edition : std::string_view{};
        out["link"] = cited ? cited->link : std::string_view{};
        out["confidence"] = words_for(row.confidence);
        rows.push_back(std::move(out));
    }
    return rows;
}

http::Response list_rules(const http::Request& request)
{
    std::optional<Date> on;
    if (!request.query("on").empty()) {
        const auto day = parse_date(request.query("on"));
        if (!day) return http::problem(bad_input(day.error().message, "on"), request.id());
        on = *day;
    }
    json::Value document;
    document["rules"] = json::Value::array();
    for (const auto* one : search_rules(request.query("q"), {}, on)) {
        json::Value out;
        out["rule"] = one->name;
        out["title"] = one->title;
        out["topic"] = words_for(one->topic);
        out["about"] = one->about;
        out["reading"] = one->reading;
        out["in_force"] = in_force_rows(*one);
        document["rules"].push_back(std::move(out));
    }
    auto response = http::json(json::print(document));
    response.caching = http::Caching::public_revalidated;
    return http::open_data(std::move(response));
}

void describe(openapi::Document& description)
{
    description.add_schema("Results", json::Value::parse(R"({
        "type": "object", "required": ["results"],
        "properties": {"results": {"type": "array", "items": {"type": "object", "required": ["id"],
            "description": "Either an answer, or an error that names the member that could not be read",
            "properties": {
                "id": {"type": "string"},
                "law_version": {"type": "object", "additionalProperties": {"type": "string"}},
                "totals": {"type": "array", "items": {"type": "object"}},
                "duties": {"type": "array", "items": {"type": "object", "required": ["rule", "exclusion", "actor", "type", "citation", "reason"]}},
                "findings": {"type": "array", "items": {"type": "object", "required": ["rule", "exclusion", "severity", "citation", "reason"]}},
                "rules_fired": {"type": "array", "items": {"type": "string"}},
                "error": {"type": "object", "required": ["member", "message"], "properties": {"member": {"type": "string"}, "message": {"type": "string"}}}
            }}}}
    })"));
    description.add_schema("Rules", json::Value::parse(R"({
        "type": "object", "required": ["rules"],
        "properties": {"rules": {"type": "array", "items": {"type": "object", "required": ["rule", "title", "topic", "about", "in_force"]}}}
    })"));
    description.add_schema("Histories", json::Value::parse(R"({
        "type": "object", "description": "One history, or a list of them under histories. The members are in docs/reference/law-evaluate.md"
    })"));
    description.describe(
        http::Method::post, "/api/v1/law/evaluate",
        {{"operationId", "evaluate"},
         {"summary",
          "What follows from a history: totals, duties with dates, findings, each with its source"},
         {"requestBody",
          {{"required", true},
           {"content", {{"application/json", {{"schema", openapi::reference("Histories")}}}}}}},
         {"responses",
          openapi::answers("An answer for each history", openapi::reference("Results"))}});
    description.describe(
        http::Method::get, "/api/v1/law/rules",
        {{"operationId", "rules"},
         {"summary", "The rules, with where each is written and since when"},
         {"parameters",
          json::Value::array(
              {openapi::parameter("query", "q", "Words in the rule", {{"type", "string"}}, false),
               openapi::parameter("query", "on", "Only rules in force on this day",
                                  {{"type", "string"}, {"format", "date"}}, false)})},
         {"responses", openapi::answers("The rules found", openapi::reference("Rules"))}});
}

} // namespace api_detail

void add_api(http::Router& router, openapi::Document& description, const Services& services)
{
    const auto open = http::Policy::open_to_all();
    router.post("/api/v1/law/evaluate", open,
                [&services](const http::Request& request) {
                    return api_detail::evaluate_histories(request, services);
                },
                {.body_limit = 4 * 1024 * 1024, .summary = "Evaluate histories"});
    router.get("/api/v1/law/rules", open, api_detail::list_rules, {.summary = "List rules"});
    api_detail::describe(description);
}

} // namespace onroll::law
