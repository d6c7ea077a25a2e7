// Term dates as people state them, and the calendar that follows: a local authority's dates, which
// its schools inherit and depart from. Sources: Education Act 2002 s32 (who sets term dates);
// Education Act 1996 s579(1) (school day); SI 2012/1033 reg 2 (more than three terms). Pure: no
// clock, no database.
#pragma once

#include "kernel/school_calendar.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::places {

using onroll::in_words; // of a date, beside those below

/// A closure with the words it was announced in.
struct StatedClosure {
    Date start{};
    Date end{}; ///< included
    ClosureReason reason = ClosureReason::holiday;
    std::string name{};
    bool operator==(const StatedClosure&) const = default;
};

/// Terms and closures as an authority or a school states them.
struct TermDates {
    TermSystem system = TermSystem::three;
    std::vector<Term> terms{}; ///< by start
    std::vector<StatedClosure> closures{};
    bool operator==(const TermDates&) const = default;
};

/// What a school does otherwise than its authority, or all that is known where the authority's
/// dates do not bind it.
struct Departures {
    std::optional<TermSystem> system{};
    /// In place of each term of the authority with which it shares a day, and of the closures
    /// inside that term.
    std::vector<Term> own_terms{};
    /// New dates for the authority's term with which it shares most days; that term's closures
    /// stay.
    std::vector<Term> moved_terms{};
    std::vector<StatedClosure>
        closures{};             ///< beside the authority's: INSET, closures, its own half terms
    std::vector<Date> opened{}; ///< days that the authority has closed and the school opens
    bool operator==(const Departures&) const = default;
    bool empty() const
    {
        return !system && own_terms.empty() && moved_terms.empty() && closures.empty() &&
               opened.empty();
    }
};

struct LayeredCalendar {
    std::optional<TermDates> authority{};
    Departures school{};
};

/// The terms and closures of the school once its departures are applied, ordered by date.
/// Source: Education Act 2002 s32; how departures combine is our convention (docs/decisions).
TermDates in_effect(const LayeredCalendar& layered);

/// The school's calendar. Bad input where no term is known, terms overlap or a period ends before
/// it starts. Source: as in_effect; Education Act 1996 s579(1) for what a school day is.
Result<SchoolCalendar> calendar_of(const LayeredCalendar& layered);
Result<SchoolCalendar> calendar_of(const TermDates& dates);

/// What is known of a school's term dates and where it comes from.
struct SchoolDates {
    LayeredCalendar layered{};
    std::string authority_source{}; ///< empty where the authority has stated none
    std::string school_source{};    ///< empty where the school has stated none
    bool any_terms() const { return !in_effect(layered).terms.empty(); }
};

/// Something in stated dates that a person should look at: the message says what and what to do.
struct CalendarProblem {
    std::string message;
    std::optional<Date> on{};
    bool operator==(const CalendarProblem&) const = default;
};

/// What cannot be: a period that ends before it starts, overlapping terms, a day opened that is a
/// weekend or bank holiday, a moved term that moves nothing. Empty where all is well. Source: our
/// conventions (docs/decisions).
std::vector<CalendarProblem> problems_in(const LayeredCalendar& layered);

/// What may be but is odd: a closure outside every term, more than 13 weeks without a break, a year
/// with under 180 or over 200 school days. Source: SI 1999/3181 reg 3 (190 days for maintained
/// schools); the bounds around it are ours.
std::vector<CalendarProblem> oddities_in(const TermDates& dates);

/// Holidays and half terms known, the terms are what lies between them; nothing is assumed before
/// the first or after the last. With up to three terms a half term becomes a closure inside its
/// term; with more than three each stretch is a term. Which holidays part terms: those over
/// Christmas, in March or April, and in July or August; a title that names one decides. Source: our
/// convention (docs/decisions).
TermDates terms_between(std::vector<StatedClosure> holidays, TermSystem system);

/// "Autumn term 2026" for a term that starts between August and December, "Spring term", "Summer
/// term". Source: common usage.
std::string season_name_of_term(Date start);

/// The school year that a day belongs to by its first year: 2026 for 1 August 2026 to 31 July 2027.
/// Source: the guidance's school year (DEF-03), cut at 31 July.
int school_year_of(Date day);

/// `2026/27`. Source: DEF-03.
std::string school_year_text(int first_year);

/// School days from 1 August of that year to 31 July of the next, as far as the calendar knows
/// them. Source: SI 1999/3181 reg 3.
SchoolDays school_days_in_year(const SchoolCalendar& calendar, int first_year);

/// What a day is in a calendar, for showing it.
enum class DayKind : std::uint8_t {
    school_day,
    weekend,
    bank_holiday,
    inset,
    half_term,
    holiday,
    closure,
    not_known
};

/// Source: as calendar_of; a bank holiday counts before a closure, and a closure in term before the
/// term.
DayKind kind_of_day(const TermDates& dates, Date day);

/// Names in storage and CSV: inset, half_term, holiday, closure. A bank holiday is never stored: it
/// is computed. Source: our file layout (docs/reference).
std::string_view key_of(ClosureReason reason);
std::optional<ClosureReason> closure_reason_named(std::string_view key);
std::string_view key_of(TermSystem system);
std::optional<TermSystem> term_system_named(std::string_view key);
std::string_view in_words(ClosureReason reason);

} // namespace onroll::places
