#include "platform/openapi/openapi.h"

#include <doctest/doctest.h>

TEST_CASE(
    "a route of the API that is not described, and a description without a route, are both named")
{
    using namespace onroll;
    http::Router router;
    router.get("/api/v1/schools", http::Policy::open_to_all(),
               [](const http::Request&) { return http::json("{}"); });
    router.get("/schools", http::Policy::open_to_all(),
               [](const http::Request&) { return http::html(""); });
    openapi::Document document("Onroll", "1", "");
    CHECK(document.differences(router.routes()) ==
          std::vector<std::string>{"not described: get /api/v1/schools"});
    document.describe(http::Method::get, "/api/v1/schools",
                      {{"summary", "Schools"},
                       {"responses", openapi::answers("Schools", openapi::reference("Problem"))}});
    CHECK(document.differences(router.routes()).empty());
    document.describe(http::Method::post, "/api/v1/other", {{"summary", "Other"}});
    CHECK(document.differences(router.routes()) ==
          std::vector<std::string>{"no such route: post /api/v1/other"});
    CHECK(document.document()["paths"]["/api/v1/schools"]["get"]["responses"].contains("default"));
}
