#include "casework/rules_spoken_days.h"

#include <array>
#include <optional>
#include <string>

namespace onroll::casework {
namespace rules_spoken_days_detail {

constexpr Days furthest_ahead{366};
constexpr Days furthest_back{6 * 366};
constexpr Days ahead_without_year{60};
constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                   "friday", "saturday", "sunday"};

std::string lower(std::string_view text)
{
    std::string word;
    for (const char c : text)
        if (c != ' ' && c != '.') word += (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
    return word;
}

/// "today", "Tuesday", "last tues".
std::optional<Date> relative_day(std::string_view said, Date today)
{
    auto word = lower(said);
    if (word.starts_with("last") && word.size() > 6) word.erase(0, 4);
    if (word == "today" || word == "thismorning" || word == "thisafternoon") return today;
    if (word == "yesterday") return today - Days{1};
    if (word.size() < 3) return std::nullopt;
    for (unsigned day = 0; day < weekdays.size(); ++day) {
        if (!weekdays[day].starts_with(word)) continue;
        const auto back = (iso_weekday(today) + 7 - (day + 1)) % 7;
        return today - Days{static_cast<int>(back)};
    }
    return std::nullopt;
}

/// "6 11" or "6 November": the last such day that is not far ahead.
std::optional<Date> without_year(std::string_view said, Date today)
{
    std::string text(said);
    while (!text.empty() && text.back() == ' ') text.pop_back();
    for (int year = year_of(today) + 1; year >= year_of(today) - 1; --year) {
        const auto day = parse_written_date(text + " " + std::to_string(year), "");
        if (day && *day <= today + ahead_without_year) return *day;
    }
    return std::nullopt;
}

} // namespace rules_spoken_days_detail

Result<Date> day_as_said(std::string_view said, std::string_view label, Date today)
{
    using namespace rules_spoken_days_detail;
    if (const auto day = relative_day(said, today)) return *day;
    auto day = parse_written_date(said, label);
    if (!day) {
        if (const auto short_day = without_year(said, today)) return *short_day;
        return bad_input(std::string(label) +
                         " must be a day, like yesterday, Tuesday or 6 11 2026");
    }
    if (*day > today + furthest_ahead || *day < today - furthest_back)
        return bad_input("Check the year of " + lower(label.substr(0, 1)) +
                         std::string(label.substr(1)));
    return day;
}

} // namespace onroll::casework
