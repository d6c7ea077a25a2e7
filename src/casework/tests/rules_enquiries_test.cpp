#include "casework/rules_enquiries.h"

#include <doctest/doctest.h>

namespace casework_rules_enquiries_test {

using namespace onroll;
using namespace onroll::casework;

// A Thursday.
const Date today = date(2026, 11, 26);

EnquiryCount enquiry(Date on, std::int64_t contacts = 1)
{
    return {.on = on, .contacts = contacts};
}

TEST_CASE("demand is counted day by day and week by week, with days on which nobody enquired")
{
    std::vector<EnquiryCount> counts{enquiry(date(2026, 11, 2), 2), enquiry(date(2026, 11, 4)),
                                     enquiry(date(2026, 11, 9))};
    counts[0].has_case = true;
    counts[1].enquiry = Enquiry::early;
    counts[2].enquiry = Enquiry::professional;
    counts[2].minutes = 20;
    const auto days = demand_by_day(counts, date(2026, 11, 2), date(2026, 11, 10));
    REQUIRE(days.size() == 9);
    CHECK(days[0].casework == 2);
    CHECK(days[1].all == 0);
    CHECK(days[2].early == 1);
    const auto weeks = demand_by_week(counts, date(2026, 11, 4), date(2026, 11, 10));
    REQUIRE(weeks.size() == 2);
    CHECK(weeks[0].from == date(2026, 11, 2));
    CHECK(weeks[0].all == 3);
    CHECK(weeks[1].professionals == 1);
    CHECK(weeks[1].minutes == 20);
    CHECK(demand_of(counts).all == 4);
}

TEST_CASE("an enquiry about a child without a case is answered at level 1, apart from casework")
{
    CHECK(demand_of({enquiry(today, 3)}).general == 3);
    CHECK(demand_of({enquiry(today, 3)}).casework == 0);
}

/// One enquiry a week from that source over weeks before `until`, and one from elsewhere each week
/// up to today, so that every week is open.
std::vector<EnquiryCount> weekly(ReferralSource source, int weeks, Date until)
{
    std::vector<EnquiryCount> counts;
    for (int week = 0; week < weeks; ++week) {
        const auto day = monday_of(today) - Days{7 * (week + 1)};
        auto other = enquiry(day);
        other.source = ReferralSource::online;
        counts.push_back(other);
        if (day >= until) continue;
        auto one = enquiry(day);
        one.source = source;
        one.source_name = "Harbour Academy";
        counts.push_back(one);
    }
    return counts;
}

TEST_CASE("the chance of so few is that of a binomial over the lengths of the two stretches")
{
    // 44 before in 44 weeks, none in 8: (44/52)^44.
    CHECK(chance_of_so_few(44, 0, {.before = 44, .lately = 8}) ==
          doctest::Approx(0.000642).epsilon(0.01));
    // 2 of 10 in a half: (1 + 10 + 45) / 1024.
    CHECK(chance_of_so_few(8, 2, {.before = 8, .lately = 8}) == doctest::Approx(56.0 / 1024));
    CHECK(chance_of_so_few(0, 0, {.before = 8, .lately = 8}) == doctest::Approx(1));
}

TEST_CASE("a source that sent one family a week and then none for eight weeks raises the alarm, by "
          "its kind and by its name")
{
    const auto sources =
        sources_of(weekly(ReferralSource::school, 60, monday_of(today) - Days{7 * 8}), today);
    CHECK(sources.weeks.lately == 8);
    CHECK(sources.weeks.before == 44);
    const auto alarms = dried_up(sources);
    REQUIRE(alarms.size() == 2);
    CHECK(alarms[0].count.source == "A school told them");
    CHECK(alarms[1].count.source == "A school told them: Harbour Academy");
    CHECK(alarms[0].count.lately == 0);
    CHECK(alarms[0].expected == doctest::Approx(8));
}

TEST_CASE("a steady source raises no alarm, nor one that was always rare, nor a young service")
{
    CHECK(dried_up(sources_of(weekly(ReferralSource::school, 60, today), today)).empty());
    std::vector<EnquiryCount> rare = weekly(ReferralSource::school, 60, date(2020, 1, 1));
    auto once = enquiry(monday_of(today) - Days{7 * 20});
    once.source = ReferralSource::health;
    rare.push_back(once);
    CHECK(dried_up(sources_of(rare, today)).empty());
    CHECK(dried_up(
              sources_of(weekly(ReferralSource::school, 12, monday_of(today) - Days{7 * 8}), today))
              .empty());
    CHECK(dried_up(sources_of({}, today)).empty());
}

TEST_CASE("weeks in which the service was shut are not held against a source")
{
    // The same weekly source, with eight weeks in which nobody at all enquired.
    std::vector<EnquiryCount> counts;
    for (int week = 8; week < 60; ++week) {
        auto one = enquiry(monday_of(today) - Days{7 * (week + 1)});
        one.source = ReferralSource::school;
        counts.push_back(one);
    }
    const auto sources = sources_of(counts, today);
    CHECK(sources.weeks.lately == 8);
    CHECK(dried_up(sources).empty());
}

} // namespace casework_rules_enquiries_test
