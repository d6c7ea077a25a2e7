#include "casework/told_history.h"

#include "kernel/ensure.h"
#include "law/circumstance_codes.h"
#include "law/rules_reckoning.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace told_history_detail {

using namespace law;

/// The events that each list of movements came from, in the order of the list.
struct Origins {
    std::vector<EventId> sent_home, timetables, attendance, home_education, deletions, moves,
        directions;
};

struct Telling {
    ToldHistory& told;
    const SchoolFor& school_for;
    Origins origins{};

    History& history() { return told.owned.history; }
    void taken(const Event& event, std::string_view words)
    {
        told.taken.push_back(std::string(in_words(event.kind)) + ": " + std::string(words));
    }
    void not_asked(const Event& event, std::string_view words)
    {
        told.not_asked.push_back(std::string(in_words(event.kind)) + ": " + std::string(words));
    }
};

/// The place of the event's school in the history; added where it is a new one.
std::optional<std::size_t> school_of(Telling& tell, const Event& event, Date around)
{
    const std::string urn(event.facts.text(Fact::school));
    for (std::size_t i = 0; i < tell.told.schools.size(); ++i)
        if (tell.told.schools[i].urn == urn) return i;
    std::optional<Urn> number;
    if (const auto parsed = Urn::parse(urn)) number = *parsed;
    auto found = tell.school_for(number, around);
    if (!found) {
        tell.not_asked(event, found.error().message);
        return std::nullopt;
    }
    auto& owned = tell.told.owned;
    const auto place = owned.schools.size();
    owned.schools.push_back(std::make_unique<School>(std::move(found->school)));
    owned.schools.back()->key = "school " + std::to_string(place + 1);
    owned.history.schools.push_back(owned.schools.back().get());
    auto name = found->name;
    if (name.empty()) name = event.facts.text(Fact::school_name);
    if (!found->held)
        tell.taken(event, "no term dates are held for the school, so each weekday but bank "
                          "holidays is counted as a school day");
    tell.told.schools.push_back({urn, std::move(name), found->held});
    return place;
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
          LetterItem::day_six_provision, LetterItem::advice_sources})
        letter.items.set(item, facts.ticked(Fact::letter_says, code(item)));
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

/// Half days or lunchtimes; false where the law cannot be asked without them.
bool tell_the_length(Telling& tell, const Event& event, Exclusion& one)
{
    if (event.kind == EventKind::suspension) {
        const auto half_days = event.facts.half_days(Fact::days);
        if (!half_days || *half_days < 1) {
            tell.not_asked(event, "no dates can be given until it is known how many school days "
                                  "it lasts");
            return false;
        }
        one.sessions = *half_days;
    }
    if (event.kind == EventKind::lunchtime_suspension) {
        one.lunchtimes = event.facts.number(Fact::lunchtimes).value_or(0);
        if (one.lunchtimes < 1) {
            tell.not_asked(event, "no dates can be given until it is known how many lunchtimes "
                                  "it takes");
            return false;
        }
    }
    return true;
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
    one.first_session = facts.is(Fact::first_half, "pm") ? Session::pm : Session::am;
    if (one.decided_on > first_day)
        return tell.not_asked(event, "the first day is before the decision. Correct one of them");
    if (!law_version_of(one.decided_on))
        return tell.not_asked(event, "the rules before 1 September 2012 were others");
    const auto& calendar = tell.told.owned.schools[school]->calendar;
    if (!calendar.counted_from(first_day, SchoolDays{1}))
        return tell.not_asked(event, "the first day is outside the school’s term dates that are "
                                     "held");
    if (!tell_the_length(tell, event, one)) return;
    if (!facts.known(Fact::decided_on))
        tell.taken(event, "the family is taken to have been told on the first day");
    if (!facts.known(Fact::board_told_on))
        tell.taken(event, "the governors are taken to have been told on the day of the decision");
    if (const auto exam = facts.day(Fact::exam_on)) one.exam_dates.push_back(*exam);
    if (const auto cancelled = facts.day(Fact::cancelled_on))
        one.cancelled = Cancellation{.on = *cancelled,
                                     .returned_on = facts.day(Fact::returned_on),
                                     .invalid = {},
                                     .everyone_told = {},
                                     .meeting_offered = {}};
    tell_what_was_recorded(facts, one);
    tell.history().exclusions.push_back(std::move(one));
    tell.told.of_exclusion.push_back(event.id);
    tell_what_followed(tell.history(), facts, tell.history().exclusions.size() - 1);
}

