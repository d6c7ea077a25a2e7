#include "law/movement_answers.h"

#include "law/rules_movements.h"
#include "law/rules_reckoning.h"

namespace onroll::law {
namespace movement_answers_detail {

/// The day on which the pupil is back, or may be: a cancellation, or a decision to reinstate, from
/// the day after it.
std::optional<Date> back_on(const History& history, const Exclusion& exclusion)
{
    if (exclusion.cancelled && exclusion.cancelled->returned_on)
        return exclusion.cancelled->returned_on;
    const auto index = static_cast<std::size_t>(&exclusion - history.exclusions.data());
    for (const auto& event : history.events)
        if (event.exclusion == index &&
            (event.outcome == Outcome::reinstate || event.outcome == Outcome::reinstated))
            return event.on + Days{1};
    return std::nullopt;
}

/// How long a suspension is taken to last whose length nobody told, and no way back says.
enum class NotTold : std::uint8_t { shortest, open };

/// Whether one exclusion takes the half day.
bool takes(const History& history, const Exclusion& exclusion, const SchoolCalendar& calendar,
           Date on, Session session, NotTold not_told)
{
    const auto first = calendar.counted_from(exclusion.first_day, SchoolDays{1});
    if (!first || on < *first) return false;
    const auto back = back_on(history, exclusion);
    if (back && on >= *back) return false;
    const int half_days = 2 * calendar.between(*first, on).count + (session == Session::pm ? 1 : 0);
    const int place = half_days - (exclusion.first_session == Session::pm ? 1 : 0);
    if (exclusion.length_not_told)
        return back || not_told == NotTold::open ? place >= 0 : place == 0;
    return place >= 0 && (exclusion.kind == Kind::permanent || place < exclusion.sessions);
}

bool one_takes(const History& history, std::size_t school, Date on, Session session,
               NotTold not_told)
{
    const auto& calendar = history.schools[school]->calendar;
    if (!calendar.is_school_day(on)) return false;
    return std::any_of(history.exclusions.begin(), history.exclusions.end(),
                       [&](const Exclusion& one) {
                           return one.school == school && one.kind != Kind::lunchtime &&
                                  takes(history, one, calendar, on, session, not_told);
                       });
}

} // namespace movement_answers_detail

bool excluded_at(const History& history, std::size_t school, Date on, Session session)
{
    using namespace movement_answers_detail;
    return one_takes(history, school, on, session, NotTold::shortest);
}

bool may_be_excluded_at(const History& history, std::size_t school, Date on, Session session)
{
    using namespace movement_answers_detail;
    return one_takes(history, school, on, session, NotTold::open);
}

bool excluded_on(const History& history, std::size_t school, Date on)
{
    return excluded_at(history, school, on, Session::am) ||
           excluded_at(history, school, on, Session::pm);
}

bool lunchtime_suspension_on(const History& history, std::size_t school, Date on)
{
    const auto& calendar = history.schools[school]->calendar;
    return std::any_of(
        history.exclusions.begin(), history.exclusions.end(), [&](const Exclusion& one) {
            return one.school == school && one.kind == Kind::lunchtime &&
                   HalfDays::served(one, calendar, movement_answers_detail::back_on(history, one))
                           .within(on, on) > 0;
        });
}

std::optional<Date> last_day_served(const History& history, const Exclusion& exclusion)
{
    const auto& calendar = history.schools[exclusion.school]->calendar;
    const auto last = HalfDays::at_the_least(exclusion, calendar).last_day();
    const auto back = movement_answers_detail::back_on(history, exclusion);
    if (!back) return last;
    const auto before = calendar.last_before(*back);
    return last && before && !exclusion.length_not_told ? std::min(*last, *before) : before;
}

int excluded_days_in_a_row(const History& history, std::size_t school, Date on)
{
    const auto& calendar = history.schools[school]->calendar;
    int days = 0;
    for (std::optional<Date> day = on; day && excluded_on(history, school, *day);
         day = calendar.last_before(*day))
        ++days;
    return days;
}

Date day_of(const History&, const SentHome& one)
{
    return one.on;
}
Date day_of(const History&, const PartTimeTimetable& one)
{
    return one.starts_on;
}
Date day_of(const History&, const AttendanceRecord& one)
{
    Date first{};
    for (const auto& mark : one.marks)
        if (first == Date{} || mark.on < first) first = mark.on;
    return first;
}
Date day_of(const History&, const HomeEducationNotice& one)
{
    return one.on;
}
Date day_of(const History&, const RegisterDeletion& one)
{
    return one.on;
}
Date day_of(const History&, const RegisterEntry& one)
{
    return one.on;
}
Date day_of(const History&, const ManagedMove& one)
{
    return one.started_on;
}
Date day_of(const History&, const OffSiteDirection& one)
{
    return one.notice_on.value_or(one.starts_on);
}
Date day_of(const History&, const FairAccess& one)
{
    return one.accepted_on;
}
Date day_of(const History&, const InYearApplication& one)
{
    return one.received_on;
}
Date day_of(const History&, const PermanentExclusionBefore& one)
{
    return one.took_effect_on;
}
Date day_of(const History&, const Absence& one)
{
    return one.from;
}
Date day_of(const History&, const OutOfSchool& one)
{
    return one.from;
}
Date day_of(const History& history, const Funding& one)
{
    if (one.exclusion) return history.exclusions[*one.exclusion].first_day;
    return one.moved_on.value_or(Date{});
}
Date day_of(const History&, const RecordedNumber& one)
{
    return one.on;
}
Date day_of(const History& history, const ExclusionRecord& one)
{
    return history.exclusions[one.exclusion].first_day;
}
Date day_of(const History&, const Advice& one)
{
    return one.opened_on;
}
Date day_of(const History&, const EhcRequest& one)
{
    if (one.requested_on) return *one.requested_on;
    if (one.plan_or_last_review_on) return *one.plan_or_last_review_on;
    if (!one.decisions.empty()) return one.decisions.front().sent_on;
    return one.reviews.empty() ? Date{} : one.reviews.front().meeting_on;
}

std::string_view movement_id(const History& history, std::size_t index)
{
    std::string_view id;
    for_each_movement_list(history.movements, [&](const auto& list) {
        if (index < list.size() && id.empty()) id = list[index].id;
        index = index < list.size() ? static_cast<std::size_t>(-1) : index - list.size();
    });
    return id;
}

Date movement_day(const History& history, std::size_t index)
{
    Date day{};
    bool found = false;
    for_each_movement_list(history.movements, [&](const auto& list) {
        if (found) return;
        found = index < list.size();
        if (found)
            day = day_of(history, list[index]);
        else
            index -= list.size();
    });
    return day;
}

} // namespace onroll::law
