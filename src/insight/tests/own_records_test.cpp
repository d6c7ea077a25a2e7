#include "insight/own_records.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace own_records_test {

using namespace onroll;
using namespace onroll::insight;

std::vector<AreaValue> weeks_of(const std::vector<int>& counts)
{
    std::vector<AreaValue> weeks;
    for (const int count : counts) {
        AreaValue week{AreaCode::authority(933),
                       {PeriodKind::week, 2026, static_cast<std::int16_t>(weeks.size() + 1)}};
        week.state = count < 0 ? CellState::not_available : CellState::known;
        if (count >= 0) week.value = count;
        weeks.push_back(week);
    }
    return weeks;
}

/// "31 c 27", with x for a week without a number.
std::string in_a_row(const std::vector<AreaValue>& weeks)
{
    std::string row;
    for (const auto& week : weeks)
        row += (row.empty() ? "" : " ") + (week.value ? shown_number(*week.value, 0)
                                           : week.state == CellState::suppressed ? std::string("c")
                                                                                 : "x");
    return row;
}

TEST_CASE("weeks without small counts are shown, with their exact sum")
{
    const auto own = hide_small_weeks(weeks_of({31, 0, 27, -1, 12}));
    CHECK(in_a_row(own.weeks) == "31 0 27 x 12");
    CHECK(own.so_far == 70);
    CHECK_FALSE(own.so_far_is_rounded);
}

TEST_CASE("a small week is hidden with another, and the sum no longer tells either")
{
    const auto own = hide_small_weeks(weeks_of({31, 3, 27, 9, 12}));
    CHECK(in_a_row(own.weeks) == "31 c 27 c 12");
    CHECK(own.so_far == 80);
    CHECK(own.so_far_is_rounded);
}

TEST_CASE("a new small week cannot be had from the sums before and after it")
{
    const auto before = hide_small_weeks(weeks_of({31, 2, 27, 9}));
    const auto after = hide_small_weeks(weeks_of({31, 2, 27, 9, 3}));
    CHECK(before.so_far_is_rounded);
    CHECK(after.so_far_is_rounded);
    CHECK(after.so_far - before.so_far != 3);
    CHECK_FALSE(after.weeks.back().value);
    CHECK(shown_sum_of_weeks(weeks_of({31, 2, 27})) == 60);
}

TEST_CASE("where nothing protects a small week no week is shown")
{
    CHECK(in_a_row(hide_small_weeks(weeks_of({2, 1})).weeks) == "c c");
}

} // namespace own_records_test
