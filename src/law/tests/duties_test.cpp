// The duties of each version of the rules and each kind of school, as rows that a head teacher
// could check. Dates are those of the invented calendar in builders.h.
#include "law/duty_words.h"
#include "law/evaluate.h"
#include "law/reasons.h"
#include "law/reasons_findings.h"
#include "law/tests/builders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace duties_test {

using namespace onroll;
using namespace onroll::law;

std::string rules_of(const Evaluation& evaluation, std::string_view prefix)
{
    std::vector<std::string> names;
    for (const auto& duty : evaluation.duties)
        if (name_of(duty.rule).starts_with(prefix)) names.emplace_back(name_of(duty.rule));
    std::sort(names.begin(), names.end());
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : " ") + name;
    return all;
}

const Duty* duty(const Evaluation& evaluation, RuleId rule)
{
    for (const auto& one : evaluation.duties)
        if (one.rule == rule) return &one;
    return nullptr;
}

std::string date_of(const Evaluation& evaluation, RuleId rule)
{
    const auto* one = duty(evaluation, rule);
    return !one ? "no duty" : one->date ? iso(*one->date) : "no date";
}

TEST_CASE("each duty is the rest of a sentence that begins with who acts, and says must, should or "
          "may as its kind does")
{
    for (int at = 0; at <= static_cast<int>(DutyType::pupil_premium_follows); ++at) {
        Duty one{.type = static_cast<DutyType>(at)};
        CAPTURE(name(one.type));
        const auto words = words_for(one);
        REQUIRE_FALSE(words.does.empty());
        const char first = words.does.front();
        CHECK(first >= 'a');
        CHECK(first <= 'z');
        CHECK_FALSE(words.does.ends_with("."));
        CHECK_FALSE(words.did.empty());
        const bool binds = words.does.starts_with("must ") || words.does.starts_with("should ");
        CHECK(words.permission != binds);
    }
    CHECK(words_for({.rule = RuleId::mov_06, .type = DutyType::end_by}).did ==
          "should have ended the part-time timetable");
    CHECK(words_for({.rule = RuleId::ehc_05, .type = DutyType::final_plan_by}).does ==
          "must send the final EHC plan");
}

} // namespace duties_test

TEST_CASE("the version of the rules is that of the day of the decision")
{
    using namespace duties_test;
    struct Row {
        Date decided;
        const char* version;
    };
    const Row rows[] = {{date(2012, 9, 3), "LV-2012"},  {date(2022, 7, 20), "LV-2012"},
                        {date(2022, 9, 1), "LV-2022"},  {date(2023, 7, 20), "LV-2022"},
                        {date(2023, 9, 1), "LV-2023"},  {date(2024, 7, 19), "LV-2023"},
                        {date(2024, 8, 19), "LV-2024"}, {date(2026, 7, 20), "LV-2024"},
                        {date(2026, 9, 3), "LV-2026"}};
    for (const auto& row : rows) {
        CAPTURE(iso(row.decided));
        auto story = build::a_history();
        story.suspend(row.decided, 2);
        CHECK(label(evaluate(story.history()).versions.front()) == row.version);
    }
}

TEST_CASE("whom the head teacher tells depends on the version and on the total in the term")
{
    using namespace duties_test;
    struct Row {
        const char* about;
        Date decided;
        Kind kind;
        int half_days;
        const char* notices;
    };
    const Row rows[] = {
        {"2012, two days", date(2019, 9, 16), Kind::suspension, 4, "NT-01 NT-03 NT-04T"},
        {"2012, five days exactly", date(2019, 9, 16), Kind::suspension, 10, "NT-01 NT-03 NT-04T"},
        {"2012, five and a half", date(2019, 9, 16), Kind::suspension, 11,
         "NT-01 NT-03 NT-04 NT-05"},
        {"2012, permanent", date(2019, 9, 16), Kind::permanent, 0, "NT-01 NT-03 NT-04 NT-05"},
        {"2012, lunchtimes", date(2019, 9, 16), Kind::lunchtime, 5, "NT-01 NT-04T"},
        {"2022, two days", date(2022, 9, 12), Kind::suspension, 4, "NT-01 NT-03 NT-04 NT-05T"},
        {"2022, eleven lunchtimes are five and a half days", date(2022, 9, 12), Kind::lunchtime, 11,
         "NT-01 NT-04 NT-05"},
        {"2024, five and a half", date(2024, 9, 16), Kind::suspension, 11,
         "NT-01 NT-03 NT-04 NT-05"},
        {"2026, permanent", date(2026, 9, 14), Kind::permanent, 0, "NT-01 NT-03 NT-04 NT-05"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.about));
        auto story = build::a_history();
        story.add(build::an_exclusion(row.kind, row.decided, row.half_days));
        CHECK(rules_of(evaluate(story.history()), "NT") == row.notices);
    }
}

