// Calendar dates: reading, writing, months. A Date is a civil date, never a moment; moments are UTC
// and live in platform/clock. Pure: no clock, no time zone.
#pragma once

#include "kernel/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace onroll {

using Date = std::chrono::sys_days;
using Days = std::chrono::days;

/// The date of a year, month and day that are known to exist, as in `date(2026, 11, 23)`; throws
/// Bug otherwise.
Date date(int year, unsigned month, unsigned day);

/// Reads ISO 8601 `2026-11-23`; anything else is bad input.
Result<Date> parse_date(std::string_view iso);

/// Reads what a person typed into three boxes. Month names and short names are accepted, as are two
/// spaces and full stops. Errors follow the order: missing, impossible. `label` starts the message,
/// as in "The date the suspension started".
Result<Date> parse_typed_date(std::string_view day, std::string_view month, std::string_view year,
                              std::string_view label);

/// Reads what a person wrote into one box: `23 November 2026`, `23/11/2026` or `2026-11-23`, with a
/// weekday or not.
Result<Date> parse_written_date(std::string_view text, std::string_view label);

int year_of(Date);
unsigned month_of(Date);
unsigned day_of(Date);
/// 1 for Monday to 7 for Sunday.
unsigned iso_weekday(Date);
bool is_weekend(Date);

/// `2026-11-23`
std::string iso(Date);
/// `23 November 2026`
std::string in_words(Date);
/// `Monday 23 November 2026`
std::string with_weekday(Date);
/// `Monday`
std::string_view weekday_name(Date);
/// `23 Nov 2026`, for tables
std::string in_table(Date);

/// The last day of a period of `months` months that starts with `first`: the day before the
/// corresponding day, or the last day of the month that has no corresponding day.
Date last_day_of_months_from(Date first, int months);

/// Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule).
Date easter_sunday(int year);

} // namespace onroll
