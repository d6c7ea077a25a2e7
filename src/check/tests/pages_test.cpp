// The pages that check one exclusion, as a browser gets them.
#include "check/pages.h"

#include "platform/http/finish.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace check_pages_test {

using namespace onroll;

/// The pages with one school to be found, Harbour Light Academy.
struct Pages {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{.brand = {.area_name = "Tidemoor"}};
    check::Services services;
    http::Router router;

    Pages()
    {
        services.site = &site;
        services.clock = &clock;
        services.find_school = [](Urn, std::optional<law::SchoolType>) -> Result<law::School> {
            auto calendar =
                SchoolCalendar::create({{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)},
                                        {"Spring 2027", date(2027, 1, 4), date(2027, 3, 25)}},
                                       {}, TermSystem::three);
            return law::School{"", law::SchoolType::academy, 901, std::move(*calendar)};
        };
        services.search_schools = [](std::string_view words) {
            std::vector<check::SchoolChoice> found;
            if (words == "990001" || words.starts_with("Harbour"))
                found.push_back({*Urn::parse("990001"), "Harbour Light Academy", "Tidemoor"});
            return found;
        };
        services.advice = {"Tidemoor Advice", "01632 960123", "Weekdays"};
        check::add_pages(router, services);
    }
    http::Response get(std::string_view target) const
    {
        return http::handle(router, http::Request::get(target));
    }
    http::Response post(const http::Fields& form) const
    {
        return http::handle(router, http::Request::post("/check", form));
    }
};

http::Fields an_exclusion()
{
    return {{"school", "Harbour Light Academy"},
            {"kind", "permanent"},
            {"decided-day", "18"},
            {"decided-month", "11"},
            {"decided-year", "2026"},
            {"first-day", "19"},
            {"first-month", "11"},
            {"first-year", "2026"}};
}

constexpr const char* typed_fields[] = {
    "school",        "urn",          "kind",         "decided-day",   "decided-month",
    "decided-year",  "first-day",    "first-month",  "first-year",    "exam-day",
    "exam-month",    "exam-year",    "board-day",    "board-month",   "board-year",
    "length",        "earlier-term", "earlier-year", "first_session", "representations",
    "board_outcome", "board_method", "pupil",        "facts",         "change"};

bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

} // namespace check_pages_test

TEST_CASE("an exclusion is answered with its dates, and nothing is to be kept by a browser")
{
    using namespace check_pages_test;
    const auto answer = Pages().post(an_exclusion());
    CHECK(answer.status == 200);
    CHECK(says(answer, "9 December 2026"));
    CHECK(says(answer, "Harbour Light Academy"));
    CHECK(answer.caching == http::Caching::no_store);
    CHECK(answer.cookies.empty());
}

TEST_CASE("an empty form says each thing that is missing, beside its field and in the summary")
{
    const auto answer = check_pages_test::Pages().post({});
    CHECK(answer.status == 400);
    for (const auto* words :
         {"There is a problem", "Enter the name or number of the school",
          "Select what kind of exclusion it is", "href=\"#school\"", "href=\"#decided-day\""}) {
        CAPTURE(std::string(words));
        CHECK(check_pages_test::says(answer, words));
    }
}

TEST_CASE("each field missing alone draws an answer or a plain error")
{
    using namespace check_pages_test;
    const Pages pages;
    for (const auto& left_out : an_exclusion()) {
        http::Fields form;
        for (const auto& one : an_exclusion())
            if (one.name != left_out.name) form.add(one.name, one.value);
        CAPTURE(left_out.name);
        const auto answer = pages.post(form);
        CHECK(answer.status == 400);
        CHECK(says(answer, "There is a problem"));
    }
}

TEST_CASE("whatever is typed into any field comes back escaped, and text is kept")
{
    using namespace check_pages_test;
    const Pages pages;
    const std::string hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
    for (const auto* name : typed_fields) {
        auto form = an_exclusion();
        form.set(name, hostile);
        CAPTURE(std::string(name));
        const auto answer = pages.post(form);
        CHECK((answer.status == 200 || answer.status == 400));
        CHECK_FALSE(says(answer, "<script>alert"));
        CHECK_FALSE(says(answer, "<img src=x"));
        CHECK_FALSE(says(answer, "\"'>"));
    }
    for (const auto* name : {"school", "decided-day", "first-year", "earlier-term"}) {
        auto form = an_exclusion();
        form.set(name, hostile);
        CAPTURE(std::string(name));
        const auto answer = pages.post(form);
        CHECK(says(answer, "&lt;script&gt;alert(1)&lt;/script&gt;"));
    }
}

TEST_CASE("two thousand characters in any field draw a plain answer")
{
    using namespace check_pages_test;
    const Pages pages;
    for (const auto* name : typed_fields)
        for (const std::string& long_text :
             {std::string(2000, '9'), std::string(2000, 'a'), std::string(2000, '-')}) {
            auto form = an_exclusion();
            form.set(name, long_text);
            CAPTURE(std::string(name));
            const auto answer = pages.post(form);
            CHECK((answer.status == 200 || answer.status == 400));
            CHECK(says(answer, "<h1"));
        }
}

TEST_CASE("what is typed stays in the form: no link or address on the answer carries it")
{
    using namespace check_pages_test;
    auto form = an_exclusion();
    form.set("school", "Harbour zzqzz");
    const auto page = Pages().post(form).body;
    for (std::size_t at = 0; (at = page.find("href=\"", at)) != std::string::npos; ++at) {
        const auto link = page.substr(at + 6, page.find('"', at + 6) - at - 6);
        CHECK(link.find("zzqzz") == std::string::npos);
        CHECK(link.find("decided") == std::string::npos);
    }
    for (std::size_t at = 0; (at = page.find("<form", at)) != std::string::npos; ++at) {
        const auto tag = page.substr(at, page.find('>', at) - at);
        if (tag.find("/check") != std::string::npos)
            CHECK(tag.find("method=\"post\"") != std::string::npos);
    }
}

TEST_CASE("an answer with its dates at the edge of time is answered or refused")
{
    using namespace check_pages_test;
    const Pages pages;
    for (const auto* year : {"1000", "2011", "9999", "10000", "0", "-1", "99999999999", "２０２６"})
        for (const auto* date_of : {"decided", "first", "exam", "board"}) {
            auto form = an_exclusion();
            form.set("board_outcome", "not_reinstate");
            for (const auto* part : {"-day", "-month"}) form.set(date_of + std::string(part), "12");
            form.set(date_of + std::string("-year"), year);
            CAPTURE(std::string(date_of) + " " + year);
            const auto answer = pages.post(form);
            CHECK((answer.status == 200 || answer.status == 400));
        }
}

TEST_CASE("bytes that are not UTF-8 never become a form")
{
    using namespace onroll;
    auto request =
        http::Request::create({.method = http::Method::post,
                               .target = "/check",
                               .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                               .body = "school=%FF%FE&kind=permanent",
                               .form = {},
                               .id = "1"});
    CHECK_FALSE(request.has_value());
}
