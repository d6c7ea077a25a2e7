// The pages of the law, as a browser gets them.
#include "law/pages.h"

#include "platform/http/finish.h"

#include <doctest/doctest.h>

#include <string>

namespace law_pages_test {

using namespace onroll;

struct Pages {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{.brand = {.area_name = "Tidemoor"}};
    law::Services services;
    http::Router router;

    Pages()
    {
        services.site = &site;
        services.clock = &clock;
        law::add_pages(router, services);
    }
    http::Response get(std::string_view target) const
    {
        return http::handle(router, http::Request::get(target));
    }
};

bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

} // namespace law_pages_test

TEST_CASE("the list of rules can be searched, and says when nothing holds the words")
{
    const law_pages_test::Pages pages;
    using law_pages_test::says;
    const auto all = pages.get("/law");
    CHECK(all.status == 200);
    CHECK(says(pages.get("/law?q=HT-01"), "href=\"/law/ht-01\""));
    const auto none = pages.get("/law?q=zzqzz");
    CHECK(none.status == 200);
    CHECK_FALSE(says(none, "href=\"/law/ht-01\""));
    CHECK(says(none, "zzqzz"));
}

TEST_CASE("a date that is none is said on the page of rules, and what was typed stays")
{
    const law_pages_test::Pages pages;
    using law_pages_test::says;
    const auto wrong = pages.get("/law?on=31+February+2026");
    CHECK(wrong.status == 200);
    CHECK(says(wrong, "The date must be a real date"));
    CHECK(says(wrong, "31 February 2026"));
    CHECK(says(wrong, "Error: "));
    CHECK_FALSE(says(pages.get("/law?on=1+September+2024"), "Error: "));
}

TEST_CASE("any page number leads to a page of rules")
{
    const law_pages_test::Pages pages;
    for (const auto* page : {"1", "2", "0", "-1", "99999999999999999999", "x", "", "2x", "1e9"}) {
        CAPTURE(std::string(page));
        const auto answer = pages.get("/law?page=" + std::string(page));
        CHECK(answer.status == 200);
        CHECK(law_pages_test::says(answer, "href=\"/law/"));
    }
    CHECK(pages.get("/law?page=1").body != pages.get("/law?page=2").body);
}

TEST_CASE("a rule that is not known is not found, whatever stands in its place")
{
    const law_pages_test::Pages pages;
    CHECK(pages.get("/law/HT-01").status == 200);
    for (const auto* name : {"HT-999", "ht-01x", "%3Cscript%3E", "..", "%2e%2e%2f", "rules"}) {
        CAPTURE(std::string(name));
        const auto answer = pages.get("/law/" + std::string(name));
        CHECK((answer.status == 404 || answer.status == 303));
        CHECK_FALSE(law_pages_test::says(answer, "<script>alert"));
    }
}

TEST_CASE("what is searched for comes back escaped")
{
    const law_pages_test::Pages pages;
    for (const auto* name : {"q", "on", "topic", "page", "all"}) {
        CAPTURE(std::string(name));
        const auto answer =
            pages.get("/law?" + std::string(name) + "=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        CHECK(answer.status == 200);
        CHECK_FALSE(law_pages_test::says(answer, "<script>alert"));
    }
}

TEST_CASE("a line break in a search stays in the page and never reaches a header")
{
    using namespace onroll;
    const law_pages_test::Pages pages;
    auto request = http::Request::get("/law?q=%0d%0aSet-Cookie:+a=b");
    const auto answer = http::finished_answer(pages.router, request, {});
    for (const auto& header : answer.headers) {
        CHECK(header.value.find_first_of("\r\n") == std::string::npos);
        CHECK(header.value.find("a=b") == std::string::npos);
    }
}

TEST_CASE("the list of rules can be downloaded with no cell that a spreadsheet would run")
{
    const auto answer = law_pages_test::Pages().get("/law/rules.csv");
    CHECK(answer.status == 200);
    CHECK(answer.headers["Content-Disposition"].starts_with("attachment"));
    for (const auto* cell : {"\n=", "\n+", "\n@", ",=", ",@", ",\"=", ",\"@"})
        CHECK_FALSE(law_pages_test::says(answer, cell));
}
