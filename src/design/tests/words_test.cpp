#include "design/words.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace onroll::design::tests::words_test {

TEST_CASE("numbers have a comma at each thousand")
{
    struct Row {
        std::int64_t number;
        std::string words;
    };
    const std::vector<Row> rows{
        {0, "0"},
        {7, "7"},
        {999, "999"},
        {1000, "1,000"},
        {26135, "26,135"},
        {955000, "955,000"},
        {1234567, "1,234,567"},
        {-1500, "−1,500"},
        {std::numeric_limits<std::int64_t>::min(), "−9,223,372,036,854,775,808"}};
    for (const auto& row : rows) CHECK(with_thousands(row.number) == row.words);
}

TEST_CASE("a count says one or many")
{
    CHECK(counted(0, "school") == "0 schools");
    CHECK(counted(1, "school") == "1 school");
    CHECK(counted(1200, "school") == "1,200 schools");
    CHECK(counted(2, "child", "children") == "2 children");
    CHECK(counted(1, "child", "children") == "1 child");
}

TEST_CASE("a deadline says how many school days are left, or late")
{
    CHECK(school_days_left(12) == "12 school days left");
    CHECK(school_days_left(1) == "1 school day left");
    CHECK(school_days_left(0) == "Today");
    CHECK(school_days_left(-1) == "1 school day late");
    CHECK(school_days_left(-3) == "3 school days late");
    CHECK(school_days_in_words(1) == "1 school day");
}

TEST_CASE("a range of dates says each month and year once")
{
    struct Row {
        Date first;
        Date last;
        std::string words;
    };
    const std::vector<Row> rows{
        {date(2026, 7, 6), date(2026, 7, 10), "6 to 10 July 2026"},
        {date(2026, 7, 28), date(2026, 8, 3), "28 July to 3 August 2026"},
        {date(2026, 12, 21), date(2027, 1, 4), "21 December 2026 to 4 January 2027"},
        {date(2026, 7, 6), date(2026, 7, 6), "6 July 2026"},
        {date(2026, 7, 6), date(2027, 7, 6), "6 July 2026 to 6 July 2027"}};
    for (const auto& row : rows) CHECK(date_range(row.first, row.last) == row.words);
}

TEST_CASE("dates and school years are said in words")
{
    CHECK(day_and_month(date(2026, 7, 6)) == "Monday 6 July");
    CHECK(month_and_year(date(2026, 2, 1)) == "February 2026");
    CHECK(school_year_in_words(2026) == "2026 to 2027");
    CHECK(school_year_in_table(2026) == "2026/27");
    CHECK(school_year_in_table(1999) == "1999/00");
    CHECK(school_year_in_table(2008) == "2008/09");
}

TEST_CASE("a list ends with and")
{
    CHECK(listed({}).empty());
    CHECK(listed({"red"}) == "red");
    CHECK(listed({"red", "blue"}) == "red and blue");
    CHECK(listed({"red", "blue", "green"}) == "red, blue and green");
}

} // namespace onroll::design::tests::words_test
