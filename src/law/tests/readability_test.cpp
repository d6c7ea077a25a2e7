// Nobody should need more than plain reading for what a family is shown, nor for a rule. CV-34.
#include "helpers/readability.h"
#include "law/pages.h"
#include "law/provisions.h"

#include <doctest/doctest.h>

#include <set>

namespace law_readability_test {

using namespace onroll;

constexpr double families = 6.0;
constexpr double rule_texts = 9.0;

/// Rules whose words stay harder, each for its reason.
const std::set<std::string_view> harder{};

/// What the law calls things, said in full where a family meets them.
const std::vector<std::string> legal_terms{
    "permanent exclusion", "exclusion", "suspension", "disability discrimination", "tribunal",
    "independent", "education, health and care plan", "head teacher", "governors",
    "virtual school head", "social worker", "special educational needs", "academy trust",
    // Names of the school and of the service.
    "Harbour Light Academy", "Tidemoor Advice and Support", "confidential"};

struct Pages {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{};
    law::Services services;
    http::Router router;

    Pages()
    {
        services.site = &site;
        services.clock = &clock;
        services.find_school = [](Urn, auto...) -> Result<law::School> {
            auto calendar =
                SchoolCalendar::create({{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)},
                                        {"Spring 2027", date(2027, 1, 4), date(2027, 3, 25)}},
                                       {}, TermSystem::three);
            return law::School{"", law::SchoolType::academy, 901, std::move(*calendar)};
        };
        services.search_schools = [](std::string_view) {
            return std::vector<law::SchoolChoice>{
                {*Urn::parse("990001"), "Harbour Light Academy", "Tidemoor"}};
        };
        services.advice = {"Tidemoor Advice and Support", "01632 960123",
                           "Free and confidential. Weekdays, 9am to 5pm."};
        law::add_pages(router, services);
    }
    http::Response answer(http::Fields form) const
    {
        for (const auto& [name, value] : {std::pair{"school", "Harbour"},
                                          {"decided-day", "12"},
                                          {"decided-month", "11"},
                                          {"decided-year", "2026"},
                                          {"first-day", "13"},
                                          {"first-month", "11"},
                                          {"first-year", "2026"}})
            form.add(name, value);
        return http::handle(router, http::Request::post("/check", form));
    }
};

double grade_of(const http::Response& response)
{
    const auto words =
        readability::shown_words(response.content(), {"onr-src", "onr-cal", "govuk-tag"});
    REQUIRE(words.size() > 200);
    return readability::grade(words, legal_terms);
}

} // namespace law_readability_test

TEST_CASE("hard words and long sentences have a higher grade than short ones")
{
    using onroll::readability::grade;
    CHECK(grade("The cat sat on the mat. It was fat.") < 2);
    CHECK(grade("Notwithstanding representations, reinstatement considerations necessitate "
                "immediate administrative reconsideration.") > 20);
    CHECK(grade("") == doctest::Approx(0));
    CHECK(grade("It is a permanent exclusion.", {"permanent exclusion"}) <
          grade("It is a permanent exclusion."));
}

TEST_CASE("the words of a page leave out its frame, its tags and what is not asked for")
{
    const auto words =
        onroll::readability::shown_words("<p>Frame</p><main><h2>Label</h2><p>You may read all of "
                                         "<a href=\"/x\">this</a></p><p class=\"onr-src\">Act "
                                         "<span>1996</span></p><p>Now this is more.</p></main>",
                                         {"onr-src"});
    CHECK(words.find("You may read all of this") != std::string::npos);
    CHECK(words.find("Now this is more.") != std::string::npos);
    CHECK(words.find("Frame") == std::string::npos);
    CHECK(words.find("Label") == std::string::npos);
    CHECK(words.find("1996") == std::string::npos);
    CHECK(words.find("href") == std::string::npos);
}

TEST_CASE("what a family is asked and told reads at grade 6 or lower")
{
    using namespace law_readability_test;
    const Pages pages;
    CHECK(grade_of(http::handle(pages.router, http::Request::get("/check"))) <= families);
    const std::pair<const char*, http::Fields> stories[] = {
        {"permanent", {{"kind", "permanent"}, {"pupil", "disabled"}, {"pupil", "ehc_plan"}}},
        {"six days", {{"kind", "suspension"}, {"length", "6"}, {"pupil", "looked_after"}}},
        {"one day, not let back",
         {{"kind", "suspension"},
          {"length", "1"},
          {"facts", "return_condition"},
          {"facts", "no_end_date"}}},
        {"not known", {{"kind", "unknown"}}},
        {"decided",
         {{"kind", "permanent"},
          {"board_outcome", "not_reinstate"},
          {"board-day", "20"},
          {"board-month", "11"},
          {"board-year", "2026"}}}};
    for (const auto& [name, form] : stories) {
        CAPTURE(std::string(name));
        const auto response = pages.answer(form);
        REQUIRE(response.status == 200);
        CHECK(grade_of(response) <= families);
    }
}

TEST_CASE("what a rule says, asks and leads to reads at grade 9 or lower")
{
    using namespace law_readability_test;
    for (const auto& one : law::rules()) {
        if (harder.contains(one.name)) continue;
        for (const auto text : {one.about, one.ask, one.next}) {
            CAPTURE(std::string(one.name));
            CAPTURE(std::string(text));
            CHECK(readability::grade(text) <= rule_texts);
        }
    }
}
