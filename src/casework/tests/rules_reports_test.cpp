#include "casework/rules_reports.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_rules_reports_test {

using namespace onroll;
using namespace onroll::casework;

Close a_close(Impact school)
{
    return {.told = {.outcomes = {Outcome::information_enough}, .school = school},
            .closed_on = date(2026, 11, 26),
            .closed_by = crypto::new_id<access::UserId>()};
}

TEST_CASE("shares of impact are of all answers with “don’t know”, to one decimal, as published")
{
    // NCB 2019: 35.0% (n=21) of 60 and 26.7% (n=16) of 60; 18.3% (n=11) of 60.
    CHECK(percentage(21, 60) == "35.0%");
    CHECK(percentage(16, 60) == "26.7%");
    CHECK(percentage(11, 60) == "18.3%");
    CHECK(percentage(1, 1) == "100.0%");
    CHECK(percentage(0, 0).empty());
}

TEST_CASE("impact is counted from none to significant long-term, then “don’t know”")
{
    const std::vector<Close> closes{a_close(Impact::none), a_close(Impact::not_known),
                                    a_close(Impact::not_known),
                                    a_close(Impact::significant_long_term)};
    CHECK(impact_counts(closes, &NewClose::school) == std::vector<std::int64_t>{1, 0, 0, 0, 1, 2});
    CHECK(impact_counts({}, &NewClose::family) == std::vector<std::int64_t>{0, 0, 0, 0, 0, 0});
}

TEST_CASE("what leaves the service hides 1 to 4 and rounds the rest to the nearest 5")
{
    CHECK(told_outside(0) == 0);
    for (const auto small : {1, 2, 3, 4}) CHECK_FALSE(told_outside(small).has_value());
    CHECK(told_outside(5) == 5);
    CHECK(told_outside(7) == 5);
    CHECK(told_outside(8) == 10);
    CHECK(told_outside(1'402) == 1'400);
}

TEST_CASE("a school year begins in September and a financial year in April")
{
    CHECK(school_year_from(2026).last == date(2027, 8, 31));
    CHECK(financial_year_from(2026).first == date(2026, 4, 1));
    CHECK(first_year_of(YearKind::school, date(2026, 8, 31)) == 2025);
    CHECK(first_year_of(YearKind::school, date(2026, 9, 1)) == 2026);
    CHECK(first_year_of(YearKind::financial, date(2027, 3, 31)) == 2026);
}

TEST_CASE("a report has a table for each question, with a row also for what was never counted")
{
    Counted counted;
    counted.contacts[Channel::phone] = 12;
    counted.closes = {a_close(Impact::minimal)};
    counted.signposts[std::nullopt] = 2;
    counted.families_sent_on[std::nullopt] = 1;
    const auto tables = tables_of(counted);
    REQUIRE(tables.size() == 13);
    CHECK(tables[0].rows.size() == all_channels().size());
    CHECK(tables[0].rows[0] == ReportRow{"Phone", {12}});
    CHECK(tables[7].key == "impact");
    CHECK(tables[7].rows[1].counts == std::vector<std::int64_t>{0, 1, 0, 0, 0, 0});
    CHECK(tables[8].rows.front() == ReportRow{"Information or advice was enough", {1}});
    CHECK(tables[9].key == "next_steps");
    CHECK(tables[9].rows.front() == ReportRow{"A pupil referral unit", {0, 0, 0}});
    CHECK(tables[10].key == "signposts");
    CHECK_FALSE(tables[10].has_shares);
    CHECK(tables[10].rows.back() == ReportRow{"Not asked yet", {1, 2}});
    // No number of families where it is not known, rather than one that is too small.
    counted.knows_families_sent_on = false;
    const auto without = tables_of(counted)[10];
    CHECK(without.columns == std::vector<std::string>{"Times"});
    CHECK(without.rows.back() == ReportRow{"Not asked yet", {2}});
}

TEST_CASE("what came of it for a family that was sent on several times is the best that is known")
{
    CHECK(best_result({SignpostResult::not_reached, SignpostResult::helped}) ==
          SignpostResult::helped);
    CHECK(best_result({std::nullopt, SignpostResult::did_not_try}) == SignpostResult::did_not_try);
    CHECK(best_result({std::nullopt, std::nullopt}) == std::nullopt);
    CHECK(best_result({}) == std::nullopt);
}

Event an_event(EventKind kind, std::initializer_list<std::pair<Fact, const char*>> told)
{
    Event event{.id = crypto::new_id<EventId>(),
                .case_id = crypto::new_id<CaseId>(),
                .kind = kind,
                .added_by = crypto::new_id<access::UserId>()};
    for (const auto& [fact, value] : told) event.facts.set(fact, value);
    return event;
}

TEST_CASE("an exclusion that was reinstated stays counted, where it stands now; an error does not")
{
    Counted counted;
    count_events({an_event(EventKind::permanent_exclusion, {{Fact::decided_on, "2026-10-06"},
                                                            {Fact::board_met_on, "2026-10-20"},
                                                            {Fact::board_outcome, "reinstate"}}),
                  an_event(EventKind::suspension, {{Fact::decided_on, "2026-10-07"}}),
                  an_event(EventKind::suspension, {{Fact::decided_on, "2025-10-07"}}),
                  an_event(EventKind::suspension,
                           {{Fact::decided_on, "2026-10-08"}, {Fact::recorded_in_error, "yes"}}),
                  an_event(EventKind::sent_home, {{Fact::happened_on, "2026-11-02"}})},
                 school_year_from(2026), counted);
    CHECK(counted.events[EventKind::permanent_exclusion] == 1);
    CHECK(counted.events[EventKind::suspension] == 1);
    CHECK(counted.events[EventKind::sent_home] == 1);
    CHECK(counted.standings[EventStanding::reinstated] == 1);
    CHECK(counted.standings[EventStanding::stands] == 1);
    CHECK(counted.standings.size() == 2);
}

} // namespace casework_rules_reports_test
