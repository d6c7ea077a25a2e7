#include "casework/told_stories.h"

namespace onroll::casework {
namespace told_stories_detail {

using check::Happened;

EventKind kind_told(const check::Answers& answers)
{
    switch (*answers.happened.value()) {
    case Happened::suspended:
        return EventKind::suspension;
    case Happened::permanent:
        return EventKind::permanent_exclusion;
    case Happened::lunchtimes:
        return EventKind::lunchtime_suspension;
    case Happened::sent_home:
        return EventKind::sent_home;
    case Happened::collected_early:
        return EventKind::collected_early;
    case Happened::part_time:
        return EventKind::part_time_timetable;
    case Happened::unit:
        return answers.where.is(check::Where::other_school) ? EventKind::off_site_direction
                                                            : EventKind::isolation;
    case Happened::moved:
        return EventKind::managed_move;
    case Happened::home_education:
        return EventKind::home_education;
    case Happened::off_roll:
        return EventKind::off_roll;
    }
    return EventKind::sent_home;
}

void set_day(Facts& facts, Fact fact, const check::Answer<Date>& answer)
{
    if (answer.known()) facts.set(fact, iso(*answer.value()));
}

void set_yes_no(Facts& facts, Fact fact, const check::Answer<bool>& answer)
{
    if (answer.known()) facts.set(fact, *answer.value() ? "yes" : "no");
}

bool has(const check::Answer<check::Ticks>& ticks, std::string_view code)
{
    return ticks.known() && ticks.value()->contains(code);
}

void add_tick(std::string& ticks, std::string_view key)
{
    ticks += (ticks.empty() ? "" : " ") + std::string(key);
}

/// "2.5" for five half days.
std::string days_of(int half_days)
{
    return std::to_string(half_days / 2) + (half_days % 2 == 0 ? "" : ".5");
}

void add_letter(const check::Answers& answers, Facts& facts)
{
    set_yes_no(facts, Fact::letter, answers.letter);
    if (!answers.letter.is(true) || !answers.letter_says.known()) return;
    std::string says;
    const auto add = [&](std::string_view code, std::initializer_list<std::string_view> keys) {
        if (!has(answers.letter_says, code)) return;
        for (const auto key : keys) add_tick(says, key);
    };
    add("reasons", {"reasons"});
    add("period", {"period"});
    add("right_to_write", {"right_to_make_representations"});
    add("how_to_write", {"how_to_make_representations", "where_to_send_representations"});
    add("meeting", {"right_to_attend"});
    add("public_places", {"public_place_days"});
    add("work", {"work_set_and_marked"});
    add("day_six", {"day_six_provision"});
    add_tick(says, only_as_the_checker_asks);
    facts.set(Fact::letter_says, says);
}

void add_length(const check::Answers& answers, EventKind kind, Facts& facts)
{
    // The checker asks about a day on which the school asked the family to fetch the child.
    if (kind == EventKind::collected_early) facts.set(Fact::asked_by, "school");
    if (kind == EventKind::suspension && answers.half_days.known())
        facts.set(Fact::days, days_of(*answers.half_days.value()));
    if (kind == EventKind::suspension && answers.started_half.known())
        facts.set(Fact::first_half, answers.started_half.is(law::Session::pm) ? "pm" : "am");
    if (kind == EventKind::lunchtime_suspension && answers.lunchtimes.known())
        facts.set(Fact::lunchtimes, std::to_string(*answers.lunchtimes.value()));
}

void add_reasons(const check::Answers& answers, Facts& facts)
{
    std::string reasons;
    if (has(answers.reason, "behaviour")) add_tick(reasons, "behaviour");
    if (has(answers.reason, "needs")) add_tick(reasons, "needs_cannot_be_met");
    if (has(answers.reason, "attainment")) add_tick(reasons, "attainment");
    if (has(answers.reason, "parent")) add_tick(reasons, "parent_conduct");
    facts.set(Fact::reasons, reasons);
    if (has(answers.said, "told_45")) facts.set(Fact::told_wrongly, "days_45_make_it_permanent");
}

/// What else the family said that the school said or did.
void add_said(const check::Answers& answers, EventKind kind, Facts& facts)
{
    if (has(answers.said, "not_head")) facts.set(Fact::decided_by, "other");
    if (has(answers.said, "return_condition") && kind != EventKind::permanent_exclusion)
        facts.set(Fact::return_condition, "meeting_with_parent");
    if (has(answers.said, "no_end_date") && kind == EventKind::suspension)
        facts.set(Fact::no_end, "yes");
    if (has(answers.said, "lengthened") && kind == EventKind::suspension)
        facts.set(Fact::changed_to, "lengthened");
    if (has(answers.said, "turned_permanent") && kind == EventKind::permanent_exclusion)
        facts.set(Fact::changed_to, "turned_permanent");
    if (!has(answers.said, "no_adjustment")) return;
    facts.set(Fact::from_disability, "yes");
    facts.set(Fact::adjustments, "no");
}

void add_child(const check::Answers& answers, Facts& facts)
{
    set_yes_no(facts, Fact::disabled, answers.disabled);
    if (answers.sen.known())
        facts.set(Fact::ehc_plan, answers.sen.is(check::Sen::plan) ? "yes" : "no");
    if (answers.care.known()) {
        const bool looked_after = answers.care.is(check::Care::looked_after);
        facts.set(Fact::looked_after, looked_after ? "yes" : "no");
        facts.set(Fact::social_worker,
                  looked_after || answers.care.is(check::Care::social_worker) ? "yes" : "no");
    }
    if (answers.age.known())
        facts.set(Fact::age_18, answers.age.is(check::Age::eighteen) ? "yes" : "no");
}

void add_exam(const check::Answers& answers, StoryEvent& told)
{
    set_day(told.facts, Fact::exam_on, answers.exam_on);
    if (!answers.exam.is(true) || answers.exam_on.known()) return;
    told.facts.set(Fact::exam_day_not_told, "yes");
    told.to_ask.emplace_back(
        "An exam or test is missed: ask on which day, and add it to the event.");
}

void add_board(const check::Answers& answers, StoryEvent& told)
{
    if (answers.wrote_to_board.is(true))
        told.to_ask.emplace_back(
            "The family has written to the governors: ask when, and add it to the event.");
    if (!answers.board_decided()) return;
    told.facts.set(Fact::board_outcome,
                   answers.board.is(check::Board::stays) ? "not_reinstate" : "reinstate");
    set_day(told.facts, Fact::board_letter_on, answers.board_letter);
    if (answers.board_by.known())
        told.facts.set(Fact::board_letter_by_post,
                       answers.board_by.is(check::BoardBy::post) ? "yes" : "no");
    if (!answers.board_letter.known())
        told.to_ask.emplace_back(
            "The governors have decided: ask for the day of their letter, and add it.");
}

void add_exclusion(const check::Answers& answers, StoryEvent& told)
{
    auto& facts = told.facts;
    set_day(facts, Fact::decided_on, answers.decided);
    add_length(answers, told.kind, facts);
    add_reasons(answers, facts);
    add_said(answers, told.kind, facts);
    add_letter(answers, facts);
    add_child(answers, facts);
    add_exam(answers, told);
    set_yes_no(facts, Fact::account_taken, answers.side_asked);
    set_yes_no(facts, Fact::work_set, answers.work);
    set_yes_no(facts, Fact::day_six, answers.day_six);
    add_board(answers, told);
    if (answers.earlier_any.is(true))
        told.to_ask.emplace_back("There were suspensions before this one: record each of them, so "
                                 "that its days are counted.");
}

std::string_view key_of_reason(check::Because because)
{
    switch (because) {
    case check::Because::behaviour:
        return "behaviour";
    case check::Because::staffing:
        return "staffing";
    case check::Because::illness:
        return "illness";
    case check::Because::other:
        return "other";
    }
    return "other";
}

std::string_view ground_told(check::OffRollReason reason)
{
    switch (reason) {
    case check::OffRollReason::home_education:
        return "home_education";
    case check::OffRollReason::moved:
        return "moved";
    case check::OffRollReason::excluded:
        return "other";
    case check::OffRollReason::attendance:
        return "attendance";
    case check::OffRollReason::no_reason:
        return "none";
    }
    return "other";
}

void add_home_education(const check::Answers& answers, Facts& facts)
{
    if (!answers.pressed.known()) return;
    const auto& said = answers.pressed;
    if (has(said, "suggested")) facts.set(Fact::suggested_by, "school");
    facts.set(Fact::pressed, has(said, "suggested") || has(said, "warned") ? "yes" : "no");
    facts.set(Fact::threatened, has(said, "warned") ? "yes" : "no");
    facts.set(Fact::written, has(said, "written") ? "yes" : "no");
    facts.set(Fact::met_first, has(said, "met") ? "yes" : "no");
}

void add_plan_of_the_child(const check::Answers& answers, Facts& facts)
{
    if (answers.sen.known())
        facts.set(Fact::ehc_plan, answers.sen.is(check::Sen::plan) ? "yes" : "no");
}

void add_end(const check::Answers& answers, Facts& facts)
{
    set_day(facts, Fact::ends_on, answers.ends);
    if (answers.has_end.known()) facts.set(Fact::no_end, answers.has_end.is(false) ? "yes" : "no");
}

void add_what_is_no_exclusion(const check::Answers& answers, StoryEvent& told)
{
    auto& facts = told.facts;
    if (told.kind == EventKind::home_education) return add_home_education(answers, facts);
    if (told.kind == EventKind::off_roll) {
        if (answers.why_off_roll.known())
            facts.set(Fact::ground, std::string(ground_told(*answers.why_off_roll.value())));
        return;
    }
    if (told.kind == EventKind::managed_move) {
        set_yes_no(facts, Fact::parent_agreed, answers.agreed);
        if (answers.said.known()) {
            facts.set(Fact::threatened, has(answers.said, "threatened") ? "yes" : "no");
            facts.set(Fact::trial, has(answers.said, "trial") ? "yes" : "no");
        }
        return add_plan_of_the_child(answers, facts);
    }
    if (told.kind == EventKind::off_site_direction) {
        add_end(answers, facts);
        set_yes_no(facts, Fact::letter, answers.letter);
        return add_plan_of_the_child(answers, facts);
    }
    if (answers.because.known())
        facts.set(Fact::because, std::string(key_of_reason(*answers.because.value())));
    if (told.kind == EventKind::isolation) return;
    set_yes_no(facts, Fact::agreed, answers.agreed);
    if (told.kind == EventKind::part_time_timetable) {
        add_end(answers, facts);
        return;
    }
    if (answers.happened.is(Happened::sent_home)) facts.set(Fact::letter, "no");
    set_yes_no(facts, Fact::letter, answers.letter);
    if (answers.times.value_or(1) > 1)
        told.to_ask.emplace_back("It happened " + std::to_string(answers.times.value_or(1)) +
                                 " times in four weeks: record each day.");
}

} // namespace told_stories_detail
using namespace told_stories_detail;

std::optional<StoryEvent> event_of_story(const check::Answers& answers)
{
    if (!answers.happened.known()) return std::nullopt;
    StoryEvent told{.kind = kind_told(answers)};
    if (answers.school.known() && answers.school.value()->urn)
        told.facts.set(Fact::school, answers.school.value()->urn->text());
    set_day(told.facts, Fact::happened_on, answers.started);
    told.facts.set(Fact::what_was_said, answers.account);
    if (is_exclusion(told.kind))
        add_exclusion(answers, told);
    else
        add_what_is_no_exclusion(answers, told);
    return told;
}

} // namespace onroll::casework
