#include "platform/http/router.h"

#include "kernel/ensure.h"
#include "kernel/identifiers.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>
#include <type_traits>

namespace onroll::http::router_test {

Handler says(std::string words)
{
    return [words](const Request&) { return text(words); };
}

/// Answers with what {name} was.
Handler says_parameter(std::string name)
{
    return
        [name](const Request& request) { return text(std::string(request.path_parameter(name))); };
}

Request request_of(Method method, std::string target)
{
    RequestParts parts;
    parts.method = method;
    parts.target = std::move(target);
    parts.id = "0123456789abcdef";
    return *Request::create(std::move(parts));
}

Router some_routes()
{
    Router router;
    router.get("/", Policy::open_to_all(), says("home"));
    router.get("/schools", Policy::open_to_all(), says("schools"));
    router.get("/schools/{urn}", Policy::open_to_all(), says_parameter("urn"));
    router.get("/schools/new", Policy::open_to_all(), says("new"));
    router.post("/schools", Policy::open_to_all(), says("made"));
    router.get("/files/{path...}", Policy::open_to_all(), says_parameter("path"));
    router.delete_("/api/v1/schools/{urn}", Policy::open_to_all(), says("gone"));
    return router;
}

static_assert(!std::is_default_constructible_v<Policy>, "a route must name its policy");

TEST_CASE("a path finds the route of its shape")
{
    const auto router = some_routes();
    CHECK(handle(router, Request::get("/")).body == "home");
    CHECK(handle(router, Request::get("/schools?x=1")).body == "schools");
    CHECK(handle(router, Request::get("/schools/100001")).body == "100001");
    CHECK(handle(router, Request::get("/schools/St%20Mary%2F2")).body == "St Mary/2");
    CHECK(handle(router, Request::get("/files/a/b%20c.css")).body == "a/b c.css");
    CHECK(handle(router, Request::post("/schools", {{"a", "b"}})).body == "made");
}

TEST_CASE("a fixed segment wins over a parameter whatever the order")
{
    const auto router = some_routes();
    CHECK(handle(router, Request::get("/schools/new")).body == "new");
}

TEST_CASE("a route that begins with a parameter takes what no fixed one takes, and both say what "
          "may be done")
{
    auto router = some_routes();
    router.get("/{place}/new", Policy::open_to_all(), says_parameter("place"));
    router.post("/{place}/new", Policy::open_to_all(), says("made anew"));
    CHECK(handle(router, Request::get("/schools/new")).body == "new");
    CHECK(handle(router, Request::get("/trusts/new")).body == "trusts");
    CHECK(handle(router, Request::get("/%7B/new")).body == "{");
    CHECK(handle(router, Request::post("/schools/new", {})).body == "made anew");
    CHECK(handle(router, request_of(Method::put, "/schools/new")).headers.find("Allow") ==
          "GET, HEAD, POST, OPTIONS");
    CHECK(handle(router, Request::get("/trusts/old")).status == 404);
}

TEST_CASE("paths of another shape are not found")
{
    const auto router = some_routes();
    for (const auto* path : {"/school", "/schools/", "/schools/1/2", "//schools", "/files/",
                             "/files", "/SCHOOLS", "//"}) {
        CAPTURE(path);
        CHECK(handle(router, Request::get(path)).status == 404);
    }
}

TEST_CASE("HEAD is answered from GET, and OPTIONS and other methods with Allow")
{
    const auto router = some_routes();
    CHECK(handle(router, request_of(Method::head, "/schools")).status == 200);
    const auto options = handle(router, request_of(Method::options, "/schools"));
    CHECK(options.status == 204);
    CHECK(options.headers["Allow"] == "GET, HEAD, POST, OPTIONS");
    const auto put = handle(router, request_of(Method::put, "/schools"));
    CHECK(put.status == 405);
    CHECK(put.headers["allow"] == "GET, HEAD, POST, OPTIONS");
    CHECK(handle(router, request_of(Method::get, "/api/v1/schools/1")).headers["Allow"] ==
          "DELETE, OPTIONS");
}

TEST_CASE("the table of routes can be listed with its policies")
{
    const auto router = some_routes();
    REQUIRE(router.routes().size() == 7);
    CHECK(router.routes()[2].pattern == "/schools/{urn}");
    CHECK(router.routes()[2].method == Method::get);
    CHECK(router.routes()[2].policy.name() == "open to all");
}

TEST_CASE("a policy that refuses keeps the handler from running")
{
    Router router;
    bool ran = false;
    const auto policy =
        Policy::named("staff", [](const Request& request) -> std::optional<Response> {
            if (request.cookie("who") == "staff") return std::nullopt;
            return failure({ErrorKind::not_allowed, "Sign in to see this page", {}, {}});
        });
    router.get("/cases", policy, [&](const Request&) {
        ran = true;
        return text("cases");
    });
    CHECK(handle(router, Request::get("/cases")).status == 403);
    CHECK_FALSE(ran);
    CHECK(handle(router, Request::get("/cases", {{"Cookie", "who=staff"}})).body == "cases");
    CHECK(router.routes().front().policy.name() == "staff");
}

TEST_CASE("a typed path parameter is read or says why not")
{
    const auto request = [](std::string urn) {
        auto made = Request::get("/schools/x");
        made.set_route("/schools/{urn}", {{"urn", std::move(urn)}});
        return made;
    };
    CHECK(request("100001").path<Urn>("urn")->number() == 100001);
    CHECK_FALSE(request("1000").path<Urn>("urn"));
    CHECK(request("1").route() == "/schools/{urn}");
}

TEST_CASE("a handler that throws shows a reference and nothing else")
{
    Router router;
    router.get("/broken", Policy::open_to_all(), [](const Request&) -> Response {
        throw std::runtime_error("secret table missing");
    });
    router.get("/api/broken", Policy::open_to_all(), [](const Request&) -> Response { throw 7; });
    std::vector<HandlerFault> faults;
    router.report_faults_to([&](const HandlerFault& fault) { faults.push_back(fault); });

    const auto page = handle(router, request_of(Method::get, "/broken"));
    CHECK(page.status == 500);
    CHECK(page.body.find("0123456789abcdef") != std::string::npos);
    CHECK(page.body.find("secret") == std::string::npos);
    const auto document = handle(router, request_of(Method::get, "/api/broken"));
    CHECK(document.status == 500);
    CHECK(nlohmann::json::parse(document.body)["instance"] ==
          "urn:onroll:request:0123456789abcdef");
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].what == "secret table missing");
    CHECK(faults[0].route == "/broken");
    CHECK(faults[0].reference == "0123456789abcdef");
}

