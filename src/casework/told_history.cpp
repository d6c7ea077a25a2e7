#include "casework/told_history.h"

#include "casework/told_exclusions.h"

#include "law/circumstance_codes.h"
#include "law/rules_reckoning.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace told_history_detail {

using namespace law;

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

SentHomeHow how_of(EventKind kind)
{
    if (kind == EventKind::collected_early) return SentHomeHow::early_collection;
    if (kind == EventKind::kept_away) return SentHomeHow::kept_away;
    if (kind == EventKind::study_leave) return SentHomeHow::study_leave;
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

/// What the register says of that half day, against what happened.
void tell_of_the_register(Telling& tell, const Event& event, const SentHome& sent)
{
    const auto& facts = event.facts;
    if (!facts.known(Fact::register_code)) return;
    AttendanceRecord one;
    one.id = event.id.text() + " register";
    one.school = sent.school;
    AttendanceMark mark;
    mark.on = sent.on;
    mark.session = is_afternoon(tell, event) ? MarkSession::pm : MarkSession::am;
    mark.code = facts.text(Fact::register_code);
    mark.at_home = facts.yes(Fact::at_home);
    // Sent home for behaviour, the pupil was so after an incident, and alone. For want of staff it
    // may have been the whole class, and where nobody told why, nothing is known of either.
    if (sent.reason == SentHomeReason::behaviour) mark.after_incident = mark.one_pupil_only = true;
    one.marks.push_back(std::move(mark));
    tell.history().movements.attendance.push_back(std::move(one));
    tell.origins.attendance.push_back(event.id);
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
    if (facts.is(Fact::asked_by, "parent")) one.asked_by = AskedBy::parent;
    const bool may_be_asked_by_family =
        event.kind == EventKind::collected_early || event.kind == EventKind::kept_away;
    if (may_be_asked_by_family && !facts.known(Fact::asked_by)) {
        one.asked_by = AskedBy::not_known;
        tell.not_asked(event,
                       "nobody told who asked for it. Find out: where it was the school, and "
                       "not the family, it may be a suspension that was not recorded");
    }
    one.year_group = facts.number(Fact::year_group);
    one.exam_season_from = facts.day(Fact::exams_from);
    one.exam_season_to = facts.day(Fact::exams_until);
    if (event.kind != EventKind::left_out) tell_of_the_register(tell, event, one);
    if (facts.is(Fact::left_out_of, "trip")) one.left_out_of = LeftOutOf::trip;
    if (facts.is(Fact::left_out_of, "club")) one.left_out_of = LeftOutOf::club;
    if (facts.is(Fact::left_out_of, "part_of_day")) one.left_out_of = LeftOutOf::part_of_day;
    tell.history().movements.sent_home.push_back(std::move(one));
    tell.origins.sent_home.push_back(event.id);
}

void tell_of_a_separation(Telling& tell, const Event& event, std::size_t school, Date from)
{
    const auto& facts = event.facts;
    Separation one;
    one.id = event.id.text();
    one.school = school;
    one.from = from;
    one.to = facts.day(Fact::ends_on);
    // A last day that nobody named is not yet a separation without one.
    if (!one.to && !facts.yes(Fact::no_end).value_or(false)) one.to = from + Days{731};
    if (facts.yes(Fact::as_discipline).value_or(false)) one.basis = SeparationBasis::disciplinary;
    one.dsl_led = facts.yes(Fact::led_by_safeguarding).value_or(true);
    one.s19_referral = facts.yes(Fact::council_asked);
    tell.history().separations.push_back(std::move(one));
    tell.told.of_separation.push_back(event.id);
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
    mark.session = is_afternoon(tell, event) ? MarkSession::pm : MarkSession::am;
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
    case EventKind::study_leave:
        return tell_of_being_sent_home(tell, event, school, on);
    case EventKind::isolation:
        return; // No rule speaks of a room in the child's own school; it is counted by its code.
    case EventKind::part_time_timetable:
        return tell_of_a_timetable(tell, event, school, on);
    case EventKind::wrong_code:
        return tell_of_a_mark(tell, event, school, on);
    case EventKind::safeguarding_separation:
        return tell_of_a_separation(tell, event, school, on);
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
    if (subject == law::Duty::Subject::separation) return of_separation.at(index);
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
