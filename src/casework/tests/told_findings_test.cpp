// Each finding of section 11 can arise on a case: the facts of the adviser's form that raise it.
#include "casework/event_questions.h"
#include "casework/told_history.h"

#include "law/evaluate.h"
#include "law/rule_lists.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace casework_told_findings_test {

using namespace onroll;
using namespace onroll::casework;

Result<check::FoundSchool> academy(const std::optional<Urn>&, Date)
{
    auto calendar = SchoolCalendar::create(
        {{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)},
         {"Spring 2027", date(2027, 1, 4), date(2027, 3, 25)},
         {"Summer 2027", date(2027, 4, 12), date(2027, 7, 21)}},
        {{date(2026, 10, 26), date(2026, 10, 30), ClosureReason::half_term}}, TermSystem::three);
    return check::FoundSchool{
        {"school", law::SchoolType::academy, 999, std::move(*calendar)}, "Harbour Academy", true};
}

using Given = std::vector<std::pair<Fact, std::string>>;

struct Happened {
    EventKind kind = EventKind::suspension;
    std::string on;
    Given given{};
};

struct Raised {
    std::string finding;
    std::vector<Happened> by;
};

Event event_of(const Happened& happened)
{
    Event event{.id = crypto::new_id<EventId>(),
                .case_id = crypto::new_id<CaseId>(),
                .kind = happened.kind,
                .added_at = {},
                .added_by = crypto::new_id<access::UserId>(),
                .version = 1,
                .facts = {}};
    event.facts.set(Fact::school, "990022");
    event.facts.set(Fact::happened_on, happened.on);
    if (happened.kind == EventKind::suspension) event.facts.set(Fact::days, "2");
    for (const auto& [fact, value] : happened.given) event.facts.set(fact, value);
    return event;
}

std::set<std::string> found_in(const std::vector<Happened>& by)
{
    std::vector<Event> events;
    for (const auto& happened : by) events.push_back(event_of(happened));
    const auto told = told_history(events, academy);
    CHECK(told.not_asked.empty());
    const auto evaluation = law::evaluate(told.history());
    std::set<std::string> found;
    for (const auto& finding : evaluation.findings) {
        const auto& about = told.event_of(finding.subject, finding.exclusion);
        CHECK(std::any_of(events.begin(), events.end(),
                          [&](const Event& event) { return event.id == about; }));
        found.insert(std::string(law::rule(finding.rule).name));
    }
    return found;
}

Raised by_suspension(std::string finding, Given given)
{
    return {std::move(finding), {{EventKind::suspension, "2026-11-16", std::move(given)}}};
}

Raised by_permanent(std::string finding, Given given)
{
    return {std::move(finding), {{EventKind::permanent_exclusion, "2026-09-07", std::move(given)}}};
}

Raised by_one(std::string finding, EventKind kind, Given given)
{
    return {std::move(finding), {{kind, "2026-11-16", std::move(given)}}};
}

/// What the board's letter says, sent in time, and the family's answer to it.
Given board_stands(Given further)
{
    Given given{{Fact::board_met_on, "2026-09-21"},
                {Fact::board_outcome, "not_reinstate"},
                {Fact::board_letter_on, "2026-09-22"},
                {Fact::review_asked_on, "2026-09-28"}};
    given.insert(given.end(), further.begin(), further.end());
    return given;
}

