#include "platform/http/request.h"

#include <doctest/doctest.h>

#include <string>

namespace onroll::http::request_test {

TEST_CASE("a request gives its query, cookies, headers and form by name")
{
    const auto request =
        Request::get("/schools?name=St+Mary&type=a&type=b",
                     {{"Cookie", "seen=1"}, {"cookie", "lang=cy"}, {"X-Thing", "7"}});
    CHECK(request.path() == "/schools");
    CHECK(request.query("name") == "St Mary");
    CHECK(request.query("absent").empty());
    CHECK(request.query().all("type").size() == 2);
    CHECK(request.cookie("seen") == "1");
    CHECK(request.cookie("lang") == "cy");
    CHECK(request.header("x-thing") == "7");
    CHECK(request.form().empty());
}

TEST_CASE("a posted form comes back as it was written")
{
    const auto request =
        Request::post("/check", {{"school", "St Mary's & co"}, {"day", "1"}, {"day", "2"}});
    CHECK(request.method() == Method::post);
    CHECK(request.form()["school"] == "St Mary's & co");
    CHECK(request.form().all("day").size() == 2);
    CHECK_FALSE(request.form().contains("month"));
}

TEST_CASE("a body of another type is not read as a form")
{
    const auto request = Request::post("/api/v1/x", R"({"a":1})", "application/json");
    CHECK(request.body() == R"({"a":1})");
    CHECK(request.form().empty());
}

TEST_CASE("forms and targets that cannot be read are bad input")
{
    RequestParts parts;
    parts.target = "/%";
    CHECK(Request::create(parts).error().kind == ErrorKind::bad_input);
    parts.target = "/";
    parts.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    parts.body = "a=%GG";
    CHECK(Request::create(parts).error().kind == ErrorKind::bad_input);
    parts.headers = {{"Content-Type", "multipart/form-data; boundary=x"}};
    CHECK(Request::create(parts).error().kind == ErrorKind::bad_input);
    parts.headers = {{"Content-Type", "multipart/form-data"}};
    CHECK_FALSE(Request::create(parts));
}

TEST_CASE("only paths under /api are for programs")
{
    CHECK(Request::get("/api/v1/schools").is_for_program());
    CHECK(Request::get("/api").is_for_program());
    CHECK_FALSE(Request::get("/apiary").is_for_program());
    CHECK_FALSE(Request::get("/schools/api/").is_for_program());
}

TEST_CASE("TRACE, CONNECT and unknown methods have no name here")
{
    CHECK(method_named("GET") == Method::get);
    CHECK(method_named("DELETE") == Method::delete_);
    CHECK(method_name(Method::delete_) == "DELETE");
    for (const auto* name : {"TRACE", "CONNECT", "get", "PROPFIND", ""})
        CHECK_FALSE(method_named(name));
}

TEST_CASE("headers ignore the case of names, fields do not")
{
    Headers headers{{"Vary", "a"}};
    headers.set("VARY", "b");
    CHECK(headers.size() == 1);
    CHECK(headers["vary"] == "b");
    headers.remove("vArY");
    CHECK(headers.empty());
    const Fields fields{{"a", "1"}};
    CHECK_FALSE(fields.contains("A"));
}

TEST_CASE("what a policy attaches is found by its type, as long as the request lives")
{
    struct Visitor {
        int number;
    };
    const auto request = Request::get("/");
    CHECK(request.attached<Visitor>() == nullptr);
    request.attach(std::make_shared<const Visitor>(Visitor{7}));
    CHECK(request.attached<Visitor>()->number == 7);
    CHECK(request.attached<int>() == nullptr);
}

} // namespace onroll::http::request_test