TEST_CASE("a fault that is explained is answered with the words for it, and told of all the same")
{
    Router router;
    const auto throws = [](const Request&) -> Response { throw std::runtime_error("disk sda1"); };
    router.get("/record", Policy::open_to_all(), throws);
    router.get("/api/record", Policy::open_to_all(), throws);
    router.explain_faults_with([](const std::exception& fault) -> std::optional<Error> {
        if (std::string_view(fault.what()) != "disk sda1") return std::nullopt;
        return Error{ErrorKind::unavailable, "Nothing can be saved now", fault.what(), {}};
    });
    int told = 0;
    router.report_faults_to([&](const HandlerFault&) { ++told; });
    for (const auto* path : {"/record", "/api/record"}) {
        const auto answer = handle(router, request_of(Method::get, path));
        CHECK(answer.status == 503);
        CHECK(answer.body.find("Nothing can be saved now") != std::string::npos);
        CHECK(answer.body.find("sda1") == std::string::npos);
    }
    CHECK(told == 2);
    router.get("/other", Policy::open_to_all(),
               [](const Request&) -> Response { throw std::runtime_error("a bug"); });
    CHECK(handle(router, request_of(Method::get, "/other")).status == 500);
}

TEST_CASE("handlers that a policy lets in are wrapped, and those that it refuses are not")
{
    Router router;
    router.get("/open", Policy::open_to_all(), [](const Request&) { return text("inside"); });
    router.get("/closed",
               Policy::named("closed",
                             [](const Request&) -> std::optional<Response> { return not_found(); }),
               [](const Request&) { return text("inside"); });
    std::string seen;
    router.answer_within([&](const Request& request, const std::function<Response()>& answer) {
        seen += "before " + request.route() + " ";
        auto response = answer();
        seen += "after";
        return response;
    });
    CHECK(handle(router, request_of(Method::get, "/open")).body == "inside");
    CHECK(handle(router, request_of(Method::get, "/closed")).status == 404);
    CHECK(seen == "before /open after");
}

