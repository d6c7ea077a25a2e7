// What forms of this part do alike with typed words and days. Pure.
#pragma once

#include "kernel/date.h"
#include "platform/http/fields.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace onroll::casework {

/// Letters as people count them: the first byte of each in UTF-8.
inline std::size_t count_of_letters(std::string_view text)
{
    std::size_t letters = 0;
    for (const char byte : text) letters += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
    return letters;
}

/// Without the blanks around it.
inline std::string without_blanks_around(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

/// The three boxes of a day.
inline void add_day(http::Fields& fields, std::string_view name, Date day)
{
    const std::string prefix = std::string(name) + "-";
    fields.add(prefix + "day", std::to_string(day_of(day)));
    fields.add(prefix + "month", std::to_string(month_of(day)));
    fields.add(prefix + "year", std::to_string(year_of(day)));
}

} // namespace onroll::casework