TEST_CASE(
    "social worker and virtual school head are told from September 2022, each in a row of its own")
{
    using namespace duties_test;
    for (const bool since_2022 : {false, true}) {
        auto story = build::a_history();
        story.pupil().social_worker = story.pupil().looked_after = true;
        story.suspend(since_2022 ? date(2022, 9, 12) : date(2021, 9, 13), 2);
        const auto evaluation = evaluate(story.history());
        CHECK(rules_of(evaluation, "NT-06") == (since_2022 ? "NT-06 NT-06" : ""));
        // A looked-after child should have provision from day one in every version.
        CHECK(date_of(evaluation, RuleId::edu_06) == (since_2022 ? "2022-09-13" : "2021-09-14"));
    }
}

TEST_CASE(
    "each kind of school has its own board, arranger of the panel, and provider from the sixth day")
{
    using namespace duties_test;
    struct Row {
        SchoolType type;
        Actor board;
        RuleId sixth_day;
        Actor provider;
        Actor panel;
        bool payment;
    };
    const Row rows[] = {
        {SchoolType::maintained, Actor::governing_board, RuleId::edu_02, Actor::governing_board,
         Actor::local_authority, true},
        {SchoolType::academy, Actor::academy_trust, RuleId::edu_02, Actor::academy_trust,
         Actor::academy_trust, true},
        {SchoolType::ap_academy, Actor::academy_trust, RuleId::edu_02, Actor::academy_trust,
         Actor::academy_trust, true},
        {SchoolType::pru, Actor::management_committee, RuleId::edu_04, Actor::local_authority,
         Actor::local_authority, false},
    };
    for (const auto& row : rows) {
        CAPTURE(static_cast<int>(row.type));
        auto suspended = build::a_history(row.type);
        suspended.suspend(date(2024, 9, 16), 12);
        const auto six_days = evaluate(suspended.history());
        REQUIRE(duty(six_days, row.sixth_day));
        CHECK(duty(six_days, row.sixth_day)->actor == row.provider);
        CHECK(date_of(six_days, row.sixth_day) == "2024-09-24");
        CHECK(duty(six_days, RuleId::gb_13)->actor == row.board);

        auto excluded = build::a_history(row.type);
        excluded.exclude(date(2024, 9, 16));
        excluded.happened(EventType::board_decision_notice, date(2024, 10, 7),
                          Outcome::not_reinstate);
        excluded.happened(EventType::irp_application, date(2024, 10, 14));
        excluded.happened(EventType::irp_decision_notice, date(2024, 11, 4), Outcome::quash);
        const auto quashed = evaluate(excluded.history());
        CHECK(duty(quashed, RuleId::irp_06)->actor == row.panel);
        CHECK(duty(quashed, RuleId::irp_13)->actor == row.board);
        CHECK((duty(quashed, RuleId::irp_14) != nullptr) == row.payment);
        CHECK(duty(quashed, RuleId::reg_03));
    }
}

TEST_CASE("the board's band follows the total, the representations, and an examination lost")
{
    using namespace duties_test;
    // Decided on Monday 16 September 2024; 15 school days after it is 7 October, 50 is 2 December
    // (half term in the last week of October).
    struct Row {
        const char* about;
        int half_days;
        bool represented;
        bool exam;
        const char* rules;
        const char* by;
    };
    const Row rows[] = {
        {"five days, nobody writes", 10, false, false, "GB-15", ""},
        {"five days, the family writes", 10, true, false, "GB-14", ""},
        {"five and a half, nobody writes", 11, false, false, "GB-13", ""},
        {"five and a half, the family writes", 11, true, false, "GB-12", "2024-12-02"},
        {"fifteen exactly, the family writes", 30, true, false, "GB-12", "2024-12-02"},
        {"fifteen and a half", 31, false, false, "GB-11", "2024-10-07"},
        {"two days and an exam", 4, false, true, "GB-16", "2024-10-07"},
        {"eight days, the family writes, and an exam", 16, true, true, "GB-16", "2024-10-07"},
        {"sixteen days and an exam", 32, false, true, "GB-11 GB-16", "2024-10-07"},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.about));
        auto story = build::a_history();
        auto& one = story.suspend(date(2024, 9, 16), row.half_days);
        if (row.exam) one.exam_dates.push_back(date(2024, 9, 18));
        if (row.represented) story.happened(EventType::representations, date(2024, 9, 18));
        const auto evaluation = evaluate(story.history());
        CHECK(rules_of(evaluation, "GB") == row.rules);
        if (*row.by) {
            const auto& first =
                *std::find_if(evaluation.duties.begin(), evaluation.duties.end(),
                              [](const Duty& d) { return d.type == DutyType::decide_by; });
            CHECK(iso(*first.date) == row.by);
        }
    }
}

