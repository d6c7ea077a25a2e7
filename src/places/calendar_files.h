// Reads term dates from ICS and from CSV, and writes them. Which of the two a file is comes from
// its content. Sources: RFC 5545 (all-day events; DTEND is the day after the last), RFC 4180. Pure:
// no clock, no database.
#pragma once

#include "places/rules_calendar.h"
#include "places/types_import.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::places {

/// What a calendar file says. For a school the terms are its own and the closures come beside its
/// authority's.
struct CalendarFile {
    std::string what{}; ///< "Calendar (ICS)"
    std::string encoding{};
    TermDates dates{};
    std::vector<Term> moved_terms{};
    std::vector<Date> opened{};
    std::size_t rows = 0; ///< events or rows read
    std::size_t left_out = 0;
    std::vector<RowProblem> problems{};
    std::vector<std::string> notices{};
    std::vector<std::string> unknown_columns{};
};

/// Events become terms, half terms, INSET days and closures by their titles. Where no term is
/// named, terms are what lies between the holidays. Bank holidays are computed, so those in the
/// file are only compared. An event that is not understood is said in `notices`. Bad input where
/// the bytes are no calendar.
Result<CalendarFile> read_calendar_ics(std::string_view bytes, TermSystem system);

/// Columns kind, name, start, end; kinds term, moved_term, inset, half_term, holiday, closure,
/// open, term_system. Dates as 2026-09-01, 01/09/2026 or 1 September 2026; a blank end is the
/// start. Holidays between terms may be left out; without any term they part the terms, as in an
/// ICS file. Bad input where the columns are missing.
Result<CalendarFile> read_calendar_csv(std::string bytes, TermSystem system);

/// Either of the two, by content. Errors also for a file that cannot be read or is too large.
Result<CalendarFile> read_calendar_file(const std::filesystem::path& file, TermSystem system);

/// What the file means for a school.
Departures departures_of(const CalendarFile& file, TermSystem system);

/// A date as people write it: 2026-09-01, 01/09/2026, 1 September 2026.
Result<Date> read_day(std::string_view text);

/// The layout of read_calendar_csv.
std::string calendar_csv(const TermDates& dates);

/// All-day events, one for each term and closure. `owner` names the calendar and begins each UID,
/// which stays the same from one export to the next: "school-107001".
std::string calendar_ics(const TermDates& dates, std::string_view owner, std::string_view title,
                         Instant made);

} // namespace onroll::places
