#include "insight/rules_half_terms.h"

#include <doctest/doctest.h>

#include <string>

namespace rules_half_terms_test {

using namespace onroll;
using namespace onroll::insight;

SchoolCalendar year_of(TermSystem system)
{
    return SchoolCalendar::create({{"Autumn", date(2025, 9, 3), date(2025, 12, 19)},
                                   {"Spring", date(2026, 1, 5), date(2026, 3, 27)},
                                   {"Summer", date(2026, 4, 13), date(2026, 7, 21)}},
                                  {{date(2025, 10, 27), date(2025, 10, 31)},
                                   {date(2026, 2, 16), date(2026, 2, 20)},
                                   {date(2026, 5, 25), date(2026, 5, 29)}},
                                  system)
        .value();
}

TEST_CASE("a whole week without school ends a half term, and the week is not counted")
{
    const auto names = half_terms_by_week(year_of(TermSystem::three), 2025);
    CHECK(names.at(1) == "Autumn 1");
    CHECK(names.at(8) == "Autumn 1");
    CHECK(names.at(9) == "Autumn 2");
    CHECK(names.at(15) == "Autumn 2");
    CHECK(names.at(16) == "Spring 1");
    CHECK(names.at(22) == "Spring 2");
    CHECK(names.at(27) == "Spring 2");
    CHECK(names.at(28) == "Summer 1");
    CHECK(names.at(34) == "Summer 2");
    CHECK(names.size() == 41);
    CHECK(names.at(41) == "Summer 2");
}

TEST_CASE("a year of six terms counts them")
{
    const auto names = half_terms_by_week(year_of(TermSystem::more_than_three), 2025);
    CHECK(names.at(1) == "Term 1");
    CHECK(names.at(9) == "Term 2");
    CHECK(names.at(41) == "Term 6");
}

TEST_CASE("a calendar of other years names no week")
{
    CHECK(half_terms_by_week(year_of(TermSystem::three), 2030).empty());
}

} // namespace rules_half_terms_test
