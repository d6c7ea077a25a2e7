#include "kernel/bank_holidays.h"
#include "kernel/date.h"

#include <doctest/doctest.h>

using namespace onroll;

TEST_CASE("a date is read and written in ISO 8601 and in words")
{
    CHECK(parse_date("2026-11-23").value() == date(2026, 11, 23));
    CHECK(iso(date(2026, 1, 5)) == "2026-01-05");
    CHECK(in_words(date(2026, 7, 4)) == "4 July 2026");
    CHECK(with_weekday(date(2026, 7, 6)) == "Monday 6 July 2026");
    CHECK(in_table(date(2026, 9, 6)) == "6 Sept 2026");
    for (const auto* wrong :
         {"2026-02-30", "2026-1-05", "23/11/2026", "", "2026-11-23T00:00", "-026-11-23"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_date(wrong));
    }
}

TEST_CASE("a typed date forgives month names and says what is missing, then what is impossible")
{
    CHECK(parse_typed_date(" 27 ", "Mar.", "2026", "The date").value() == date(2026, 3, 27));
    CHECK(parse_typed_date("1", "sept", "2026", "The date").value() == date(2026, 9, 1));
    CHECK(parse_typed_date("", "", "", "The date the suspension started").error().message ==
          "Enter the date the suspension started");
    CHECK(parse_typed_date("1", "", "2026", "The date").error().message ==
          "The date must include a month");
    CHECK(parse_typed_date("31", "2", "2026", "The date").error().message ==
          "The date must be a real date");
    CHECK(parse_typed_date("1", "2", "26", "The date").error().message ==
          "The date must have a year of 4 numbers");
    CHECK(parse_typed_date("4294967297", "2", "2026", "The date").error().where == "day");
}

TEST_CASE("a date written in one box is read as people write it")
{
    for (const auto* written : {"23 November 2026", "23/11/2026", " 23 nov 2026 ", "2026-11-23",
                                "Monday 23 November 2026", "23-11-2026"}) {
        CAPTURE(std::string(written));
        CHECK(parse_written_date(written, "The date").value_or(Date{}) == date(2026, 11, 23));
    }
    CHECK(parse_written_date("November", "The date").error().message ==
          "The date must include a day, a month and a year, like 27 3 2026");
    CHECK(parse_written_date("", "The date").error().message == "Enter the date");
    CHECK_FALSE(parse_written_date("31 2 2026", "The date"));
}

TEST_CASE("a period of months ends the day before the corresponding day, or on the last day of a "
          "short month")
{
    CHECK(last_day_of_months_from(date(2024, 11, 6), 6) == date(2025, 5, 5));
    CHECK(last_day_of_months_from(date(2024, 8, 31), 6) == date(2025, 2, 28));
    CHECK(last_day_of_months_from(date(2023, 8, 30), 6) == date(2024, 2, 29));
}

TEST_CASE("Easter and the bank holidays around Christmas fall where the almanac has them")
{
    CHECK(easter_sunday(2024) == date(2024, 3, 31));
    CHECK(easter_sunday(2025) == date(2025, 4, 20));
    CHECK(easter_sunday(2038) == date(2038, 4, 25));
    CHECK(is_bank_holiday(date(2021, 12, 27)));
    CHECK(is_bank_holiday(date(2021, 12, 28)));
    CHECK(is_bank_holiday(date(2022, 12, 26)));
    CHECK(is_bank_holiday(date(2022, 12, 27)));
    CHECK(is_bank_holiday(date(2022, 9, 19)));
    CHECK_FALSE(is_bank_holiday(date(2020, 5, 4)));
    CHECK(working_day_after(date(2025, 12, 23), 2) == date(2025, 12, 29));
}