TEST_CASE(
    "suspensions back to back count together for the sixth day from 5 January 2015, and not before")
{
    using namespace duties_test;
    for (const bool joined : {false, true}) {
        auto story = build::a_history();
        const auto monday = joined ? date(2015, 1, 12) : date(2014, 11, 10);
        story.add(build::an_exclusion(Kind::suspension, monday, 8));
        story.add(build::an_exclusion(Kind::suspension, monday + Days{4}, 6));
        const auto evaluation = evaluate(story.history());
        CHECK(date_of(evaluation, RuleId::edu_02) == (joined ? "2015-01-20" : "no duty"));
    }
}

TEST_CASE("where a review has ended and only a claim is open, a deletion after the limit to apply "
          "is not called too early")
{
    using namespace duties_test;
    struct Row {
        const char* about;
        Date deleted;
        bool upheld;
        bool too_early;
    };
    const Row rows[] = {
        {"upheld, deleted after the limit", date(2024, 12, 2), true, false},
        {"upheld, deleted on the last day of the limit", date(2024, 11, 4), true, true},
        {"not yet decided", date(2024, 12, 2), false, true},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.about));
        auto story = build::a_history();
        story.exclude(date(2024, 9, 16));
        story.happened(EventType::board_decision_notice, date(2024, 10, 7), Outcome::not_reinstate);
        story.happened(EventType::irp_application, date(2024, 10, 8));
        story.happened(EventType::discrimination_claim, date(2024, 10, 9));
        if (row.upheld)
            story.happened(EventType::irp_decision_notice, date(2024, 10, 25), Outcome::uphold);
        story.happened(EventType::deleted_from_register, row.deleted);
        const auto evaluation = evaluate(story.history());
        CHECK(duty(evaluation, RuleId::reg_02) == nullptr);
        const bool found = std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                                       [](const Finding& f) { return f.rule == RuleId::fnd_19; });
        CHECK(found == row.too_early);
    }
}

TEST_CASE("the longer limit of 2020 is the limit for an examination too, alone or beside a "
          "permanent exclusion")
{
    using namespace duties_test;
    for (const bool permanent : {false, true})
        for (const bool claimed : {false, true}) {
            CAPTURE(permanent);
            CAPTURE(claimed);
            auto story = build::a_history();
            auto& one =
                permanent ? story.exclude(date(2020, 9, 14)) : story.suspend(date(2020, 9, 14), 4);
            one.exam_dates = {date(2020, 9, 15)};
            story.history().covid_not_practicable = claimed;
            story.happened(EventType::board_meeting, date(2020, 10, 7));
            const auto evaluation = evaluate(story.history());
            const auto found =
                std::find_if(evaluation.findings.begin(), evaluation.findings.end(),
                             [](const Finding& f) { return f.rule == RuleId::fnd_30; });
            REQUIRE(found != evaluation.findings.end());
            CHECK(found->severity == (claimed ? Severity::check : Severity::breach));
        }
}

TEST_CASE("a cancellation counts only the days served, ends the board's duties, and has no force "
          "where it is barred")
{
    using namespace duties_test;
    struct Row {
        const char* about;
        Date decided;
        std::string invalid;
        bool in_force;
        bool finding;
    };
    const Row rows[] = {
        {"2012: there was no power", date(2021, 9, 13), "", false, false},
        {"2022: on guidance", date(2022, 10, 3), "", true, false},
        {"2023: by regulation", date(2023, 9, 11), "", true, false},
        {"marked as barred", date(2024, 9, 16), "board_meeting_commenced", false, true},
    };
    for (const auto& row : rows) {
        CAPTURE(std::string(row.about));
        auto story = build::a_history();
        auto& one = story.exclude(row.decided);
        one.cancelled =
            Cancellation{row.decided + Days{7}, row.decided + Days{8}, row.invalid, {}, {}};
        const auto evaluation = evaluate(story.history());
        CHECK((duty(evaluation, RuleId::gb_10) == nullptr) == row.in_force);
        CHECK((duty(evaluation, RuleId::ht_12) != nullptr) == row.in_force);
        CHECK(evaluation.totals.size() == (row.in_force ? 1 : 0));
        if (row.in_force) CHECK(evaluation.totals.front().term_half_days == 10);
        const bool found = std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                                       [](const Finding& f) { return f.rule == RuleId::fnd_31; });
        CHECK(found == row.finding);
    }
}