const std::vector<Raised>& raised()
{
    static const std::vector<Raised> all{
        by_one("FND-01", EventKind::sent_home, {{Fact::because, "behaviour"}}),
        by_suspension("FND-02", {{Fact::decided_by, "other"}}),
        by_suspension("FND-03", {{Fact::reasons, "needs_cannot_be_met"}}),
        by_suspension("FND-04", {{Fact::reasons, "attainment"}}),
        by_suspension("FND-05", {{Fact::reasons, "parent_conduct"}}),
        by_suspension("FND-06", {{Fact::return_condition, "meeting_with_parent"}}),
        by_suspension("FND-07", {{Fact::no_end, "yes"}}),
        {"FND-08",
         {{EventKind::suspension, "2026-09-07", {{Fact::days, "30"}}},
          {EventKind::suspension, "2026-11-09", {{Fact::days, "16"}}}}},
        by_suspension("FND-09", {{Fact::changed_to, "lengthened"}}),
        {"FND-10", {{EventKind::suspension, "2026-11-16"}, {EventKind::suspension, "2026-11-18"}}},
        by_suspension("FND-11", {{Fact::letter, "yes"}, {Fact::letter_says, "reasons"}}),
        by_suspension("FND-12", {{Fact::public_days_on, "2026-11-18"}}),
        by_permanent("FND-13", {{Fact::council_told, "no"}}),
        by_permanent("FND-14", {{Fact::board_told, "no"}}),
        by_suspension("FND-15", {{Fact::social_worker, "yes"}, {Fact::social_worker_told, "no"}}),
        by_permanent("FND-16", {{Fact::board_met_on, "2026-11-20"}}),
        by_suspension("FND-17", {{Fact::days, "8"},
                                 {Fact::wrote_to_board_on, "2026-11-17"},
                                 {Fact::board_no_meeting, "yes"}}),
        by_suspension("FND-18", {{Fact::days, "8"}, {Fact::day_six, "no"}}),
        by_permanent("FND-19", {{Fact::off_roll_on, "2026-09-14"}}),
        by_one("FND-20", EventKind::off_roll, {{Fact::ground, "none"}}),
        {"FND-21",
         {{EventKind::suspension, "2026-11-09"},
          {EventKind::home_education, "2026-11-16", {{Fact::written, "yes"}}}}},
        by_one("FND-22", EventKind::part_time_timetable, {{Fact::because, "behaviour"}}),
        by_one("FND-23", EventKind::sent_home,
               {{Fact::because, "behaviour"}, {Fact::register_code, "C"}}),
        by_one("FND-24", EventKind::managed_move, {{Fact::threatened, "yes"}}),
        by_one("FND-25", EventKind::off_site_direction, {{Fact::notice_on, "2026-11-16"}}),
        by_suspension("FND-26", {{Fact::from_disability, "yes"}, {Fact::adjustments, "no"}}),
        by_one("FND-27", EventKind::lunchtime_suspension,
               {{Fact::lunchtimes, "3"}, {Fact::lunchtimes_counted, "no"}}),
        by_permanent("FND-28", {{Fact::ehc_plan, "yes"}, {Fact::council_asked_first, "no"}}),
        by_one("FND-29", EventKind::left_out,
               {{Fact::because, "behaviour"}, {Fact::went_home, "yes"}}),
        {"FND-30",
         {{EventKind::suspension,
           "2026-09-07",
           {{Fact::exam_on, "2026-09-08"}, {Fact::board_met_on, "2026-11-20"}}}}},
        by_suspension("FND-31", {{Fact::cancelled_on, "2026-11-17"}, {Fact::everyone_told, "no"}}),
        by_one("FND-32", EventKind::safeguarding_separation, {{Fact::no_end, "yes"}}),
        by_one("FND-33", EventKind::study_leave, {{Fact::year_group, "10"}}),
        {"FND-34",
         {{EventKind::collected_early, "2026-11-10", {{Fact::asked_by, "school"}}},
          {EventKind::collected_early, "2026-11-12", {{Fact::asked_by, "school"}}},
          {EventKind::collected_early, "2026-11-17", {{Fact::asked_by, "school"}}}}},
        by_suspension("FND-35", {{Fact::told_wrongly, "days_45_make_it_permanent"}}),
        by_permanent("FND-36", board_stands({{Fact::panel_application, "refused"}})),
        by_permanent("FND-37", board_stands({{Fact::panel_met_on, "2027-01-20"}})),
        by_permanent("FND-38", {{Fact::board_met_on, "2026-09-21"},
                                {Fact::board_refused, "representative"},
                                {Fact::board_refusal_reason, "none_given"}}),
    };
    return all;
}

TEST_CASE("each finding of the law can arise on a case, from facts that the form asks for")
{
    std::set<std::string> ids;
    for (const auto& one : raised()) {
        ids.insert(one.finding);
        CHECK_MESSAGE(found_in(one.by).contains(one.finding), one.finding);
        for (const auto& happened : one.by)
            for (const auto& [fact, value] : happened.given)
                CHECK_MESSAGE(question_about(happened.kind, fact) != nullptr, one.finding);
    }
    CHECK(ids.size() == 38);
    CHECK(*ids.begin() == "FND-01");
    CHECK(*ids.rbegin() == "FND-38");
}

TEST_CASE("what a parent asked for, and what was done as it should be, is no finding")
{
    const auto nothing = [](EventKind kind, Given given) {
        return found_in({{kind, "2026-11-16", std::move(given)}}).empty();
    };
    CHECK(nothing(EventKind::collected_early,
                  {{Fact::because, "behaviour"}, {Fact::asked_by, "parent"}}));
    CHECK(nothing(EventKind::suspension, {{Fact::decided_by, "acting_head_teacher"},
                                          {Fact::no_end, "no"},
                                          {Fact::adjustments, "yes"},
                                          {Fact::from_disability, "yes"}}));
    CHECK(nothing(EventKind::permanent_exclusion, {{Fact::council_told_on, "2026-11-16"},
                                                   {Fact::board_told, "yes"},
                                                   {Fact::ehc_plan, "yes"},
                                                   {Fact::council_asked_first, "yes"}}));
    CHECK(nothing(EventKind::safeguarding_separation, {{Fact::ends_on, "2026-11-20"},
                                                       {Fact::led_by_safeguarding, "yes"},
                                                       {Fact::council_asked, "yes"}}));
    CHECK(nothing(EventKind::safeguarding_separation, {}));
    CHECK(nothing(EventKind::permanent_exclusion,
                  {{Fact::board_met_on, "2026-11-30"}, {Fact::board_refused, "representative"}}));
    CHECK(nothing(EventKind::permanent_exclusion,
                  {{Fact::board_told, "no"}, {Fact::board_told_on, "2026-11-16"}}));
    CHECK(nothing(EventKind::study_leave, {{Fact::year_group, "11"},
                                           {Fact::exams_from, "2026-11-02"},
                                           {Fact::exams_until, "2026-11-27"}}));
    CHECK(found_in({{EventKind::permanent_exclusion,
                     "2026-09-07",
                     {{Fact::board_met_on, "2026-09-21"},
                      {Fact::board_refused, "remote_meeting"},
                      {Fact::board_refusal_reason, "not_everyone_can_take_part"}}}})
              .empty());
}

