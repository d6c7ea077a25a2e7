#include "casework/told_stories.h"

#include "casework/case_answers.h"
#include "casework/told_events.h"

#include "law/evaluate.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace casework_told_stories_test {

using namespace onroll;
using namespace onroll::casework;
using check::Answers;
using check::Happened;

const Date today = date(2026, 11, 26);

law::School a_school()
{
    auto calendar = SchoolCalendar::create(
        {{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)},
         {"Spring 2027", date(2027, 1, 4), date(2027, 3, 25)},
         {"Summer 2027", date(2027, 4, 12), date(2027, 7, 21)}},
        {{date(2026, 10, 26), date(2026, 10, 30), ClosureReason::half_term}}, TermSystem::three);
    return {"school", law::SchoolType::academy, 999, std::move(*calendar)};
}

Answers permanent()
{
    Answers answers;
    answers.happened = Happened::permanent;
    answers.school = check::SchoolAnswer{.urn = Urn::parse("990022").value()};
    answers.started = date(2026, 11, 25);
    answers.started_half = law::Session::am;
    answers.decided = date(2026, 11, 24);
    answers.letter = true;
    answers.letter_says = check::Ticks{"reasons", "how_to_write"};
    answers.reason = check::Ticks{"behaviour", "needs"};
    answers.said = check::Ticks{"told_45"};
    answers.age = check::Age::school;
    answers.sen = check::Sen::plan;
    answers.disabled = true;
    answers.care = check::Care::social_worker;
    answers.side_asked = false;
    answers.work = true;
    answers.day_six = check::Answer<bool>::not_known();
    answers.account = "He was pushed first.";
    return answers;
}

StoryEvent told(const Answers& answers)
{
    const auto event = event_of_story(answers);
    REQUIRE(event);
    return *event;
}

TEST_CASE("each answer about an exclusion becomes a fact, and what is not known stays not known")
{
    const auto event = told(permanent());
    CHECK(event.kind == EventKind::permanent_exclusion);
    const auto& facts = event.facts;
    CHECK(facts.text(Fact::school) == "990022");
    CHECK(facts.day(Fact::happened_on) == date(2026, 11, 25));
    CHECK(facts.day(Fact::decided_on) == date(2026, 11, 24));
    CHECK(facts.yes(Fact::letter) == true);
    CHECK(facts.text(Fact::letter_says) ==
          "reasons how_to_make_representations where_to_send_representations "
          "only_as_the_checker_asks");
    CHECK(facts.text(Fact::reasons) == "behaviour needs_cannot_be_met");
    CHECK(facts.text(Fact::told_wrongly) == "days_45_make_it_permanent");
    CHECK(facts.yes(Fact::disabled) == true);
    CHECK(facts.yes(Fact::ehc_plan) == true);
    CHECK(facts.yes(Fact::looked_after) == false);
    CHECK(facts.yes(Fact::social_worker) == true);
    CHECK(facts.yes(Fact::age_18) == false);
    CHECK(facts.yes(Fact::account_taken) == false);
    CHECK(facts.yes(Fact::work_set) == true);
    CHECK_FALSE(facts.known(Fact::day_six));
    CHECK_FALSE(facts.known(Fact::exam_on));
    CHECK(facts.text(Fact::what_was_said) == "He was pushed first.");
    CHECK(event.to_ask.empty());
}

TEST_CASE("lengths, halves and lunchtimes are taken over as they were told")
{
    auto answers = permanent();
    answers.happened = Happened::suspended;
    answers.half_days = 5;
    answers.started_half = law::Session::pm;
    answers.exam_on = date(2026, 12, 1);
    auto facts = told(answers).facts;
    CHECK(facts.text(Fact::days) == "2.5");
    CHECK(facts.text(Fact::first_half) == "pm");
    CHECK(facts.day(Fact::exam_on) == date(2026, 12, 1));
    answers.happened = Happened::lunchtimes;
    answers.lunchtimes = 4;
    facts = told(answers).facts;
    CHECK(facts.number(Fact::lunchtimes) == 4);
    CHECK_FALSE(facts.known(Fact::days));
}

TEST_CASE(
    "a decision of the governors is taken over with its day, and what has no day is to be asked")
{
    auto answers = permanent();
    answers.wrote_to_board = true;
    answers.board = check::Board::stays;
    answers.board_letter = date(2026, 11, 26);
    answers.board_by = check::BoardBy::post;
    answers.earlier_any = true;
    const auto event = told(answers);
    CHECK(event.facts.is(Fact::board_outcome, "not_reinstate"));
    CHECK(event.facts.day(Fact::board_letter_on) == date(2026, 11, 26));
    CHECK(event.facts.yes(Fact::board_letter_by_post) == true);
    CHECK_FALSE(event.facts.known(Fact::wrote_to_board_on));
    CHECK(event.to_ask.size() == 2);
}

