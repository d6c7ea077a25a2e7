#include "about/pages.h"

#include <doctest/doctest.h>

TEST_CASE("each page of the foot answers with the area's own words filled in")
{
    using namespace onroll;
    const design::Site site{.brand = {.area_name = "Tidemoor"}};
    const about::Area area{&site, "Tidemoor", "Tidemoor Advice", "01632 960123",
                           "Weekdays, 9am to 5pm."};
    http::Router router;
    about::add_pages(router, area);
    for (const auto* path : {"/", "/help", "/privacy", "/accessibility", "/cookies", "/feedback"}) {
        CAPTURE(std::string(path));
        const auto answer = http::handle(router, http::Request::get(path));
        CHECK(answer.status == 200);
        CHECK(answer.body.find("{a") == std::string::npos);
        CHECK(answer.body.find("<h1") != std::string::npos);
    }
    CHECK(http::handle(router, http::Request::get("/help")).body.find("01632 960123") !=
          std::string::npos);
}

TEST_CASE("an area that has given no telephone number says how to find one")
{
    using namespace onroll;
    const design::Site site{};
    const about::Area area{&site, "This area", "The local SEND advice service", "", ""};
    http::Router router;
    about::add_pages(router, area);
    const auto body = http::handle(router, http::Request::get("/")).body;
    CHECK(body.find("Ring") == std::string::npos);
    CHECK(body.find("Ask your council for its number") != std::string::npos);
}