TEST_CASE("a suspension with no end, of a length that nobody told, still raises its finding")
{
    for (const bool endless : {true, false}) {
        auto event = event_of({EventKind::suspension, "2026-11-16", {}});
        event.facts.set(Fact::days, "");
        event.facts.set(Fact::no_end, endless ? "yes" : "no");
        const auto told = told_history({event}, academy);
        CHECK(told.not_asked.size() == 1);
        CHECK(told.history().exclusions.at(0).length_not_told);
        const auto findings = law::evaluate(told.history()).findings;
        CHECK(std::any_of(findings.begin(), findings.end(), [](const law::Finding& one) {
                  return one.rule == law::RuleId::fnd_07;
              }) == endless);
    }
}

TEST_CASE(
    "days on which a child was collected early or kept away, of which nobody knows who asked, "
    "are no finding, and ask for it")
{
    for (const auto kind : {EventKind::collected_early, EventKind::kept_away}) {
        std::vector<Event> events;
        for (const auto* on : {"2026-11-10", "2026-11-12", "2026-11-17"})
            events.push_back(event_of({kind, on, {{Fact::because, "behaviour"}}}));
        const auto told = told_history(events, academy);
        CHECK(law::evaluate(told.history()).findings.empty());
        REQUIRE(told.not_asked.size() == 3);
        CHECK(told.not_asked.front().find("Find out") != std::string::npos);
    }
}

TEST_CASE("a half of the day that nobody told is the morning, everywhere, and said")
{
    const auto said = [](const ToldHistory& told) {
        return std::count_if(told.taken.begin(), told.taken.end(), [](const std::string& words) {
            return words.ends_with("so it is taken to be the morning");
        });
    };
    const auto suspended = told_history({event_of({EventKind::suspension, "2026-11-16"})}, academy);
    CHECK(said(suspended) == 1);
    CHECK(suspended.history().exclusions.at(0).first_session == law::Session::am);
    for (const auto kind : {EventKind::wrong_code, EventKind::sent_home}) {
        auto event = event_of({kind, "2026-11-16", {{Fact::register_code, "C"}}});
        const auto told = told_history({event}, academy);
        CHECK(said(told) == 1);
        CHECK(told.history().movements.attendance.at(0).marks.at(0).session ==
              law::MarkSession::am);
        event.facts.set(Fact::first_half, "pm");
        const auto afternoon = told_history({event}, academy);
        CHECK(said(afternoon) == 0);
        CHECK(afternoon.history().movements.attendance.at(0).marks.at(0).session ==
              law::MarkSession::pm);
    }
}

TEST_CASE("the register says nothing of where a child was, or why, that nobody told")
{
    auto event = event_of({EventKind::sent_home, "2026-11-16", {{Fact::register_code, "B"}}});
    const auto mark = [&] {
        return told_history({event}, academy).history().movements.attendance.at(0).marks.at(0);
    };
    CHECK_FALSE(mark().at_home.has_value());
    CHECK_FALSE(mark().after_incident.has_value());
    CHECK_FALSE(mark().one_pupil_only.has_value());
    event.facts.set(Fact::at_home, "no");
    CHECK(mark().at_home == false);
    event.facts.set(Fact::at_home, "yes");
    event.facts.set(Fact::because, "behaviour");
    CHECK(mark().at_home == true);
    CHECK(mark().after_incident == true);
    CHECK(mark().one_pupil_only == true);
}

TEST_CASE("first a suspension, then permanent: a finding where no new decision was made")
{
    const Happened suspension{EventKind::suspension, "2026-11-09", {{Fact::days, "2"}}};
    CHECK(found_in({suspension,
                    {EventKind::permanent_exclusion,
                     "2026-11-16",
                     {{Fact::changed_to, "turned_permanent"}}}})
              .contains("FND-09"));
    CHECK_FALSE(
        found_in({suspension, {EventKind::permanent_exclusion, "2026-11-16"}}).contains("FND-09"));
    // Straight after the suspension, by a new decision: to look at, not unlawful.
    const auto straight_after =
        found_in({suspension, {EventKind::permanent_exclusion, "2026-11-11"}});
    CHECK(straight_after.contains("FND-10"));
    CHECK_FALSE(straight_after.contains("FND-09"));
}

} // namespace casework_told_findings_test