SentHomeHow how_of(EventKind kind)
{
    if (kind == EventKind::collected_early) return SentHomeHow::early_collection;
    if (kind == EventKind::kept_away) return SentHomeHow::kept_away;
    return kind == EventKind::left_out ? SentHomeHow::left_out : SentHomeHow::sent_home;
}

SentHomeReason reason_of(const Event& event)
{
    const auto& facts = event.facts;
    if (facts.is(Fact::because, "behaviour")) return SentHomeReason::behaviour;
    if (facts.is(Fact::because, "staffing")) return SentHomeReason::staffing;
    if (facts.is(Fact::because, "illness")) return SentHomeReason::illness;
    if (facts.is(Fact::because, "other")) return SentHomeReason::other;
    // Nobody is told to cool off for anything but behaviour.
    return event.kind == EventKind::cool_off ? SentHomeReason::behaviour : SentHomeReason::unknown;
}

void tell_of_being_sent_home(Telling& tell, const Event& event, std::size_t school, Date on)
{
    const auto& facts = event.facts;
    SentHome one;
    one.id = event.id.text();
    one.school = school;
    one.on = on;
    one.how = how_of(event.kind);
    one.reason = reason_of(event);
    one.parent_agreed = facts.yes(Fact::agreed);
    one.went_home = facts.yes(Fact::went_home).value_or(false);
    if (facts.is(Fact::left_out_of, "trip")) one.left_out_of = LeftOutOf::trip;
    if (facts.is(Fact::left_out_of, "club")) one.left_out_of = LeftOutOf::club;
    if (facts.is(Fact::left_out_of, "part_of_day")) one.left_out_of = LeftOutOf::part_of_day;
    tell.history().movements.sent_home.push_back(std::move(one));
    tell.origins.sent_home.push_back(event.id);
}

void tell_of_a_timetable(Telling& tell, const Event& event, std::size_t school, Date on)
{
    const auto& facts = event.facts;
    PartTimeTimetable one;
    one.id = event.id.text();
    one.school = school;
    one.starts_on = on;
    one.ends_on = facts.day(Fact::ends_on);
    one.no_end = facts.yes(Fact::no_end).value_or(false);
    one.agreed = facts.yes(Fact::agreed);
    if (facts.known(Fact::because)) one.for_behaviour = facts.is(Fact::because, "behaviour");
    if (const auto review = facts.day(Fact::review_planned_on)) one.reviews.emplace({*review});
    one.still_running_on = facts.day(Fact::still_running_on);
    one.code = facts.text(Fact::register_code);
    tell.history().movements.part_time_timetables.push_back(std::move(one));
    tell.origins.timetables.push_back(event.id);
}

void tell_of_a_mark(Telling& tell, const Event& event, std::size_t school, Date on)
{
    const auto& facts = event.facts;
    if (!facts.known(Fact::register_code))
        return tell.not_asked(event, "nothing follows until the code is known");
    AttendanceRecord one;
    one.id = event.id.text();
    one.school = school;
    AttendanceMark mark;
    mark.on = on;
    mark.session = facts.is(Fact::first_half, "pm") ? MarkSession::pm : MarkSession::am;
    mark.code = facts.text(Fact::register_code);
    mark.at_home = facts.yes(Fact::at_home);
    mark.after_incident = facts.yes(Fact::after_incident);
    one.marks.push_back(std::move(mark));
    tell.history().movements.attendance.push_back(std::move(one));
    tell.origins.attendance.push_back(event.id);
}

void tell_of_a_move(Telling& tell, const Event& event, std::size_t school, Date on)
{
    const auto& facts = event.facts;
    ManagedMove one;
    one.id = event.id.text();
    one.school = school;
    one.started_on = on;
    one.agreed_by_parent = facts.yes(Fact::parent_agreed);
    one.threatened = facts.yes(Fact::threatened);
    one.trial = facts.yes(Fact::trial);
    one.both_schools_agreed = facts.yes(Fact::both_schools_agreed);
    one.ehc_plan = facts.yes(Fact::ehc_plan);
    tell.history().movements.managed_moves.push_back(std::move(one));
    tell.origins.moves.push_back(event.id);
}

void tell_of_a_direction(Telling& tell, const Event& event, std::size_t school, Date on)
{
    const auto& facts = event.facts;
    OffSiteDirection one;
    one.id = event.id.text();
    one.school = school;
    one.starts_on = on;
    one.ends_on = facts.day(Fact::ends_on);
    one.no_end = facts.yes(Fact::no_end).value_or(false);
    one.notice_on = facts.day(Fact::notice_on);
    if (facts.yes(Fact::letter) == false) one.notice_items.emplace();
    one.ehc_plan = facts.yes(Fact::ehc_plan);
    tell.history().movements.off_site_directions.push_back(std::move(one));
    tell.origins.directions.push_back(event.id);
}

