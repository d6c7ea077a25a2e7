#include "access/rules_break_glass.h"

#include "kernel/bank_holidays.h"

#include <set>

namespace onroll::access {

bool reason_says_enough(std::string_view reason)
{
    const auto first = reason.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return false;
    reason = reason.substr(first, reason.find_last_not_of(" \t\r\n") - first + 1);
    std::size_t characters = 0;
    std::set<char> different;
    for (const char c : reason) {
        // A character of more than one byte counts once.
        if ((static_cast<unsigned char>(c) & 0xc0U) != 0x80U) ++characters;
        if (c != ' ' && c != '\n' && c != '\r') different.insert(c);
    }
    return characters >= shortest_reason && reason.size() <= longest_reason &&
           different.size() >= 5;
}

Date review_by(Date opened_on)
{
    return working_day_after(opened_on, review_within);
}

bool review_is_late(Date review_by, Date today)
{
    return today > review_by;
}

} // namespace onroll::access
