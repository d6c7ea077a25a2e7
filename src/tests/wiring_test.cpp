// What holds for every route of every part, on the demonstration area.
#include "wiring.h"

#include "helpers/test_database.h"

#include "design/assets.h"
#include "places/demo.h"
#include "platform/http/finish.h"
#include "platform/json/json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace wiring_test {

using namespace onroll;

/// The demonstration with all its routes, answered as the server would.
struct Demonstration {
    tests::TestDatabase place{db::Engine::sqlite};
    SystemClock clock;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<wiring::Service> service;
    http::Router router;
    http::HeaderSettings headers{.script_hash = std::string(design::js_enabled_script_hash)};

    explicit Demonstration(wiring::AreaSettings area = wiring::demo_area())
    {
        auto opened = wiring::open_store(place.folder(), {}, clock);
        REQUIRE(opened.has_value());
        database = std::move(*opened);
        REQUIRE(places::fill_demo(*database, 1, clock).has_value());
        service = std::make_unique<wiring::Service>(
            *database, std::move(area), true, place.folder(),
            wiring::root_key(place.folder()).value(),
            wiring::StaffSettings{.hashing = {.cost = crypto::password_cost_floor}});
        router = service->router();
    }
    http::Response ask(http::Method method, std::string target) const
    {
        auto request =
            http::Request::create({.method = method, .target = std::move(target), .id = "1"});
        REQUIRE(request.has_value());
        return http::finished_answer(router, *request, headers);
    }
};

const Demonstration& demonstration()
{
    static const Demonstration one;
    return one;
}

/// A path that the pattern takes: each parameter stands for something that is there.
std::string path_for(std::string pattern)
{
    const auto put = [&](std::string_view name, std::string_view value) {
        if (const auto at = pattern.find(name); at != std::string::npos)
            pattern.replace(at, name.size(), value);
    };
    put("{urn}", "990022");
    put("{code}", "999");
    put("{la}", "999");
    put("{rule}", "HT-01");
    put("{path...}", "none.css");
    return pattern;
}

constexpr http::Method every_method[] = {http::Method::get, http::Method::post, http::Method::put,
                                         http::Method::patch, http::Method::delete_};

TEST_CASE("every route names who may use it")
{
    CHECK(demonstration().router.routes().size() > 20);
    for (const auto& route : demonstration().router.routes()) {
        CAPTURE(route.pattern);
        CHECK_FALSE(route.policy.name().empty());
    }
}

TEST_CASE("every route sends the security headers, says its charset, and sets no cookie")
{
    const auto& all = demonstration();
    for (const auto& route : all.router.routes()) {
        const auto answer = all.ask(route.method, path_for(route.pattern));
        CAPTURE(route.pattern);
        CHECK(answer.status < 500);
        const auto policy = answer.headers["Content-Security-Policy"];
        CHECK(policy.starts_with("default-src 'none'; script-src 'self' 'sha256-"));
        CHECK(policy.find("frame-ancestors 'none'") != std::string_view::npos);
        CHECK(policy.find("unsafe") == std::string_view::npos);
        CHECK(answer.headers["X-Content-Type-Options"] == "nosniff");
        CHECK(answer.headers["Referrer-Policy"] == "no-referrer");
        CHECK(answer.headers["Cross-Origin-Opener-Policy"] == "same-origin");
        CHECK(answer.headers.contains("Cross-Origin-Resource-Policy"));
        CHECK(answer.headers.contains("Permissions-Policy"));
        CHECK(answer.headers.contains("Cache-Control"));
        CHECK(answer.headers.contains("X-Request-Id"));
        // Signing out takes a cookie away; a question that a passkey answers is kept in one.
        CHECK(answer.headers.contains("Set-Cookie") ==
              ((answer.status == 303 && route.pattern == "/sign-out") ||
               (route.method == http::Method::get && route.pattern == "/sign-in/passkey")));
        const auto type = answer.headers["Content-Type"];
        if (type.starts_with("text/")) CHECK(type.find("charset=utf-8") != std::string_view::npos);
    }
}

TEST_CASE("only the public data of the API may be read from other sites")
{
    const auto& all = demonstration();
    for (const auto& route : all.router.routes()) {
        const auto answer = all.ask(route.method, path_for(route.pattern));
        CAPTURE(route.pattern);
        if (answer.headers.contains("Access-Control-Allow-Origin")) {
            CHECK(route.pattern.starts_with("/api/"));
            CHECK(route.method == http::Method::get);
        }
        CHECK_FALSE(answer.headers.contains("Access-Control-Allow-Credentials"));
    }
}

/// Whether a route's pattern takes a path, segment by segment.
bool takes(const std::vector<std::string>& pattern, const std::string& path)
{
    std::size_t at = 0;
    for (const auto& segment : pattern) {
        if (at >= path.size()) return false;
        const auto end = path.find('/', at + 1);
        const auto part = path.substr(at + 1, end == std::string::npos ? end : end - at - 1);
        if (!segment.starts_with("{") && segment != part) return false;
        at = end == std::string::npos ? path.size() : end;
    }
    return at >= path.size();
}