TEST_CASE("what is no exclusion has the facts of its own kind")
{
    Answers answers;
    answers.started = date(2026, 11, 24);
    answers.happened = Happened::part_time;
    answers.has_end = false;
    answers.agreed = true;
    answers.because = check::Because::staffing;
    auto event = told(answers);
    CHECK(event.kind == EventKind::part_time_timetable);
    CHECK(event.facts.yes(Fact::no_end) == true);
    CHECK(event.facts.yes(Fact::agreed) == true);
    CHECK(event.facts.is(Fact::because, "staffing"));

    answers.happened = Happened::unit;
    answers.where = check::Where::own_school;
    CHECK(told(answers).kind == EventKind::isolation);
    answers.where = check::Where::other_school;
    CHECK(told(answers).kind == EventKind::off_site_direction);

    answers.happened = Happened::moved;
    answers.said = check::Ticks{"threatened"};
    event = told(answers);
    CHECK(event.facts.yes(Fact::parent_agreed) == true);
    CHECK(event.facts.yes(Fact::threatened) == true);
    CHECK(event.facts.yes(Fact::trial) == false);

    answers.happened = Happened::home_education;
    answers.pressed = check::Ticks{"suggested", "written"};
    event = told(answers);
    CHECK(event.facts.is(Fact::suggested_by, "school"));
    CHECK(event.facts.yes(Fact::pressed) == true);
    CHECK(event.facts.yes(Fact::written) == true);
    CHECK(event.facts.yes(Fact::met_first) == false);

    answers.happened = Happened::off_roll;
    answers.why_off_roll = check::OffRollReason::attendance;
    CHECK(told(answers).facts.is(Fact::ground, "attendance"));

    answers.happened = Happened::sent_home;
    answers.times = 3;
    event = told(answers);
    CHECK(event.facts.yes(Fact::letter) == false);
    CHECK(event.to_ask.size() == 1);
}

TEST_CASE("where the family is not sure what happened there is no event to record")
{
    Answers answers;
    answers.happened = check::Answer<Happened>::not_known();
    CHECK_FALSE(event_of_story(answers));
    CHECK_FALSE(event_of_story({}));
}

Contact contact_of(const Answers& answers)
{
    Contact contact{.id = crypto::new_id<ContactId>(),
                    .told = {},
                    .taken_at = FixedClock(today).now(),
                    .taken_on = today,
                    .taken_by = crypto::new_id<access::UserId>()};
    contact.told.school_name = "Harbour Academy";
    contact.told.first_day = answers.started.value();
    return contact;
}

TEST_CASE("a story is offered once, also where no tick fits it, and a corrected contact goes first")
{
    auto answers = permanent();
    answers.happened = Happened::off_roll;
    auto contact = contact_of(answers);
    const std::vector<FamilyStory> stories{{contact.id, today, answers}};
    CHECK(told_without_event({contact}, {}).empty());
    const auto offered = told_without_event({contact}, {}, stories);
    REQUIRE(offered.size() == 1);
    CHECK(offered.front().kind == EventKind::off_roll);
    CHECK_FALSE(offered.front().happened);

    answers.happened = Happened::lunchtimes;
    contact.told.happened = {WhatHappened::suspended};
    contact.told.first_day = date(2026, 11, 20);
    const std::vector<FamilyStory> of_lunchtimes{{contact.id, today, answers}};
    const auto one = told_without_event({contact}, {}, of_lunchtimes);
    REQUIRE(one.size() == 1);
    CHECK(one.front().kind == EventKind::lunchtime_suspension);
    CHECK(one.front().happened == WhatHappened::suspended);
    CHECK(one.front().facts.day(Fact::happened_on) == date(2026, 11, 20));
    CHECK(one.front().facts.text(Fact::school_name) == "Harbour Academy");
    CHECK(told_event(contact, EventKind::lunchtime_suspension, of_lunchtimes));
    CHECK_FALSE(told_event(contact, EventKind::suspension, of_lunchtimes));
}

