// What every rule about movements shares: walking the lists in their one order, and adding a duty
// or finding only where its rule was in force. Pure; knows no rule.
#pragma once

#include "law/types.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace onroll::law {

/// Calls `each(list)` for each list of movements, in the order that indices follow.
template <class Each>
void for_each_movement_list(const Movements& all, Each each)
{
    each(all.sent_home);
    each(all.part_time_timetables);
    each(all.attendance);
    each(all.home_education_notices);
    each(all.register_deletions);
    each(all.register_entries);
    each(all.managed_moves);
    each(all.off_site_directions);
    each(all.fair_access);
    each(all.in_year_applications);
    each(all.permanent_exclusions_before);
    each(all.absences);
    each(all.out_of_school);
    each(all.funding);
    each(all.numbers);
    each(all.exclusion_records);
    each(all.advice);
    each(all.ehc_requests);
}

/// The index of the first movement of `list`, which is one of the lists of `all`.
template <class One>
std::size_t first_movement_of(const Movements& all, const std::vector<One>& list)
{
    std::size_t before = 0;
    bool found = false;
    for_each_movement_list(all, [&](const auto& other) {
        found = found || static_cast<const void*>(&other) == static_cast<const void*>(&list);
        if (!found) before += other.size();
    });
    return before;
}

/// The day whose law applies to a movement. Source: VER-01, applied to movements.
Date day_of(const History&, const SentHome&);
Date day_of(const History&, const PartTimeTimetable&);
Date day_of(const History&, const AttendanceRecord&);
Date day_of(const History&, const HomeEducationNotice&);
Date day_of(const History&, const RegisterDeletion&);
Date day_of(const History&, const RegisterEntry&);
Date day_of(const History&, const ManagedMove&);
Date day_of(const History&, const OffSiteDirection&);
Date day_of(const History&, const FairAccess&);
Date day_of(const History&, const InYearApplication&);
Date day_of(const History&, const PermanentExclusionBefore&);
Date day_of(const History&, const Absence&);
Date day_of(const History&, const OutOfSchool&);
Date day_of(const History&, const Funding&);
Date day_of(const History&, const RecordedNumber&);
Date day_of(const History&, const ExclusionRecord&);
Date day_of(const History&, const Advice&);
Date day_of(const History&, const EhcRequest&);

/// Where the answers about one movement go.
class MovementAnswers {
public:
    MovementAnswers(const History& history, std::size_t movement, Date day, Evaluation& out)
        : history_(history), movement_(movement), day_(day), out_(out)
    {
    }

    const History& history() const { return history_; }
    /// The day whose law applies.
    Date day() const { return day_; }
    /// The number in force on that day; nothing where it is not known.
    std::optional<int> value(ValueId id) const { return value_on(id, day_); }

    /// Adds a row with a date, or one that says that the term dates do not reach it. Null, and no
    /// row, where the rule was not in force.
    Duty* duty_by(RuleId rule, Actor actor, DutyType type, std::optional<Date> by)
    {
        auto* row = duty(rule, actor, type);
        if (!row) return nullptr;
        row->date = by;
        if (!by) row->missing = Missing::term_dates;
        return row;
    }
    /// Adds a row that has no date of its own.
    Duty* duty(RuleId rule, Actor actor, DutyType type)
    {
        if (!in_force_on(rule, day_)) return nullptr;
        auto& row = out_.duties.emplace_back();
        row.rule = rule;
        row.exclusion = movement_;
        row.subject = Duty::Subject::movement;
        row.actor = actor;
        row.type = type;
        return &row;
    }
    /// Adds a finding; `reason` is the code of the fact that shows it.
    Finding* finding(RuleId rule, Severity severity, std::string_view reason)
    {
        if (!in_force_on(rule, day_)) return nullptr;
        auto& found = out_.findings.emplace_back();
        found.rule = rule;
        found.exclusion = movement_;
        found.subject = Duty::Subject::movement;
        found.severity = severity;
        found.reason = reason;
        return &found;
    }
    /// A limit that a recorded act missed.
    void late(RuleId rule, std::string_view reason, std::optional<Date> due,
              std::optional<Date> act)
    {
        if (!due || !act || *act <= *due) return;
        if (auto* found = finding(rule, Severity::breach, reason)) {
            found->due = due;
            found->held = act;
        }
    }

private:
    const History& history_;
    std::size_t movement_;
    Date day_;
    Evaluation& out_;
};

/// Calls `rules(movement, answers)` for each movement of one list.
template <class One, class Rules>
void for_each_movement(const History& history, const std::vector<One>& list, Evaluation& out,
                       Rules rules)
{
    if (list.empty()) return;
    auto index = first_movement_of(history.movements, list);
    for (const auto& one : list) {
        MovementAnswers answers(history, index++, day_of(history, one), out);
        rules(one, answers);
    }
}

/// True where the fact was given and is `true`.
inline bool yes(const std::optional<bool>& fact)
{
    return fact && *fact;
}
/// True where the fact was given and is `false`.
inline bool no(const std::optional<bool>& fact)
{
    return fact && !*fact;
}

/// The calendar of a movement's school.
template <class One>
const SchoolCalendar& calendar_of(const History& history, const One& one)
{
    return history.schools[one.school]->calendar;
}

/// Whether an exclusion of the pupil from this school takes this half day. Lunchtimes take none.
/// Source: DEF-05, DEF-06.
bool excluded_at(const History&, std::size_t school, Date on, Session session);
/// As excluded_at, or that may be: a suspension whose length nobody told may go on.
/// Source: DEF-05, DEF-06.
bool may_be_excluded_at(const History&, std::size_t school, Date on, Session session);
/// As excluded_at, for either half of the day.
bool excluded_on(const History&, std::size_t school, Date on);
/// Whether a lunchtime suspension from this school falls on this day. Source: DEF-05.
bool lunchtime_suspension_on(const History&, std::size_t school, Date on);
/// The last day served of an exclusion; nothing while it has no end. The first, where nobody told
/// its length and no way back says it. Source: DEF-06, DEF-10.
std::optional<Date> last_day_served(const History&, const Exclusion&);
/// School days in a row, up to this one and with it, on which the pupil was excluded from this
/// school. Source: EDU-02.
int excluded_days_in_a_row(const History&, std::size_t school, Date on);
} // namespace onroll::law