TEST_CASE("a method that a path does not have gets 405 and the methods that it has")
{
    const auto& all = demonstration();
    std::set<std::string> patterns;
    for (const auto& route : all.router.routes()) patterns.insert(route.pattern);
    for (const auto& pattern : patterns) {
        std::set<http::Method> declared;
        // A fixed path may also be one that a pattern with a parameter takes by another method.
        for (const auto& route : all.router.routes())
            if (route.pattern == pattern || takes(route.segments, path_for(pattern)))
                declared.insert(route.method);
        for (const auto method : every_method) {
            if (declared.contains(method)) continue;
            CAPTURE(pattern);
            CAPTURE(std::string(http::method_name(method)));
            const auto answer = all.ask(method, path_for(pattern));
            CHECK(answer.status == 405);
            for (const auto known : declared)
                CHECK(answer.headers["Allow"].find(http::method_name(known)) !=
                      std::string_view::npos);
        }
    }
}

TEST_CASE("a path that nobody has gets the page for people, and a problem document under /api")
{
    const auto& all = demonstration();
    const auto page = all.ask(http::Method::get, "/nothing/here");
    CHECK(page.status == 404);
    CHECK(page.headers["Content-Type"] == "text/html; charset=utf-8");
    CHECK(page.content().find("<h1") != std::string_view::npos);
    const auto problem = all.ask(http::Method::get, "/api/v1/nothing");
    CHECK(problem.status == 404);
    CHECK(problem.headers["Content-Type"].starts_with("application/problem+json"));
    const auto document = json::parse(problem.content());
    REQUIRE(document.has_value());
    CHECK(document->at("status") == 404);
    CHECK(document->contains("title"));
    CHECK(document->at("instance") == "urn:onroll:request:1");
}

TEST_CASE("the front page, the check, the law, a school and health answer")
{
    const auto& all = demonstration();
    for (const auto* path : {"/", "/check", "/law", "/law/HT-01", "/schools", "/schools/990022",
                             "/health/live", "/health/ready", "/api/v1/openapi.json"}) {
        CAPTURE(std::string(path));
        CHECK(all.ask(http::Method::get, path).status == 200);
    }
}

/// Calls with each value of the document that is an object.
template <class Visit>
void each_object(const json::Value& value, const Visit& visit)
{
    if (value.is_object()) visit(value);
    if (value.is_structured())
        for (const auto& part : value) each_object(part, visit);
}

TEST_CASE("an area that has not said its name stands in no sentence of its pages")
{
    const Demonstration unnamed{wiring::AreaSettings{}};
    for (const auto* path :
         {"/", "/schools", "/check", "/privacy", "/accessibility", "/advice-services"}) {
        CAPTURE(std::string(path));
        const auto answer = unnamed.ask(http::Method::get, path);
        CHECK(answer.status == 200);
        CHECK(answer.content().find("This area") == std::string_view::npos);
    }
    CHECK(unnamed.ask(http::Method::get, "/").content().find("Exclusions in ") ==
          std::string_view::npos);
    CHECK(unnamed.ask(http::Method::get, "/advice-services")
              .content()
              .find("a family in this area can expect") != std::string_view::npos);
}

TEST_CASE("the description of the API is OpenAPI 3.1 and every reference in it leads somewhere")
{
    const auto answer = demonstration().ask(http::Method::get, "/api/v1/openapi.json");
    const auto document = json::parse(answer.content());
    REQUIRE(document.has_value());
    CHECK(document->at("openapi") == "3.1.0");
    for (const auto* member : {"title", "version"})
        CHECK_FALSE(document->at("info").at(member).get<std::string>().empty());
    each_object(*document, [&](const json::Value& object) {
        if (!object.contains("$ref")) return;
        const auto target = object.at("$ref").get<std::string>();
        CAPTURE(target);
        REQUIRE(target.starts_with("#/"));
        CHECK(document->contains(json::Value::json_pointer(target.substr(1))));
    });
}

TEST_CASE("each operation of the API has a name of its own, answers, and its path's parameters")
{
    const auto answer = demonstration().ask(http::Method::get, "/api/v1/openapi.json");
    const auto document = *json::parse(answer.content());
    std::set<std::string> names;
    for (const auto& [path, operations] : document.at("paths").items()) {
        for (const auto& [method, operation] : operations.items()) {
            CAPTURE(method + " " + path);
            CHECK(names.insert(operation.at("operationId").get<std::string>()).second);
            CHECK_FALSE(operation.at("summary").get<std::string>().empty());
            CHECK(operation.at("responses").contains("200"));
            CHECK(operation.at("responses").contains("default"));
            std::set<std::string> in_path;
            for (const auto& one : operation.value("parameters", json::Value::array()))
                if (one.at("in") == "path") in_path.insert(one.at("name").get<std::string>());
            for (const auto& name : in_path)
                CHECK(path.find("{" + name + "}") != std::string::npos);
            CHECK(static_cast<std::size_t>(std::count(path.begin(), path.end(), '{')) ==
                  in_path.size());
        }
    }
    CHECK(names.size() >= 4);
}

} // namespace wiring_test
