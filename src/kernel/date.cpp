#include "kernel/date.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <optional>
#include <vector>

namespace onroll {

namespace date_detail {

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

std::optional<int> whole_number(std::string_view text)
{
    int number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, trouble] = std::from_chars(text.data(), end, number);
    if (trouble != std::errc{} || stop != end || text.empty() || text.front() == '-')
        return std::nullopt;
    return number;
}

std::string without_spaces_and_stops(std::string_view text)
{
    std::string kept;
    for (const char c : text)
        if (!std::isspace(static_cast<unsigned char>(c)) && c != '.' && c != ',') kept += c;
    return kept;
}

std::optional<int> month_number(const std::string& text)
{
    if (const auto number = whole_number(text)) return number;
    if (text.size() < 3) return std::nullopt;
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (std::size_t i = 0; i < months.size(); ++i) {
        std::string name(months[i]);
        name[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(name[0])));
        if (name.starts_with(lower) || (lower == "sept" && i == 8)) return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

} // namespace date_detail

Date date(int year, unsigned month, unsigned day)
{
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month},
                                          std::chrono::day{day}};
    ensure(ymd.ok(), "a date written in the program exists");
    return Date{ymd};
}

Result<Date> parse_date(std::string_view iso)
{
    const auto wrong =
        bad_input("A date must be written as a year, month and day, like 2026-11-23");
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return wrong;
    const auto y = date_detail::whole_number(iso.substr(0, 4));
    const auto m = date_detail::whole_number(iso.substr(5, 2));
    const auto d = date_detail::whole_number(iso.substr(8, 2));
    if (!y || !m || !d || *y < 1000) return wrong;
    const std::chrono::year_month_day ymd{std::chrono::year{*y},
                                          std::chrono::month{static_cast<unsigned>(*m)},
                                          std::chrono::day{static_cast<unsigned>(*d)}};
    if (!ymd.ok()) return bad_input("A date must be a real date");
    return Date{ymd};
}

Result<Date> parse_typed_date(std::string_view day, std::string_view month, std::string_view year,
                              std::string_view label)
{
    const auto d = date_detail::without_spaces_and_stops(day);
    const auto m = date_detail::without_spaces_and_stops(month);
    const auto y = date_detail::without_spaces_and_stops(year);
    const std::string name(label);
    if (d.empty() && m.empty() && y.empty()) {
        std::string lower(name);
        if (!lower.empty())
            lower[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(lower[0])));
        return bad_input("Enter " + lower);
    }
    if (d.empty()) return bad_input(name + " must include a day", "day");
    if (m.empty()) return bad_input(name + " must include a month", "month");
    if (y.empty()) return bad_input(name + " must include a year", "year");
    const auto year_number = date_detail::whole_number(y);
    if (!year_number || *year_number < 1000 || *year_number > 9999)
        return bad_input(year_number ? name + " must have a year of 4 numbers"
                                     : name + " must be a real date",
                         "year");
    const auto month_value = date_detail::month_number(m);
    if (!month_value || *month_value < 1 || *month_value > 12)
        return bad_input(name + " must be a real date", "month");
    const auto day_number = date_detail::whole_number(d);
    const std::chrono::year_month_day ymd{
        std::chrono::year{*year_number}, std::chrono::month{static_cast<unsigned>(*month_value)},
        std::chrono::day{static_cast<unsigned>(day_number.value_or(0))}};
    if (!day_number || *day_number > 31 || !ymd.ok())
        return bad_input(name + " must be a real date", "day");
    return Date{ymd};
}

Result<Date> parse_written_date(std::string_view text, std::string_view label)
{
    if (const auto iso_date = parse_date(text)) return *iso_date;
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ' || c == '/' || c == '-' || c == ',' || c == '.') {
            if (!words.back().empty()) words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    if (words.back().empty()) words.pop_back();
    if (words.size() == 4 && !words[0].empty() &&
        std::isalpha(static_cast<unsigned char>(words[0][0])))
        words.erase(words.begin());
    if (words.empty()) return parse_typed_date("", "", "", label);
    if (words.size() != 3)
        return bad_input(std::string(label) +
                         " must include a day, a month and a year, like 27 3 2026");
    return parse_typed_date(words[0], words[1], words[2], label);
}

int year_of(Date d)
{
    return static_cast<int>(std::chrono::year_month_day{d}.year());
}
unsigned month_of(Date d)
{
    return static_cast<unsigned>(std::chrono::year_month_day{d}.month());
}
unsigned day_of(Date d)
{
    return static_cast<unsigned>(std::chrono::year_month_day{d}.day());
}
unsigned iso_weekday(Date d)
{
    return std::chrono::weekday{d}.iso_encoding();
}
bool is_weekend(Date d)
{
    return iso_weekday(d) >= 6;
}

std::string iso(Date d)
{
    const std::chrono::year_month_day ymd{d};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                  static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    return text.data();
}

std::string in_words(Date d)
{
    return std::to_string(day_of(d)) + " " + std::string(date_detail::months[month_of(d) - 1]) +
           " " + std::to_string(year_of(d));
}

std::string_view weekday_name(Date d)
{
    return date_detail::weekdays[iso_weekday(d) - 1];
}

std::string with_weekday(Date d)
{
    return std::string(weekday_name(d)) + " " + in_words(d);
}

std::string in_table(Date d)
{
    const auto month = date_detail::months[month_of(d) - 1];
    return std::to_string(day_of(d)) + " " +
           std::string(month.substr(0, month == "September" ? 4 : 3)) + " " +
           std::to_string(year_of(d));
}

Date last_day_of_months_from(Date first, int months)
{
    const std::chrono::year_month_day ymd{first};
    const auto corresponding = ymd + std::chrono::months{months};
    if (corresponding.ok()) return Date{corresponding} - Days{1};
    return Date{std::chrono::year_month_day_last{
        corresponding.year(), std::chrono::month_day_last{corresponding.month()}}};
}

Date easter_sunday(int year)
{
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25,
              g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4,
              l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

} // namespace onroll
