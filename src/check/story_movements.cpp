// What happened that is no exclusion, as the facts that the law engine reads.
#include "check/story_telling.h"

#include <algorithm>

namespace onroll::check::story_detail {

namespace story_movements_detail {

SentHomeReason reason_of(const Answer<Because>& because)
{
    if (because.is(Because::behaviour)) return SentHomeReason::behaviour;
    if (because.is(Because::staffing)) return SentHomeReason::staffing;
    if (because.is(Because::illness)) return SentHomeReason::illness;
    return because.known() ? SentHomeReason::other : SentHomeReason::unknown;
}

void tell_of_being_sent_home(Telling& tell)
{
    const auto& answers = tell.answers;
    SentHome one;
    one.id = "sent home";
    one.on = tell.day_of_it();
    one.how = answers.happened.is(Happened::collected_early) ? SentHomeHow::early_collection
                                                             : SentHomeHow::sent_home;
    one.reason = reason_of(answers.because);
    if (answers.agreed.known()) one.parent_agreed = answers.agreed.is(true);
    auto& all = tell.history().movements.sent_home;
    all.push_back(one);
    // Further times are taken on the school days before, so that a pattern is seen as one. Only the
    // early collections are counted by a rule.
    std::optional<Date> before = one.on;
    if (one.how == SentHomeHow::early_collection)
        for (int i = 1; i < std::min(answers.times.value_or(1), 20) && before; ++i) {
            before = tell.calendar().last_before(*before);
            if (!before) break;
            auto again = one;
            again.id += " " + std::to_string(i);
            again.on = *before;
            all.push_back(again);
        }
    if (answers.because.is_not_known()) tell.assume("assumed.because");
    // What would follow if the school says that it was a suspension.
    if (one.reason != SentHomeReason::illness) {
        auto history = tell.history();
        history.movements.sent_home.clear();
        Exclusion as_suspension;
        as_suspension.id = "exclusion";
        as_suspension.decided_on = as_suspension.board_notified_on = as_suspension.first_day =
            one.on;
        as_suspension.first_session = answers.started_half.value_or(Session::am);
        as_suspension.sessions = 1;
        history.exclusions.push_back(as_suspension);
        tell.story.more_ways.push_back({"if.suspended", std::move(history)});
    }
}

void tell_of_a_timetable(Telling& tell)
{
    const auto& answers = tell.answers;
    PartTimeTimetable one;
    one.id = "timetable";
    one.starts_on = tell.day_of_it();
    if (answers.ends.known()) one.ends_on = *answers.ends.value();
    one.no_end = answers.has_end.is(false);
    if (answers.agreed.known()) one.agreed = answers.agreed.is(true);
    if (answers.because.known()) one.for_behaviour = answers.because.is(Because::behaviour);
    one.still_running_on = tell.today;
    if (answers.has_end.is_not_known()) tell.assume("assumed.end");
    tell.history().movements.part_time_timetables.push_back(std::move(one));
}

void tell_of_a_unit(Telling& tell)
{
    const auto& answers = tell.answers;
    const auto day = tell.day_of_it();
    // A room in the child's own school is no direction off site: nothing follows in law but what
    // the page says about it.
    if (answers.where.is(Where::own_school)) return;
    if (answers.where.is(Where::online) || answers.where.is_not_known()) {
        tell.assume("assumed.where");
        return;
    }
    OffSiteDirection one;
    one.id = "direction";
    one.starts_on = day;
    if (answers.ends.known()) one.ends_on = *answers.ends.value();
    one.no_end = answers.has_end.is(false);
    if (answers.letter.is(false)) one.notice_items.emplace();
    if (answers.sen.known()) one.ehc_plan = answers.sen.is(Sen::plan);
    tell.history().movements.off_site_directions.push_back(std::move(one));
}

void tell_of_a_move(Telling& tell)
{
    const auto& answers = tell.answers;
    ManagedMove one;
    one.id = "move";
    one.started_on = tell.day_of_it();
    if (answers.agreed.known()) one.agreed_by_parent = answers.agreed.is(true);
    if (answers.said.known()) {
        one.threatened = answers.said.value()->contains("threatened");
        one.trial = answers.said.value()->contains("trial");
    }
    if (answers.sen.known()) one.ehc_plan = answers.sen.is(Sen::plan);
    tell.history().movements.managed_moves.push_back(std::move(one));
}

void tell_of_home_education(Telling& tell)
{
    const auto& answers = tell.answers;
    HomeEducationNotice one;
    one.id = "home education";
    one.on = tell.day_of_it();
    if (answers.pressed.known()) {
        const auto& ticks = *answers.pressed.value();
        one.pressed = ticks.contains("suggested") || ticks.contains("warned");
        if (ticks.contains("warned")) one.warned_of_permanent_exclusion_on = one.on;
        one.written = ticks.contains("written");
        one.met_first = ticks.contains("met");
    }
    tell.history().movements.home_education_notices.push_back(std::move(one));
}

void tell_of_the_register(Telling& tell)
{
    const auto& answers = tell.answers;
    RegisterDeletion one;
    one.id = "register";
    one.on = tell.day_of_it();
    // Attendance and "no reason" are no ground of their own; the others each have conditions that
    // the family cannot see from outside.
    one.no_ground = answers.why_off_roll.is(OffRollReason::no_reason) ||
                    answers.why_off_roll.is(OffRollReason::attendance);
    if (answers.why_off_roll.is_not_known()) tell.assume("assumed.off_roll");
    tell.history().movements.register_deletions.push_back(std::move(one));
}

} // namespace story_movements_detail

void tell_of_a_movement(Telling& tell)
{
    using namespace story_movements_detail;
    switch (*tell.answers.happened.value()) {
    case Happened::sent_home:
    case Happened::collected_early:
        tell_of_being_sent_home(tell);
        break;
    case Happened::part_time:
        tell_of_a_timetable(tell);
        break;
    case Happened::unit:
        tell_of_a_unit(tell);
        break;
    case Happened::moved:
        tell_of_a_move(tell);
        break;
    case Happened::home_education:
        tell_of_home_education(tell);
        break;
    case Happened::off_roll:
        tell_of_the_register(tell);
        break;
    case Happened::suspended:
    case Happened::permanent:
    case Happened::lunchtimes:
        break;
    }
}

} // namespace onroll::check::story_detail