TEST_CASE("error pages are drawn by the function given, but programs get problem documents")
{
    auto router = some_routes();
    router.show_errors_with([](const Request&, const ErrorPage& page) {
        return html("<h1>" + page.title + "</h1>" + page.message);
    });
    const auto page = handle(router, Request::get("/nothing"));
    CHECK(page.status == 404);
    CHECK(page.body.starts_with("<h1>Page not found</h1>"));
    const auto document = handle(router, request_of(Method::get, "/api/v1/nothing"));
    CHECK(document.status == 404);
    CHECK(document.headers["Content-Type"].starts_with("application/problem+json"));
    const auto members = nlohmann::json::parse(document.body);
    CHECK(members["status"] == 404);
    CHECK(members["type"] == "about:blank");
    CHECK(members["title"].is_string());
    CHECK(members["detail"].is_string());
    CHECK(members["errors"].is_array());
}

TEST_CASE("trouble with what was sent knows the way back: its page, or the nearest above it")
{
    Router router;
    router.show_errors_with([](const Request&, const ErrorPage& page) {
        return html(page.way_back.empty() ? "nowhere" : page.way_back);
    });
    const auto refuses = [](const Request&) { return failure(onroll::bad_input("no")); };
    router.get("/cases/{id}", Policy::open_to_all(), says("a case"));
    router.post("/cases/{id}/papers/new", Policy::open_to_all(), refuses);
    router.post("/lists", Policy::open_to_all(), refuses);
    router.get("/lists", Policy::open_to_all(), refuses);
    CHECK(handle(router, request_of(Method::post, "/cases/a%20b/papers/new")).body ==
          "/cases/a%20b");
    CHECK(handle(router, request_of(Method::post, "/lists")).body == "/lists");
    CHECK(handle(router, request_of(Method::get, "/lists")).body == "nowhere");
    CHECK(handle(router, request_of(Method::post, "/nothing")).body == "nowhere");
}

TEST_CASE("a policy that looks before the body knows the page above what was sent")
{
    Router router;
    const auto page = [](const Request&) { return html("page"); };
    const auto looks = Policy::named("any", {}).turning_away_first(
        [](const Request& request) -> std::optional<Response> {
            return redirect(request.attached<PageAbove>()->path);
        });
    router.get("/children/{child}", Policy::open_to_all(), page);
    router.post("/children/{child}/notes", looks, page);
    const auto& route = router.routes().back();
    const auto sent = Request::post("/children/a%20b/notes?day=1", Fields{});
    const auto answer = router.refuses_before_body(route, sent);
    REQUIRE(answer);
    CHECK(answer->headers["Location"] == "/children/a%20b");
}

TEST_CASE("an error page that throws gives way to plain words")
{
    Router router;
    router.show_errors_with(
        [](const Request&, const ErrorPage&) -> Response { throw std::runtime_error("x"); });
    const auto page = handle(router, Request::get("/nothing"));
    CHECK(page.status == 404);
    CHECK(page.body.starts_with("Page not found"));
}

TEST_CASE("trouble that a handler answers keeps its status and its message")
{
    Router router;
    router.get("/api/v1/x", Policy::open_to_all(), [](const Request&) {
        return failure(onroll::bad_input("Enter a date like 2031-09-08", "/history/0/date"));
    });
    router.get("/x", Policy::open_to_all(), [](const Request&) {
        return failure({ErrorKind::conflict, "Read it again", {}, {}});
    });
    const auto document = handle(router, Request::get("/api/v1/x"));
    CHECK(document.status == 400);
    const auto members = nlohmann::json::parse(document.body);
    CHECK(members["errors"][0]["pointer"] == "/history/0/date");
    CHECK(members["errors"][0]["detail"] == "Enter a date like 2031-09-08");
    const auto page = handle(router, Request::get("/x"));
    CHECK(page.status == 409);
    CHECK(page.body.find("Read it again") != std::string::npos);
}

TEST_CASE("routes that contradict each other or are not well formed are bugs")
{
    auto router = some_routes();
    const auto adds = [&](std::string_view pattern) {
        router.get(pattern, Policy::open_to_all(), says("x"));
    };
    for (const auto* pattern : {"schools", "/schools", "/schools/{other}", "/a/{}", "/a/{b",
                                "/a/b}", "/a/x{b}", "/a/{b...}/c", "/a/{...}"}) {
        CAPTURE(pattern);
        CHECK_THROWS_AS(adds(pattern), Bug);
    }
    CHECK_NOTHROW(router.put("/schools", Policy::open_to_all(), says("x")));
}

} // namespace onroll::http::router_test
