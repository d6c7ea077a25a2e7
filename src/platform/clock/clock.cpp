#include "platform/clock/clock.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace onroll {

namespace clock_detail {

/// 01:00 UTC on the last Sunday of a month.
Instant change_of_clocks(std::chrono::year year, std::chrono::month month)
{
    const Date last_sunday{year / month / std::chrono::Sunday[std::chrono::last]};
    return Instant{last_sunday} + std::chrono::hours{1};
}

Result<int> digits(std::string_view text)
{
    int number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, trouble] = std::from_chars(text.data(), end, number);
    if (trouble != std::errc{} || stop != end || text.front() == '-')
        return bad_input("A moment must be in digits");
    return number;
}

} // namespace clock_detail

bool is_british_summer_time(Instant instant)
{
    const auto year = std::chrono::year_month_day{std::chrono::floor<Days>(instant)}.year();
    return instant >= clock_detail::change_of_clocks(year, std::chrono::March) &&
           instant < clock_detail::change_of_clocks(year, std::chrono::October);
}

LondonTime in_london(Instant instant)
{
    const bool summer = is_british_summer_time(instant);
    const auto on_the_wall = summer ? instant + std::chrono::hours{1} : instant;
    const auto day = std::chrono::floor<Days>(on_the_wall);
    return LondonTime{day, std::chrono::floor<std::chrono::minutes>(on_the_wall - Instant{day}),
                      summer};
}

Instant start_of_day_in_london(Date day)
{
    // The clocks change at one in the morning, so at midnight the state of the evening before still
    // holds.
    const Instant midnight{day};
    const auto in_summer = midnight - std::chrono::hours{1};
    return is_british_summer_time(in_summer) ? in_summer : midnight;
}

std::string time_in_words(std::chrono::minutes since_midnight)
{
    const auto hour = since_midnight.count() / 60;
    const auto minute = since_midnight.count() % 60;
    if (minute == 0 && hour == 0) return "midnight";
    if (minute == 0 && hour == 12) return "midday";
    auto words = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
    if (minute > 0) words += (minute < 10 ? ":0" : ":") + std::to_string(minute);
    return words + (hour < 12 ? "am" : "pm");
}

std::string moment_in_words(Instant moment)
{
    const auto london = in_london(moment);
    return with_weekday(london.date) + " at " + time_in_words(london.since_midnight);
}

std::string utc_text(Instant instant)
{
    const auto day = std::chrono::floor<Days>(instant);
    const std::chrono::hh_mm_ss time{instant - Instant{day}};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03dZ",
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()),
                  static_cast<int>(time.subseconds().count()));
    return iso(day) + text.data();
}

Result<Instant> parse_instant(std::string_view text)
{
    const auto wrong = bad_input("A moment must be written in UTC, like 2026-11-23T09:15:00Z");
    const bool with_thousandths = text.size() == 24;
    if (text.size() != 20 && !with_thousandths) return wrong;
    if (text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z') return wrong;
    if (with_thousandths && text[19] != '.') return wrong;
    const auto day = parse_date(text.substr(0, 10));
    const auto hour = clock_detail::digits(text.substr(11, 2));
    const auto minute = clock_detail::digits(text.substr(14, 2));
    const auto second = clock_detail::digits(text.substr(17, 2));
    const auto thousandths =
        with_thousandths ? clock_detail::digits(text.substr(20, 3)) : Result<int>(0);
    if (!day || !hour || !minute || !second || !thousandths) return wrong;
    if (*hour > 23 || *minute > 59 || *second > 59) return wrong;
    return Instant{*day} + std::chrono::hours{*hour} + std::chrono::minutes{*minute} +
           std::chrono::seconds{*second} + std::chrono::milliseconds{*thousandths};
}

Instant SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

FixedClock::FixedClock(Date today) : now_(start_of_day_in_london(today) + std::chrono::hours{12}) {}

} // namespace onroll
