#include "law/api.h"

#include "law/api_shapes.h"
#include "law/json.h"
#include "law/rule_lists.h"
#include "platform/http/header_values.h"

namespace onroll::law {

namespace api_detail {

/// How much a document asks for.
struct Asked {
    std::size_t histories = 0;
    std::size_t schools = 0;
    std::size_t entries = 0;
};

void count_history(const json::Value& history, Asked& asked)
{
    ++asked.histories;
    if (!history.is_object()) return;
    for (const auto& [name, value] : history.items()) {
        if (name == "schools")
            asked.schools += value.size();
        else if (value.is_array())
            asked.entries += value.size();
    }
}

Asked asked_in(const json::Value& document)
{
    Asked asked;
    for (const auto* list : {"vectors", "histories"}) {
        if (!document.is_object() || !document.contains(list) || !document.at(list).is_array())
            continue;
        for (const auto& history : document.at(list)) count_history(history, asked);
        return asked;
    }
    count_history(document, asked);
    return asked;
}

/// What is too much, or nothing.
std::optional<Error> too_much(const Asked& asked)
{
    const auto at_most = [](std::size_t limit, std::string_view what) {
        return Error{ErrorKind::too_large,
                     "Send at most " + std::to_string(limit) + " " + std::string(what) +
                         " in one request, and the rest in another",
                     {},
                     {}};
    };
    if (asked.histories > most_histories) return at_most(most_histories, "histories");
    if (asked.schools > most_schools_in_all) return at_most(most_schools_in_all, "schools");
    if (asked.entries > most_entries_in_all)
        return at_most(most_entries_in_all, "exclusions, events and other entries");
    return std::nullopt;
}

http::Response evaluate_histories(const http::Request& request, const Services& services)
{
    const auto type = http::parse_content_type(request.header("Content-Type"));
    if (!type || type->type != "application/json")
        return http::problem({.status = 415,
                              .detail = "Send JSON, with Content-Type: application/json",
                              .instance = "urn:onroll:request:" + request.id()});
    const auto document = json::parse(request.body());
    if (!document) return http::problem(document.error(), request.id());
    if (const auto refusal = too_much(asked_in(*document)))
        return http::problem(*refusal, request.id());
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
        out["force"] = code_of(row.force);
        out["source"] = cited ? cited->source : std::string_view{};
        out["edition"] = cited ? cited->edition : std::string_view{};
        out["link"] = cited ? cited->link : std::string_view{};
        out["confidence"] = code_of(row.confidence);
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
    describe_shapes(description);
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
