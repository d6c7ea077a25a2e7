// The bank holidays of England and Wales: the yearly ones by rule, one-off days and moved days from
// data/reference. Source: Banking and Financial Dealings Act 1971, Schedule 1, and proclamations
// under it. Pure.
#pragma once

#include "kernel/date.h"

#include <span>
#include <string_view>
#include <vector>

namespace onroll {

struct BankHoliday {
    Date on;
    std::string_view name;
    bool operator==(const BankHoliday&) const = default;
};

/// The years for which the one-off days have been entered; outside them only the yearly rule is
/// known.
inline constexpr int first_bank_holiday_year = 2000;
inline constexpr int last_bank_holiday_year = 2060;

/// The bank holidays of one year, in order of date. Years from 2000 to 2060; empty outside them.
std::span<const BankHoliday> bank_holidays(int year);

bool is_bank_holiday(Date);

/// Monday to Friday and no bank holiday.
bool is_working_day(Date);

/// The `n`th working day after `from`, which is not counted.
Date working_day_after(Date from, int n);

} // namespace onroll
