// Nobody should need more than plain reading for what a family is shown. CV-34.
#include "helpers/readability.h"
#include "check/pages.h"

#include <doctest/doctest.h>

namespace check_readability_test {

using namespace onroll;

constexpr double families = 6.0;
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
    check::Services services;
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
            return std::vector<check::SchoolChoice>{
                {*Urn::parse("990001"), "Harbour Light Academy", "Tidemoor"}};
        };
        services.advice = {"Tidemoor Advice and Support", "01632 960123",
                           "Free and confidential. Weekdays, 9am to 5pm."};
        check::add_pages(router, services);
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

} // namespace check_readability_test

TEST_CASE("what a family is asked and told reads at grade 6 or lower")
{
    using namespace check_readability_test;
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
