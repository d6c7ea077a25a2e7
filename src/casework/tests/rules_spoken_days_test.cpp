#include "casework/rules_spoken_days.h"

#include <doctest/doctest.h>

namespace casework_rules_spoken_days_test {

using namespace onroll;
using namespace onroll::casework;

// A Thursday.
const Date today = date(2026, 11, 26);

TEST_CASE("a day is understood as callers say it")
{
    struct Row {
        const char* said;
        Date day;
    };
    for (const auto& row :
         {Row{"today", date(2026, 11, 26)}, Row{"Yesterday", date(2026, 11, 25)},
          Row{"tuesday", date(2026, 11, 24)}, Row{"last Tues", date(2026, 11, 24)},
          Row{"Thursday", date(2026, 11, 26)}, Row{"Fri", date(2026, 11, 20)},
          Row{"6 11", date(2026, 11, 6)}, Row{"6 November", date(2026, 11, 6)},
          Row{"10 1", date(2027, 1, 10)}, Row{"10 3", date(2026, 3, 10)},
          Row{"6 11 2025", date(2025, 11, 6)}, Row{"2026-09-04", date(2026, 9, 4)}}) {
        CAPTURE(row.said);
        const auto day = day_as_said(row.said, "First day", today);
        REQUIRE(day.has_value());
        CHECK(iso(*day) == iso(row.day));
    }
}

TEST_CASE("what is no day, or a year that cannot be, is asked again")
{
    for (const auto* said : {"soon", "31 31", "32 11 2026", "6 11 1926", "6 11 2036"}) {
        CAPTURE(said);
        CHECK_FALSE(day_as_said(said, "First day", today).has_value());
    }
    CHECK(day_as_said("soon", "First day", today).error().message ==
          "First day must be a day, like yesterday, Tuesday or 6 11 2026");
    CHECK(day_as_said("6 11 1926", "First day", today).error().message ==
          "Check the year of first day");
}

} // namespace casework_rules_spoken_days_test
