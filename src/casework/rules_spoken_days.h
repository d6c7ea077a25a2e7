// A day as somebody says it over the phone: "yesterday", "Tuesday", "6 11". Pure: today is given.
#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

#include <string_view>

namespace onroll::casework {

/// `today`, `yesterday`; a weekday for the last one, today included; a date with or without its
/// year, then the last such day that is not over sixty days ahead. bad_input, beginning with
/// `label`, for what is no day, or one over six years back or a year ahead.
/// Source: our convention, from how callers say it.
Result<Date> day_as_said(std::string_view said, std::string_view label, Date today);

} // namespace onroll::casework
