#include "casework/told_exclusions.h"

#include "casework/told_stories.h"

#include "law/circumstance_codes.h"
#include "law/rules_reckoning.h"

#include <algorithm>
#include <utility>

namespace onroll::casework::told_history_detail {

using namespace law;

bool is_afternoon(Telling& tell, const Event& event)
{
    if (!event.facts.known(Fact::first_half))
        tell.taken(event, "nobody told which half of the day it was, so it is taken to be the "
                          "morning");
    return event.facts.is(Fact::first_half, "pm");
}

void tell_of_the_child(History& history, const Facts& facts)
{
    auto& pupil = history.pupil;
    pupil.disabled = pupil.disabled || facts.yes(Fact::disabled).value_or(false);
    pupil.looked_after = pupil.looked_after || facts.yes(Fact::looked_after).value_or(false);
    pupil.social_worker =
        pupil.social_worker || pupil.looked_after || facts.yes(Fact::social_worker).value_or(false);
    pupil.age_18_or_over = pupil.age_18_or_over || facts.yes(Fact::age_18).value_or(false);
    if (const auto plan = facts.yes(Fact::ehc_plan)) pupil.circumstances.ehc_plan = *plan;
}

template <class Point, class Set>
void each_tick(const Facts& facts, Fact fact, Set set)
{
    for (const auto code : Codes<Point>::all)
        if (facts.ticked(fact, code)) set(*point_of<Point>(code));
}

/// What a family is not asked by the checker is not known, where only its answers were taken.
bool is_looked_for(const Facts& facts, LetterItem item)
{
    switch (item) {
    case LetterItem::pupils_part:
    case LetterItem::right_to_be_represented:
    case LetterItem::right_to_bring_a_friend:
    case LetterItem::remote_meeting_request:
    case LetterItem::advice_sources:
        return !facts.ticked(Fact::letter_says, only_as_the_checker_asks);
    default:
        return true;
    }
}

/// What the letter says, from the ticks: what the form offered and was not ticked is not in it.
void tell_of_the_letter(const Facts& facts, Exclusion& one)
{
    if (facts.yes(Fact::letter) == false) {
        one.circumstances.letter.emplace().items.set(LetterItem::in_writing, false);
        return;
    }
    const auto given = facts.day(Fact::letter_on);
    if (!facts.yes(Fact::letter).value_or(false) && !given) return;
    auto& letter = one.circumstances.letter.emplace();
    letter.given_on = given;
    letter.items.set(LetterItem::in_writing, true);
    if (!facts.known(Fact::letter_says)) return;
    for (const auto item :
         {LetterItem::reasons, LetterItem::period, LetterItem::right_to_make_representations,
          LetterItem::how_to_make_representations, LetterItem::where_to_send_representations,
          LetterItem::pupils_part, LetterItem::right_to_attend, LetterItem::right_to_be_represented,
          LetterItem::right_to_bring_a_friend, LetterItem::remote_meeting_request,
          LetterItem::public_place_days, LetterItem::work_set_and_marked,
          LetterItem::day_six_provision, LetterItem::advice_sources}) {
        const bool says = facts.ticked(Fact::letter_says, code(item));
        if (says || is_looked_for(facts, item)) letter.items.set(item, says);
    }
}

template <class Point>
std::optional<Point> chosen(const Facts& facts, Fact fact)
{
    if (!facts.known(fact)) return std::nullopt;
    return point_of<Point>(facts.text(fact));
}

DecidedBy decided_by(const Facts& facts)
{
    if (facts.is(Fact::decided_by, "acting_head_teacher")) return DecidedBy::acting_head_teacher;
    if (facts.is(Fact::decided_by, "deputy_head_teacher")) return DecidedBy::deputy_head_teacher;
    return facts.is(Fact::decided_by, "other") ? DecidedBy::other : DecidedBy::head_teacher;
}

void tell_what_the_school_said(const Facts& facts, Exclusion& one)
{
    auto& circumstances = one.circumstances;
    one.decided_by = decided_by(facts);
    if (one.kind == Kind::suspension) circumstances.no_end_date = facts.yes(Fact::no_end);
    circumstances.return_condition = chosen<ReturnCondition>(facts, Fact::return_condition);
    circumstances.changed_without_new_decision = chosen<ChangeMade>(facts, Fact::changed_to);
    circumstances.behaviour_arose_from_disability = facts.yes(Fact::from_disability);
    circumstances.reasonable_adjustments_recorded = facts.yes(Fact::adjustments);
    circumstances.counted = facts.yes(Fact::lunchtimes_counted);
    if (const auto council = facts.yes(Fact::council_asked_first))
        circumstances.prior_contact.set(law::Contact::local_authority, *council);
    if (const auto head = facts.yes(Fact::virtual_head_asked_first))
        circumstances.prior_contact.set(law::Contact::virtual_school_head, *head);
}

/// Told on a day, or never; nothing where neither is known.
std::optional<Told> told_of(const Facts& facts, Fact whether, Fact when)
{
    if (const auto on = facts.day(when)) return Told{.on = on};
    if (facts.yes(whether) == false) return Told{};
    return std::nullopt;
}

void tell_who_was_told(const Facts& facts, Exclusion& one)
{
    auto& told = one.circumstances.told;
    told.local_authority = told_of(facts, Fact::council_told, Fact::council_told_on);
    told.board = told_of(facts, Fact::board_told, Fact::board_told_on);
    told.social_worker = told_of(facts, Fact::social_worker_told, Fact::social_worker_told_on);
    told.virtual_school_head = told_of(facts, Fact::virtual_head_told, Fact::virtual_head_told_on);
    if (const auto on = facts.day(Fact::public_days_on))
        one.circumstances.s104_notice = Section104Notice{.on = *on};
}

std::vector<Refusal> refusals(const Facts& facts, Fact what, Fact why)
{
    std::vector<Refusal> refused;
    // Whether a refusal was lawful goes by its reason: where nobody said it, nothing follows.
    const auto reason = chosen<RefusalReason>(facts, why);
    if (!reason) return refused;
    each_tick<Refused>(facts, what, [&](Refused one) { refused.push_back({one, *reason}); });
    return refused;
}

void tell_of_the_meetings(const Facts& facts, Exclusion& one)
{
    auto refused = refusals(facts, Fact::board_refused, Fact::board_refusal_reason);
    if (!refused.empty() || facts.known(Fact::board_no_meeting)) {
        auto& board = one.circumstances.board.emplace();
        board.refused = std::move(refused);
        board.no_meeting_held = facts.yes(Fact::board_no_meeting);
    }
    refused = refusals(facts, Fact::panel_refused, Fact::panel_refusal_reason);
    if (refused.empty() && !facts.known(Fact::panel_application) &&
        !facts.known(Fact::panel_met_on))
        return;
    auto& panel = one.circumstances.panel.emplace();
    panel.refused = std::move(refused);
    if (facts.is(Fact::panel_application, "accepted"))
        panel.application = ApplicationAnswer::accepted;
    if (facts.is(Fact::panel_application, "refused"))
        panel.application = ApplicationAnswer::refused;
    panel.held_on = facts.day(Fact::panel_met_on);
}

void tell_what_was_recorded(const Facts& facts, Exclusion& one)
{
    auto& circumstances = one.circumstances;
    each_tick<StatedReason>(facts, Fact::reasons,
                            [&](StatedReason reason) { circumstances.reasons.add(reason); });
    each_tick<WrongStatement>(facts, Fact::told_wrongly,
                              [&](WrongStatement wrong) { circumstances.wrongly_told.add(wrong); });
    if (const auto taken = facts.yes(Fact::account_taken))
        circumstances.before_deciding.set(Before::pupils_account_taken, *taken);
    circumstances.work_set_and_marked = facts.yes(Fact::work_set);
    if (const auto six = facts.yes(Fact::day_six)) circumstances.day_six.emplace().provided = six;
    tell_of_the_letter(facts, one);
}

void tell_what_followed(History& history, const Facts& facts, std::size_t exclusion)
{
    const auto add = [&](EventType type, Fact day, law::Outcome outcome = law::Outcome::none,
                         Method method = Method::delivered) {
        if (const auto on = facts.day(day))
            history.events.push_back({type, exclusion, *on, method, outcome});
    };
    const auto outcome = facts.is(Fact::board_outcome, "reinstate") ? law::Outcome::reinstate
                         : facts.is(Fact::board_outcome, "not_reinstate")
                             ? law::Outcome::not_reinstate
                             : law::Outcome::none;
    add(EventType::representations, Fact::wrote_to_board_on);
    add(EventType::board_meeting, Fact::board_met_on, outcome);
    if (outcome != law::Outcome::none)
        add(EventType::board_decision_notice, Fact::board_letter_on, outcome,
            facts.yes(Fact::board_letter_by_post).value_or(false) ? Method::first_class_post
                                                                  : Method::delivered);
    add(EventType::irp_application, Fact::review_asked_on);
    add(EventType::irp_waived, Fact::review_waived_on);
    const auto panel = facts.is(Fact::panel_outcome, "uphold")      ? law::Outcome::uphold
                       : facts.is(Fact::panel_outcome, "recommend") ? law::Outcome::recommend
                       : facts.is(Fact::panel_outcome, "quash")     ? law::Outcome::quash
                                                                    : law::Outcome::none;
    if (panel != law::Outcome::none)
        add(EventType::irp_decision_notice, Fact::panel_letter_on, panel);
    const auto again = facts.is(Fact::reconsidered_outcome, "reinstated") ? law::Outcome::reinstated
                       : facts.is(Fact::reconsidered_outcome, "not_reinstated")
                           ? law::Outcome::not_reinstated
                           : law::Outcome::none;
    if (again != law::Outcome::none) add(EventType::reconsideration, Fact::reconsidered_on, again);
    add(EventType::deleted_from_register, Fact::off_roll_on);
    add(EventType::discrimination_claim, Fact::claim_on);
}

/// Half days or lunchtimes; where nobody knows them, the law is asked for what hangs on no length.
void tell_the_length(Telling& tell, const Event& event, Exclusion& one)
{
    if (event.kind == EventKind::permanent_exclusion) return;
    const bool lunchtimes = event.kind == EventKind::lunchtime_suspension;
    if (lunchtimes)
        one.lunchtimes = std::max(0, event.facts.number(Fact::lunchtimes).value_or(0));
    else
        one.sessions = std::max(0, event.facts.half_days(Fact::days).value_or(0));
    one.length_not_told = one.sessions + one.lunchtimes < 1;
    if (!one.length_not_told) return;
    const std::string until =
        lunchtimes ? "how many lunchtimes it takes" : "how many school days it lasts";
    tell.not_asked(event, (event.facts.yes(Fact::no_end).value_or(false)
                               ? "it was given without an end, which the law does not allow. "
                               : "") +
                              std::string("what hangs on its length, such as the governors’ "
                                          "meeting and day six, has no date until it is known ") +
                              until);
}

Kind kind_of(EventKind kind)
{
    if (kind == EventKind::permanent_exclusion) return Kind::permanent;
    return kind == EventKind::lunchtime_suspension ? Kind::lunchtime : Kind::suspension;
}

void tell_of_an_exclusion(Telling& tell, const Event& event, std::size_t school, Date first_day)
{
    const auto& facts = event.facts;
    Exclusion one;
    one.id = event.id.text();
    one.school = school;
    one.kind = kind_of(event.kind);
    one.first_day = first_day;
    one.decided_on = facts.day(Fact::decided_on).value_or(first_day);
    one.board_notified_on = facts.day(Fact::board_told_on).value_or(one.decided_on);
    if (one.decided_on > first_day)
        return tell.not_asked(event, "the first day is before the decision. Correct one of them");
    if (!law_version_of(one.decided_on))
        return tell.not_asked(event, "the rules before 1 September 2012 were others");
    const auto& calendar = tell.told.owned.schools[school]->calendar;
    if (!calendar.counted_from(first_day, SchoolDays{1}))
        return tell.not_asked(event, "the first day is outside the school’s term dates that are "
                                     "held");
    tell_the_length(tell, event, one);
    if (event.kind == EventKind::suspension && is_afternoon(tell, event))
        one.first_session = Session::pm;
    if (!facts.known(Fact::decided_on))
        tell.taken(event, "the family is taken to have been told on the first day");
    if (!facts.known(Fact::board_told_on))
        tell.taken(event, "the governors are taken to have been told on the day of the decision");
    if (const auto exam = facts.day(Fact::exam_on))
        one.exam_dates.push_back(*exam);
    else
        one.exam_day_not_told = facts.yes(Fact::exam_day_not_told).value_or(false);
    if (const auto cancelled = facts.day(Fact::cancelled_on))
        one.cancelled = Cancellation{.on = *cancelled,
                                     .returned_on = facts.day(Fact::returned_on),
                                     .invalid = {},
                                     .everyone_told = facts.yes(Fact::everyone_told),
                                     .meeting_offered = facts.yes(Fact::meeting_offered)};
    if (one.cancelled)
        one.circumstances.readmitted_after_cancellation = facts.yes(Fact::readmitted);
    tell_what_was_recorded(facts, one);
    tell_what_the_school_said(facts, one);
    tell_who_was_told(facts, one);
    tell_of_the_meetings(facts, one);
    tell.history().exclusions.push_back(std::move(one));
    tell.told.of_exclusion.push_back(event.id);
    tell_what_followed(tell.history(), facts, tell.history().exclusions.size() - 1);
}

} // namespace onroll::casework::told_history_detail