void tell_of_home_education(Telling& tell, const Event& event, std::size_t school, Date on)
{
    const auto& facts = event.facts;
    HomeEducationNotice one;
    one.id = event.id.text();
    one.school = school;
    one.on = on;
    one.written = facts.yes(Fact::written);
    const auto pressed = facts.yes(Fact::pressed);
    const bool by_school = facts.is(Fact::suggested_by, "school");
    if (pressed || facts.known(Fact::suggested_by))
        one.pressed = pressed.value_or(false) || by_school;
    if (facts.yes(Fact::threatened).value_or(false)) one.warned_of_permanent_exclusion_on = on;
    one.met_first = facts.yes(Fact::met_first);
    one.protection_enquiry_or_plan = facts.yes(Fact::social_worker);
    tell.history().movements.home_education_notices.push_back(std::move(one));
    tell.origins.home_education.push_back(event.id);
}

void tell_of_the_roll(Telling& tell, const Event& event, std::size_t school, Date on)
{
    RegisterDeletion one;
    one.id = event.id.text();
    one.school = school;
    one.on = on;
    // Attendance is no ground of its own; the others have conditions that cannot be seen from
    // outside.
    one.no_ground =
        event.facts.is(Fact::ground, "none") || event.facts.is(Fact::ground, "attendance");
    tell.history().movements.register_deletions.push_back(std::move(one));
    tell.origins.deletions.push_back(event.id);
}

void tell_of_a_movement(Telling& tell, const Event& event, std::size_t school, Date on)
{
    if (!law_version_of(on))
        return tell.not_asked(event, "the rules before 1 September 2012 were others");
    switch (event.kind) {
    case EventKind::suspension:
    case EventKind::lunchtime_suspension:
    case EventKind::permanent_exclusion:
        return tell_of_an_exclusion(tell, event, school, on);
    case EventKind::sent_home:
    case EventKind::sent_home_lunch:
    case EventKind::cool_off:
    case EventKind::collected_early:
    case EventKind::kept_away:
    case EventKind::left_out:
        return tell_of_being_sent_home(tell, event, school, on);
    case EventKind::isolation:
        return; // No rule speaks of a room in the child's own school; it is counted by its code.
    case EventKind::part_time_timetable:
        return tell_of_a_timetable(tell, event, school, on);
    case EventKind::wrong_code:
        return tell_of_a_mark(tell, event, school, on);
    case EventKind::off_site_direction:
        return tell_of_a_direction(tell, event, school, on);
    case EventKind::managed_move:
        return tell_of_a_move(tell, event, school, on);
    case EventKind::home_education:
        return tell_of_home_education(tell, event, school, on);
    case EventKind::off_roll:
        return tell_of_the_roll(tell, event, school, on);
    }
}

} // namespace told_history_detail

const EventId& ToldHistory::event_of(law::Duty::Subject subject, std::size_t index) const
{
    ensure(subject != law::Duty::Subject::separation, "no separation is told of");
    return subject == law::Duty::Subject::exclusion ? of_exclusion.at(index)
                                                    : of_movement.at(index);
}

ToldHistory told_history(const std::vector<Event>& events, const SchoolFor& school_for)
{
    using namespace told_history_detail;
    ToldHistory told;
    told.owned.history.id = "case";
    Telling tell{told, school_for};
    auto in_order = events;
    std::stable_sort(in_order.begin(), in_order.end(), [](const Event& one, const Event& other) {
        return one.on().value_or(Date{}) < other.on().value_or(Date{});
    });
    for (const auto& event : in_order) {
        if (event.facts.known(Fact::recorded_in_error)) continue;
        const auto on = event.on();
        if (!on) {
            tell.not_asked(event, "nothing can be counted until its day is known");
            continue;
        }
        const auto school = school_of(tell, event, *on);
        if (!school) continue;
        tell_of_the_child(told.owned.history, event.facts);
        tell_of_a_movement(tell, event, *school, *on);
    }
    for (auto* list : {&tell.origins.sent_home, &tell.origins.timetables, &tell.origins.attendance,
                       &tell.origins.home_education, &tell.origins.deletions, &tell.origins.moves,
                       &tell.origins.directions})
        told.of_movement.insert(told.of_movement.end(), list->begin(), list->end());
    return told;
}

} // namespace onroll::casework