TEST_CASE("a cancellation after the board has begun to meet, or past 45 days, is seen to be barred "
          "from the facts")
{
    using namespace duties_test;
    auto met = build::a_history();
    auto& one = met.exclude(date(2024, 9, 16));
    one.cancelled = Cancellation{date(2024, 10, 4), date(2024, 10, 7), "", {}, {}};
    met.happened(EventType::board_meeting, date(2024, 10, 2));
    const auto barred = evaluate(met.history());
    CHECK(duty(barred, RuleId::ht_12) == nullptr);
    REQUIRE(barred.findings.size() == 1);
    CHECK(barred.findings.front().reason == "board_meeting_commenced");

    auto long_year = build::a_history();
    long_year.suspend(date(2024, 9, 9), 60);
    long_year.suspend(date(2025, 1, 13), 29);
    auto& third = long_year.suspend(date(2025, 5, 6), 10);
    third.cancelled = Cancellation{date(2025, 5, 8), date(2025, 5, 9), "", {}, {}};
    const auto over = evaluate(long_year.history());
    CHECK(std::any_of(over.findings.begin(), over.findings.end(),
                      [](const Finding& f) { return f.reason == "over_45_days"; }));
}

TEST_CASE("a date beyond the known terms is left out and said to be missing, not guessed")
{
    using namespace duties_test;
    auto story = build::a_history();
    story.exclude(date(2027, 7, 12));
    const auto evaluation = evaluate(story.history());
    REQUIRE(duty(evaluation, RuleId::gb_10));
    CHECK_FALSE(duty(evaluation, RuleId::gb_10)->date);
    CHECK(duty(evaluation, RuleId::gb_10)->missing == Missing::term_dates);
}

TEST_CASE("days known only as totals count towards the bands and the year")
{
    using namespace duties_test;
    auto story = build::a_history();
    story.suspend(date(2024, 9, 16), 4);
    story.history().earlier_days = EarlierDays{date(2024, 9, 17), 8, 88};
    const auto evaluation = evaluate(story.history());
    CHECK(evaluation.totals.front().term_half_days == 12);
    CHECK(evaluation.totals.front().year_half_days == 92);
    CHECK(duty(evaluation, RuleId::gb_13));
    CHECK(std::any_of(evaluation.findings.begin(), evaluation.findings.end(),
                      [](const Finding& f) { return f.rule == RuleId::fnd_08; }));
}

TEST_CASE("a total that holds an earlier length that nobody told is said to be the least")
{
    using namespace duties_test;
    auto story = build::a_history();
    story.suspend(date(2024, 9, 16), 0).length_not_told = true;
    story.suspend(date(2024, 10, 7), 10);
    auto& history = story.history();
    const auto over_5 = evaluate(history);
    const auto told_at_once =
        std::find_if(over_5.duties.begin(), over_5.duties.end(), [](const Duty& one) {
            return one.rule == RuleId::nt_05 && one.exclusion == 1;
        });
    REQUIRE(told_at_once != over_5.duties.end());
    CHECK(duty_sentence(history, over_5, *told_at_once).find("at least 5.5") != std::string::npos);
    CHECK_FALSE(duty(over_5, RuleId::gb_13));
    history.earlier_days = EarlierDays{date(2024, 10, 7), 40, 90};
    const auto over_45 = evaluate(history);
    const auto found =
        std::find_if(over_45.findings.begin(), over_45.findings.end(),
                     [](const Finding& f) { return f.rule == RuleId::fnd_08 && f.exclusion == 1; });
    REQUIRE(found != over_45.findings.end());
    CHECK(finding_sentence(history, *found).find("at least 50.5") != std::string::npos);
}

TEST_CASE("a suspension across the summer belongs to two school years")
{
    using namespace duties_test;
    auto story = build::a_history();
    story.suspend(date(2024, 7, 16), 20); // 17 to 19 and 22 July are 4 days; 6 fall in September.
    const auto evaluation = evaluate(story.history());
    REQUIRE(evaluation.totals.size() == 2);
    CHECK(evaluation.totals[0].term_half_days == 8);
    CHECK(evaluation.totals[0].year_half_days == 8);
    CHECK(evaluation.totals[1].term_half_days == 12);
    CHECK(evaluation.totals[1].year_half_days == 12);
}
