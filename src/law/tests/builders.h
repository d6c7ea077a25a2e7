// Small histories for the tests of the law: a school with plain terms from 2012 to 2027, a pupil,
// exclusions and events. Dates are those of the invented school below.
#pragma once

#include "kernel/ensure.h"
#include "law/types.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace onroll::law::build {

/// Monday of the week that holds a day.
inline Date monday_of(Date day)
{
    return day - Days{iso_weekday(day) - 1};
}

/// Three terms a year from September 2012 to July 2027, alike in each: 3 September to 19 December,
/// 6 January to 28 March, 22 April to 22 July, each with a week of half term.
inline SchoolCalendar a_calendar(TermSystem system = TermSystem::three)
{
    std::vector<Term> terms;
    std::vector<Closure> closures;
    const auto week_off = [&](Date day) {
        const auto monday = monday_of(day);
        closures.push_back({monday, monday + Days{4}, ClosureReason::half_term});
    };
    for (int year = 2012; year <= 2026; ++year) {
        const auto next = std::to_string(year + 1);
        terms.push_back({"Autumn " + std::to_string(year), date(year, 9, 3), date(year, 12, 19)});
        terms.push_back({"Spring " + next, date(year + 1, 1, 6), date(year + 1, 3, 28)});
        terms.push_back({"Summer " + next, date(year + 1, 4, 22), date(year + 1, 7, 22)});
        week_off(date(year, 10, 28));
        week_off(date(year + 1, 2, 17));
        week_off(date(year + 1, 5, 28));
    }
    auto calendar = SchoolCalendar::create(std::move(terms), closures, system);
    ensure(calendar.has_value(), "the invented terms make a calendar");
    return std::move(calendar).value();
}

/// The calendar above, made once.
inline const SchoolCalendar& school_calendar()
{
    static const SchoolCalendar calendar = a_calendar();
    return calendar;
}

/// The invented school of each type, in authority 901.
inline const School& a_school(SchoolType type = SchoolType::maintained)
{
    static const std::map<SchoolType, School> schools = [] {
        std::map<SchoolType, School> all;
        for (const auto one :
             {SchoolType::maintained, SchoolType::academy, SchoolType::ap_academy, SchoolType::pru})
            all.emplace(one, School{"A", one, 901, school_calendar()});
        return all;
    }();
    return schools.at(type);
}

/// An exclusion decided on a day, from the next school day; half days count for suspensions, and
/// lunchtimes for lunchtime suspensions.
inline Exclusion an_exclusion(Kind kind, Date decided_on, int half_days = 0)
{
    Exclusion one;
    one.id = "E1";
    one.kind = kind;
    one.decided_on = one.board_notified_on = decided_on;
    const auto first = school_calendar().after(decided_on, SchoolDays{1});
    ensure(first.has_value(), "the invented calendar holds the day after the decision");
    one.first_day = *first;
    (kind == Kind::lunchtime ? one.lunchtimes : one.sessions) = half_days;
    return one;
}

/// A history that is added to; it owns nothing but itself, as the invented schools live for ever.
class Story {
public:
    explicit Story(SchoolType type = SchoolType::maintained)
    {
        history_.id = "H1";
        history_.schools.push_back(&a_school(type));
        history_.exclusions.reserve(16);
        history_.events.reserve(32);
    }

    /// A further school; the index to give to Exclusion::school.
    std::size_t add_school(const School& school)
    {
        history_.schools.push_back(&school);
        return history_.schools.size() - 1;
    }

    Exclusion& add(Exclusion one)
    {
        one.id = "E" + std::to_string(history_.exclusions.size() + 1);
        return history_.exclusions.emplace_back(std::move(one));
    }
    Exclusion& suspend(Date decided_on, int half_days)
    {
        return add(an_exclusion(Kind::suspension, decided_on, half_days));
    }
    Exclusion& suspend_lunchtimes(Date decided_on, int lunchtimes)
    {
        return add(an_exclusion(Kind::lunchtime, decided_on, lunchtimes));
    }
    Exclusion& exclude(Date decided_on) { return add(an_exclusion(Kind::permanent, decided_on)); }

    /// Something that happened about the last exclusion added.
    Event& happened(EventType type, Date on, Outcome outcome = Outcome::none,
                    Method method = Method::delivered)
    {
        ensure(!history_.exclusions.empty(), "an event is about an exclusion");
        return history_.events.emplace_back(
            Event{type, history_.exclusions.size() - 1, on, method, outcome});
    }

    Pupil& pupil() { return history_.pupil; }
    Exclusion& last() { return history_.exclusions.back(); }
    /// What else is recorded about the last exclusion added.
    Circumstances& facts() { return last().circumstances; }
    History& history() { return history_; }
    const History& history() const { return history_; }

private:
    History history_;
};

inline Story a_history(SchoolType type = SchoolType::maintained)
{
    return Story{type};
}

} // namespace onroll::law::build