/// Duty and day, for what must or may be done.
std::multiset<std::string> dates_the_family_saw(const Answers& answers)
{
    check::Services services;
    services.find_school = [](Urn, std::optional<law::SchoolType>) -> Result<law::School> {
        return a_school();
    };
    services.search_schools = [](std::string_view) {
        return std::vector<check::SchoolChoice>{
            {Urn::parse("990022").value(), "Harbour Academy", "Tidemoor"}};
    };
    const auto story = check::understand(answers, services, today);
    REQUIRE(story);
    std::multiset<std::string> dates;
    for (const auto& duty : check::evaluate_main(story->history()).duties)
        if (duty.date) dates.insert(std::string(law::name(duty.type)) + " " + iso(*duty.date));
    return dates;
}

std::multiset<std::string> dates_of_the_case(const Answers& answers)
{
    const auto event = told(answers);
    const Event recorded{.id = crypto::new_id<EventId>(),
                         .case_id = crypto::new_id<CaseId>(),
                         .kind = event.kind,
                         .added_at = FixedClock(today).now(),
                         .added_by = crypto::new_id<access::UserId>(),
                         .version = 1,
                         .facts = event.facts};
    const auto told = told_history({recorded}, [](const std::optional<Urn>&, Date) {
        return Result<check::FoundSchool>(check::FoundSchool{a_school(), "Harbour", true});
    });
    std::multiset<std::string> dates;
    for (const auto& duty : law::evaluate(told.history()).duties)
        if (duty.date) dates.insert(std::string(law::name(duty.type)) + " " + iso(*duty.date));
    return dates;
}

TEST_CASE("the event gives the case the dates that the family saw")
{
    const auto compare = [](const Answers& answers) {
        const auto seen = dates_the_family_saw(answers);
        CHECK_FALSE(seen.empty());
        CHECK(dates_of_the_case(answers) == seen);
    };
    auto answers = permanent();
    compare(answers);
    answers.board = check::Board::stays;
    answers.board_letter = date(2026, 11, 26);
    answers.board_by = check::BoardBy::hand;
    compare(answers);
    answers = permanent();
    answers.happened = Happened::suspended;
    answers.half_days = 12;
    compare(answers);
    answers.half_days = 34;
    compare(answers);
    answers.happened = Happened::lunchtimes;
    answers.lunchtimes = 12;
    compare(answers);
}

TEST_CASE("an exam missed on a day that nobody knows brings the governors' limit into the case")
{
    auto answers = permanent();
    answers.happened = Happened::suspended;
    answers.half_days = 4;
    answers.exam = false;
    const std::string limit = "decide_by 2026-12-15";
    CHECK_FALSE(dates_of_the_case(answers).contains(limit));
    answers.exam = true;
    answers.exam_on = check::Answer<Date>::not_known();
    const auto event = told(answers);
    CHECK(event.facts.yes(Fact::exam_day_not_told) == true);
    REQUIRE(event.to_ask.size() == 1);
    CHECK(event.to_ask.front().find("ask on which day") != std::string::npos);
    CHECK(dates_of_the_case(answers).contains(limit));
    CHECK(dates_of_the_case(answers) == dates_the_family_saw(answers));
    answers.exam_on = date(2026, 11, 26);
    CHECK_FALSE(told(answers).facts.known(Fact::exam_day_not_told));
    CHECK(told(answers).to_ask.empty());
    CHECK(dates_of_the_case(answers) == dates_the_family_saw(answers));
}

TEST_CASE("what the family said of the school's conduct reaches the facts of the event")
{
    auto answers = permanent();
    answers.happened = Happened::suspended;
    answers.said =
        check::Ticks{"not_head", "return_condition", "no_end_date", "lengthened", "no_adjustment"};
    const auto facts = told(answers).facts;
    CHECK(facts.is(Fact::decided_by, "other"));
    CHECK(facts.is(Fact::return_condition, "meeting_with_parent"));
    CHECK(facts.yes(Fact::no_end) == true);
    CHECK(facts.is(Fact::changed_to, "lengthened"));
    CHECK(facts.yes(Fact::from_disability) == true);
    CHECK(facts.yes(Fact::adjustments) == false);
    answers.happened = Happened::permanent;
    const auto permanently = told(answers).facts;
    CHECK_FALSE(permanently.known(Fact::changed_to));
    CHECK_FALSE(permanently.known(Fact::return_condition));
    answers.said = check::Ticks{"turned_permanent"};
    CHECK(told(answers).facts.is(Fact::changed_to, "turned_permanent"));
    answers.happened = Happened::suspended;
    CHECK_FALSE(told(answers).facts.is(Fact::changed_to, "turned_permanent"));
}

} // namespace casework_told_stories_test
