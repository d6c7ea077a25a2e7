// What people type into boxes, and the numbers and dates that it means. Pure.
#pragma once

#include "platform/http/fields.h"

#include <optional>
#include <string>
#include <string_view>

namespace onroll::check {

/// Characters of a family's own account that are read; the rest is left out.
inline constexpr std::size_t longest_account = 2000;

/// As much of the text as is read, cut between characters (UTF-8).
std::string_view within_limit(std::string_view text);

/// One date in three boxes, as typed.
struct TypedDate {
    std::string day, month, year;
    bool empty() const { return day.empty() && month.empty() && year.empty(); }
};
TypedDate typed_date(const http::Fields& fields, const std::string& prefix);

/// Half days from whole or half days, as in "4" or "4.5"; nothing for anything else, or above 200
/// days.
std::optional<int> typed_half_days(std::string_view typed);
/// "4", "4.5".
std::string half_days_as_typed(int half_days);
/// "001", "933": a council's code with its three digits.
std::string council_as_typed(int code);

} // namespace onroll::check
