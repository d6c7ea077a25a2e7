#include "people/rules_requests.h"
#include "people/rules_retention.h"

#include "helpers/shared_data.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>
#include <sstream>

namespace onroll::people {

namespace rules_retention_test {

std::vector<RetentionRule> shipped()
{
    std::ifstream file(tests::source_file("data/reference/retention_periods.csv"));
    std::stringstream text;
    text << file.rdbuf();
    return read_retention_rules(text.str()).value();
}

std::string answer(const Retention& retention)
{
    if (const auto* kept = std::get_if<KeepUntil>(&retention)) return iso(kept->last_day);
    return std::holds_alternative<OnLegalHold>(retention) ? "held" : "cannot tell";
}

struct Row {
    const char* what;
    RetentionFacts facts;
    const char* until;
};

} // namespace rules_retention_test

TEST_CASE("the published periods reckon as their councils say")
{
    using namespace rules_retention_test;
    using enum RetentionGroup;
    const auto born = date(2012, 2, 29);
    const std::vector<Row> rows{
        {"pupil record, born on 29 February", {{pupil_record}, born}, "2037-02-28"},
        {"attendance", {{attendance_and_missing_education}, born}, "2043-02-28"},
        {"a leap year again", {{early_help}, date(2018, 3, 1)}, "2048-03-01"},
        {"child protection", {{child_protection}, born, {}, date(2024, 2, 29)}, "2059-02-28"},
        {"looked after", {{ever_looked_after}, born}, "2087-02-28"},
        {"looked after, died at 10", {{ever_looked_after}, born, date(2022, 7, 1)}, "2037-07-01"},
        {"looked after, died the day before 18",
         {{ever_looked_after}, born, date(2030, 2, 27)},
         "2045-02-27"},
        {"looked after, died at 18", {{ever_looked_after}, born, date(2030, 2, 28)}, "2087-02-28"},
        {"panel papers",
         {{review_panel_papers}, born, {}, {}, {}, date(2024, 2, 29)},
         "2029-02-28"},
        {"anything else, last changed on 31 March",
         {{anything_else}, {}, {}, {}, date(2026, 3, 31)},
         "2032-03-31"},
        {"anything else, last changed on 1 April",
         {{anything_else}, {}, {}, {}, date(2026, 4, 1)},
         "2033-03-31"},
        {"the longest of three wins",
         {{pupil_record, ever_had_plan, ever_looked_after}, born},
         "2087-02-28"},
        {"a date that is not known keeps it",
         {{child_protection, pupil_record}, born},
         "cannot tell"},
        {"no rule keeps it", {{}, born}, "cannot tell"},
        {"a hold beats every rule",
         {{pupil_record}, date(1950, 1, 1), {}, {}, {}, {}, true},
         "held"}};
    for (const auto& row : rows)
        CHECK_MESSAGE(answer(retention_of(shipped(), row.facts)) == row.until, row.what);
}

TEST_CASE("nothing on hold is ever due, and a longer rule never shortens")
{
    using namespace rules_retention_test;
    CHECK(rc::check([] {
        RetentionFacts facts;
        facts.born_on = date(1990, 1, 1) + Days{*rc::gen::inRange(0, 12000)};
        facts.closed_on = facts.last_action_on = facts.decided_on =
            *facts.born_on + Days{*rc::gen::inRange(0, 7000)};
        const int picks = *rc::gen::inRange(1, 8192);
        for (int i = 0; i < 13; ++i)
            if ((picks >> i & 1) != 0) facts.groups.push_back(static_cast<RetentionGroup>(i));
        const auto all = retention_of(shipped(), facts);
        RC_ASSERT(std::holds_alternative<KeepUntil>(all));
        for (const auto group : facts.groups) {
            auto one = facts;
            one.groups = {group};
            RC_ASSERT(std::get<KeepUntil>(retention_of(shipped(), one)).last_day <=
                      std::get<KeepUntil>(all).last_day);
        }
        const auto last = std::get<KeepUntil>(all).last_day;
        RC_ASSERT(!is_due(all, last));
        RC_ASSERT(is_due(all, last + Days{1}));
        facts.legal_hold = true;
        RC_ASSERT(!is_due(retention_of(shipped(), facts), date(2200, 1, 1)));
    }));
}

TEST_CASE("a period that cannot be is refused with what to do")
{
    CHECK(problems_of({.years = 6, .source = "Ours"}).empty());
    CHECK(problems_of({.years = 0, .source = "Ours"}).front().where == "years");
    CHECK(problems_of({.years = 151, .source = "Ours"}).front().where == "years");
    CHECK(problems_of({.years = 1, .months = 12, .source = "Ours"}).front().where == "months");
    CHECK(problems_of({.years = 1}).front().where == "source");
    CHECK_FALSE(read_retention_rules("head\npupil_record,birth,many,0,remove,Ours\n").has_value());
}

TEST_CASE("a subject access request is due on the corresponding day, or the next working day")
{
    struct Row {
        const char* what;
        SubjectRequest request;
        Date by;
    };
    const std::vector<Row> rows{
        {"an ordinary month", {.received_on = date(2026, 9, 3)}, date(2026, 10, 5)},
        {"a working day", {.received_on = date(2026, 11, 25)}, date(2026, 12, 29)},
        {"31 January, no such day in February",
         {.received_on = date(2026, 1, 31)},
         date(2026, 3, 2)},
        {"31 March to 30 April", {.received_on = date(2026, 3, 31)}, date(2026, 4, 30)},
        {"a leap year", {.received_on = date(2028, 1, 30)}, date(2028, 2, 29)},
        {"complex: three months",
         {.received_on = date(2026, 9, 3), .complexity = Complexity::complex},
         date(2026, 12, 3)},
        {"identity asked and shown",
         {.received_on = date(2026, 9, 3),
          .identity_asked = true,
          .identity_shown_on = date(2026, 9, 10)},
         date(2026, 10, 12)},
        {"five days of waiting for an answer",
         {.received_on = date(2026, 9, 3), .pauses = {{date(2026, 9, 10), date(2026, 9, 15)}}},
         date(2026, 10, 8)},
        {"two pauses",
         {.received_on = date(2026, 9, 3),
          .pauses = {{date(2026, 9, 10), date(2026, 9, 15)},
                     {date(2026, 9, 20), date(2026, 9, 21)}}},
         date(2026, 10, 9)},
    };
    for (const auto& row : rows)
        CHECK_MESSAGE(subject_request_due(row.request).by == row.by, row.what);
}

TEST_CASE("the clock stands still while identity or an answer is awaited")
{
    const auto identity =
        subject_request_due({.received_on = date(2026, 9, 3), .identity_asked = true});
    CHECK(identity.clock == RequestClock::waiting_for_identity);
    CHECK_FALSE(identity.by.has_value());
    const auto answer = subject_request_due(
        {.received_on = date(2026, 9, 3), .pauses = {{date(2026, 9, 10), std::nullopt}}});
    CHECK(answer.clock == RequestClock::waiting_for_clarification);
    CHECK_FALSE(answer.by.has_value());
}

TEST_CASE("a school answers a parent within 15 of its own school days")
{
    const auto calendar =
        SchoolCalendar::create({{"Autumn", date(2026, 9, 2), date(2026, 12, 18)}},
                               {{date(2026, 10, 26), date(2026, 10, 30), ClosureReason::half_term}},
                               TermSystem::three)
            .value();
    CHECK(school_record_due(date(2026, 10, 19), calendar) == date(2026, 11, 16));
    CHECK_FALSE(school_record_due(date(2026, 12, 10), calendar).has_value());
}

} // namespace onroll::people
