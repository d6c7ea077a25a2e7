// Numbers, counts and dates as people read them (conventions.md CV-28, CV-30). Pure: no clock.
#pragma once

#include "kernel/date.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::design {

/// `1,234,567`; minus is U+2212.
std::string with_thousands(std::int64_t number);

/// `1 school`, `12 schools`, `1,200 schools`. `many` is for words that do not just take an s.
std::string counted(std::int64_t number, std::string_view one, std::string_view many = {});

/// `1 school day`, `12 school days`.
std::string school_days_in_words(std::int64_t days);

/// How a deadline stands, counting the last day but not today: `3 school days left`, `Today`, `2
/// school days late`.
std::string school_days_left(std::int64_t days);

/// `6 to 10 July 2026`, `28 July to 3 August 2026`, `21 December 2026 to 4 January 2027`, `6 July
/// 2026`. Both included.
std::string date_range(Date first, Date last);

/// `Monday 6 July`: without the year, for a list whose year is plain.
std::string day_and_month(Date day);

/// `July 2026`
std::string month_and_year(Date day);

/// The school year that starts in `year`: `2026 to 2027` in prose, `2026/27` in table heads and
/// data.
std::string school_year_in_words(int year);
std::string school_year_in_table(int year);

/// `red`, `red and blue`, `red, blue and green`.
std::string listed(const std::vector<std::string>& items);

} // namespace onroll::design
