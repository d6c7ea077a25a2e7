// POST /api/v1/law/evaluate and GET /api/v1/law/rules, as other programs use them.
#include "law/api.h"

#include "law/provisions.h"
#include "platform/http/header_values.h"

#include <doctest/doctest.h>

#include <string>

namespace api_test {

using namespace onroll;
using json::Value;

/// The routes, with one stored school: 990001, closed nowhere.
struct Api {
    FixedClock clock{date(2026, 11, 23)};
    law::Services services;
    http::Router router;
    openapi::Document description{"Onroll", "1", "Test"};

    Api()
    {
        services.clock = &clock;
        services.find_school = [](Urn urn, std::optional<law::SchoolType>) -> Result<law::School> {
            if (urn.text() != "990001") return not_found("No school has the number " + urn.text());
            auto calendar = SchoolCalendar::create(
                {{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)}}, {}, TermSystem::three);
            return law::School{"", law::SchoolType::maintained, 901, std::move(*calendar)};
        };
        law::add_api(router, description, services);
    }
    http::Response post(std::string body, std::string type = "application/json") const
    {
        return http::handle(
            router, http::Request::post("/api/v1/law/evaluate", std::move(body), std::move(type)));
    }
    http::Response get(std::string_view target) const
    {
        return http::handle(router, http::Request::get(target));
    }
};

Value a_history(const std::string& id = "H1")
{
    return {{"id", id},
            {"schools", {{"A", {{"urn", "990001"}}}}},
            {"exclusions", Value::array({{{"id", "E1"},
                                          {"school", "A"},
                                          {"kind", "permanent"},
                                          {"decided_on", "2026-11-18"},
                                          {"first_day", "2026-11-19"}}})}};
}

Value histories(const Value& one, std::size_t count)
{
    Value document;
    document["histories"] = Value::array();
    for (std::size_t i = 0; i < count; ++i) document["histories"].push_back(one);
    return document;
}

Value json_of(const http::Response& response)
{
    const auto value = json::parse(response.content());
    REQUIRE(value.has_value());
    return *value;
}

/// The problem document of a refusal, after checking that it is one.
Value problem_of(const http::Response& response, int status)
{
    CHECK(response.status == status);
    CHECK(response.headers["Content-Type"].starts_with("application/problem+json"));
    const auto problem = json_of(response);
    CHECK(problem.at("status") == status);
    for (const auto* member : {"type", "title", "detail", "errors"})
        CHECK(problem.contains(member));
    return problem;
}

} // namespace api_test

TEST_CASE("a history is answered with its version, totals, duties, findings and rules")
{
    using namespace api_test;
    const auto answer = Api().post(a_history().dump());
    CHECK(answer.status == 200);
    CHECK(answer.headers["Content-Type"].starts_with("application/json"));
    CHECK(answer.caching == http::Caching::no_store);
    const auto result = json_of(answer).at("results").at(0);
    CHECK(result.at("id") == "H1");
    CHECK(result.at("law_version").at("E1") == "LV-2026");
    REQUIRE_FALSE(result.at("duties").empty());
    for (const auto& duty : result.at("duties"))
        for (const auto* member : {"rule", "citation", "edition", "confidence", "reason"})
            CHECK(duty.contains(member));
    CHECK(result.contains("findings"));
    CHECK(result.at("rules_fired").size() > 5);
}

TEST_CASE("a history that cannot be read has an error of its own, and the others are answered")
{
    using namespace api_test;
    auto document = histories(a_history(), 2);
    document["histories"][0]["exclusions"][0]["decided_on"] = "2026-02-30";
    document["histories"].push_back(nullptr);
    const auto answer = Api().post(document.dump());
    CHECK(answer.status == 200);
    const auto results = json_of(answer).at("results");
    REQUIRE(results.size() == 3);
    CHECK(results[0].at("error").at("member") == "/exclusions/0/decided_on");
    CHECK(results[1].contains("duties"));
    CHECK(results[2].at("id") == "history 3");
}

TEST_CASE("what is not JSON, or no history, is refused with a problem document")
{
    using namespace api_test;
    const Api api;
    for (const std::string body :
         {"", "{", "\xFF\xFE", "{}{}", "nul", "[]", "null", "\"x\"", R"({"histories": 5})",
          R"({"a": 1, "a": 2})", R"({"n": 1e999})"}) {
        CAPTURE(body);
        problem_of(api.post(body), 400);
    }
    const auto deep = std::string(66, '[') + std::string(66, ']');
    CHECK(problem_of(api.post(deep), 400).at("detail").get<std::string>().find("64 deep") !=
          std::string::npos);
}

TEST_CASE("a body that does not say it is JSON is refused before it is read")
{
    using namespace api_test;
    const Api api;
    for (const auto* type : {"text/plain", "application/x-www-form-urlencoded", "text/json"}) {
        CAPTURE(std::string(type));
        problem_of(api.post(a_history().dump(), type), 415);
    }
    CHECK(api.post(a_history().dump(), "Application/JSON; charset=utf-8").status == 200);
}

