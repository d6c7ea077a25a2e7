#include "insight/api.h"
#include "insight/tests/invented_area.h"
#include "real_figures.h"

#include "platform/clock/clock.h"
#include "platform/json/json.h"

#include <doctest/doctest.h>

#include <string>

namespace api_test {

using namespace onroll;
using namespace onroll::insight;

/// A router with the API over the published figures; nothing where they are absent.
struct Api {
    explicit Api(tests::RealFigures& real)
        : services{.database = real.database.get(), .comparisons = &real.comparisons}
    {
        add_api(router, description, services);
    }

    http::Response get(const std::string& target)
    {
        return http::handle(router, http::Request::get(target));
    }
    json::Value json_of(const std::string& target)
    {
        const auto response = get(target);
        CHECK(response.status == 200);
        return json::parse(response.body).value();
    }

    http::Router router;
    openapi::Document description{"Test", "1", "A test"};
    Services services;
};

TEST_CASE("the description of the areas' routes fits the routes")
{
    http::Router router;
    openapi::Document description("Test", "1", "A test");
    const Services services;
    add_api(router, description, services);
    const auto differences = description.differences(router.routes());
    for (const auto& difference : differences) FAIL_CHECK(difference);
    for (const auto& route : router.routes()) CHECK(route.policy.name() == "open to all");
}

TEST_CASE("the list holds the areas with figures and no others")
{
    tests_of_pages::InventedCountry country;
    http::Router router;
    openapi::Document description{"Test", "1", "A test"};
    add_api(router, description, country.services);
    const auto answer = http::handle(router, http::Request::get("/api/v1/areas"));
    // Twelve authorities, their region and England, of all that the lists know.
    CHECK(json::parse(answer.body).value()["areas"].size() == 14);
}

TEST_CASE("an area is found by its number and by an ONS code of any year")
{
    auto* real = tests::real_figures();
    if (!real) return;
    Api api(*real);
    const auto by_number = api.json_of("/api/v1/areas/933");
    CHECK(by_number["name"] == "Somerset");
    CHECK(by_number == api.json_of("/api/v1/areas/E10000027"));
    CHECK(by_number["region"]["name"] == "South West");
    CHECK(by_number["changes"].size() == 1);
    CHECK(by_number["measures"][0]["key"] == "suspension_rate");
    CHECK(by_number["measures"][0]["first"] == "2006/07");
    CHECK(api.get("/api/v1/areas/999").status == 404);
    CHECK(api.json_of("/api/v1/areas")["areas"].size() > 160);
    CHECK(api.json_of("/api/v1/measures")["measures"].size() == measures().size());
}

TEST_CASE("ranks come as JSON and CSV with the same numbers and the licence")
{
    auto* real = tests::real_figures();
    if (!real) return;
    Api api(*real);
    const std::string asked =
        "/api/v1/areas/933/ranks?from=2015/16&to=2015/16&measure=permanent_exclusion_rate";
    const auto document = api.json_of(asked);
    REQUIRE(document["rows"].size() == 1);
    CHECK(document["rows"][0]["rank"] == 57);
    CHECK(document["rows"][0]["of"] == 148);
    CHECK(document["rows"][0]["value_2dp"] == 0.09);
    CHECK(std::string(document["licence"]).find("Open Government Licence") != std::string::npos);
    CHECK(api.json_of(asked + "&ties=name")["rows"][0]["rank"] == 64);
    const auto csv = api.get(asked + "&format=csv");
    CHECK(csv.body.find(",0.09,57,148,57,65,") != std::string::npos);
    CHECK(csv.headers["Access-Control-Allow-Origin"] == "*");
}

TEST_CASE("a year that the files do not reach is a row without a number")
{
    auto* real = tests::real_figures();
    if (!real) return;
    Api api(*real);
    const auto document =
        api.json_of("/api/v1/areas/933/rates?from=2022/23&to=2022/23&measure=suspension_rate");
    CHECK(document["rows"][0]["value"].is_null());
    CHECK(document["rows"][0]["value_symbol"] == "x");
    CHECK(document["notes"][0] == "There are no figures for Suspension rate in 2022/23.");
}

TEST_CASE("what cannot be answered says which parameter and what to do")
{
    auto* real = tests::real_figures();
    if (!real) return;
    Api api(*real);
    for (const std::string wrong :
         {"rates?from=2016", "rates?measure=league_table", "ranks?ties=fair", "ranks?round=3",
          "rates?format=xml", "rates?from=2018/19&to=2016/17", "rates?from=1900/01"}) {
        CAPTURE(wrong);
        const auto response = api.get("/api/v1/areas/933/" + wrong);
        CHECK(response.status == 400);
        CHECK(response.body.find("\"detail\"") != std::string::npos);
    }
    CHECK(api.get("/api/v1/areas/E92000001/ranks").status == 400);
    CHECK(api.get("/api/v1/areas/E92000001/rates").status == 200);
}

TEST_CASE("open data comes with its meta file")
{
    auto* real = tests::real_figures();
    if (!real) return;
    Api api(*real);
    const auto data = api.get("/api/v1/open-data/exclusions.csv?area=933");
    CHECK(data.status == 200);
    CHECK(data.body.starts_with("time_period,time_identifier,geographic_level,"));
    const auto meta = api.get("/api/v1/open-data/exclusions.meta.csv?area=933");
    CHECK(meta.body.starts_with("col_name,col_type,label,"));
    CHECK(api.get("/api/v1/open-data/exclusions.csv?area=999").status == 404);
}

} // namespace api_test