TEST_CASE("more than one request should ask is refused, and says what to send")
{
    using namespace api_test;
    const Api api;
    CHECK(api.post(histories(a_history(), law::most_histories).dump()).status == 200);
    const auto problem =
        problem_of(api.post(histories(a_history(), law::most_histories + 1).dump()), 413);
    CHECK(problem.at("detail").get<std::string>().find("at most 500 histories") !=
          std::string::npos);

    auto many_schools = a_history();
    for (std::size_t i = 0; i < 20; ++i)
        many_schools["schools"]["S" + std::to_string(i)] = {{"urn", "990001"}};
    CHECK(api.post(histories(many_schools, 40).dump()).status == 200);
    problem_of(api.post(histories(many_schools, 48).dump()), 413);

    auto many_exclusions = a_history();
    for (std::size_t i = 0; i < 400; ++i) {
        auto one = many_exclusions["exclusions"][0];
        one["id"] = "more " + std::to_string(i);
        many_exclusions["exclusions"].push_back(one);
    }
    problem_of(api.post(histories(many_exclusions, 13).dump()), 413);
}

TEST_CASE(
    "a list longer than any pupil's, too many schools and long names are errors of the history")
{
    using namespace api_test;
    const auto member_of = [](const Value& history) {
        return json_of(Api().post(history.dump()))
            .at("results")
            .at(0)
            .at("error")
            .at("member")
            .get<std::string>();
    };
    auto history = a_history();
    for (std::size_t i = 0; i < 500; ++i) {
        auto one = history["exclusions"][0];
        one["id"] = "more " + std::to_string(i);
        history["exclusions"].push_back(one);
    }
    CHECK(member_of(history) == "/exclusions");

    history = a_history();
    for (std::size_t i = 0; i < 50; ++i)
        history["schools"]["S" + std::to_string(i)] = {{"urn", "990001"}};
    CHECK(member_of(history) == "/schools");

    history = a_history();
    history["exclusions"][0]["id"] = std::string(201, 'x');
    CHECK(member_of(history) == "/exclusions/0/id");
    history["exclusions"][0]["id"] = std::string(200, 'x');
    CHECK(json_of(Api().post(history.dump())).at("results").at(0).contains("duties"));
}

TEST_CASE("a school that is not held is an error of the history that names it")
{
    using namespace api_test;
    auto history = a_history();
    history["schools"]["A"]["urn"] = "100000";
    const auto error = json_of(Api().post(history.dump())).at("results").at(0).at("error");
    CHECK(error.at("member") == "/schools/A/urn");
    CHECK(error.at("message") == "No school has the number 100000");
}

TEST_CASE("the rules can be searched by words and by a day, and a day that is none is refused")
{
    using namespace api_test;
    const Api api;
    const auto all = json_of(api.get("/api/v1/law/rules")).at("rules");
    CHECK(all.size() == law::rules().size());
    const auto some = json_of(api.get("/api/v1/law/rules?q=head+teacher")).at("rules");
    CHECK(some.size() > 0);
    CHECK(some.size() < all.size());
    CHECK(json_of(api.get("/api/v1/law/rules?q=zzqzz")).at("rules").empty());
    const auto early = json_of(api.get("/api/v1/law/rules?on=2013-01-01")).at("rules");
    CHECK(early.size() > 0);
    CHECK(early.size() < all.size());
    CHECK(json_of(api.get("/api/v1/law/rules?on=1900-01-01")).at("rules").size() < early.size());
    const auto problem = problem_of(api.get("/api/v1/law/rules?on=2026-02-30"), 400);
    CHECK(problem.at("errors").at(0).at("pointer") == "on");
    problem_of(api.get("/api/v1/law/rules?on=%3Cscript%3E"), 400);
}

TEST_CASE("each rule is listed with when it was in force and where it is written")
{
    using namespace api_test;
    const auto answer = Api().get("/api/v1/law/rules");
    CHECK(answer.headers["Access-Control-Allow-Origin"] == "*");
    const auto listed = json_of(answer);
    for (const auto& rule : listed.at("rules")) {
        CAPTURE(rule.at("rule").get<std::string>());
        CHECK_FALSE(rule.at("title").get<std::string>().empty());
        REQUIRE_FALSE(rule.at("in_force").empty());
        for (const auto& row : rule.at("in_force")) {
            CHECK(parse_date(row.at("from").get<std::string>()).has_value());
            CHECK_FALSE(row.at("source").get<std::string>().empty());
        }
    }
}

TEST_CASE("the description of the law's routes fits them")
{
    const api_test::Api api;
    CHECK(api.description.differences(api.router.routes()).empty());
}

TEST_CASE("a rule's force and confidence are written as in an answer")
{
    using namespace api_test;
    const auto rules = json_of(Api().get("/api/v1/law/rules?q=GB-10")).at("rules");
    const auto& row = rules.at(0).at("in_force").at(0);
    CHECK(row.at("force") == "must");
    CHECK(row.at("confidence") == "read");
}
