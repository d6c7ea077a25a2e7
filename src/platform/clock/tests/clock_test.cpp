#include "platform/clock/clock.h"

#include <doctest/doctest.h>

#include <string>

namespace clock_test {

onroll::Instant at(std::string_view text)
{
    const auto instant = onroll::parse_instant(text);
    REQUIRE(instant.has_value());
    return instant.value();
}

std::string shown(const onroll::LondonTime& time)
{
    const auto minutes = time.since_midnight.count();
    auto two = [](auto n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return onroll::iso(time.date) + " " + two(minutes / 60) + ":" + two(minutes % 60) +
           (time.summer_time ? " BST" : " GMT");
}

TEST_CASE("the wall clock in London follows summer time")
{
    // SI 2002/262, art 2: one o'clock, Greenwich mean time, on the last Sundays of March and
    // October.
    struct Row {
        std::string_view utc;
        std::string_view london;
    };
    const Row rows[] = {
        {"2026-01-15T12:00:00Z", "2026-01-15 12:00 GMT"},
        {"2024-03-31T00:59:59.999Z", "2024-03-31 00:59 GMT"},
        {"2024-03-31T01:00:00Z", "2024-03-31 02:00 BST"},
        {"2026-03-29T00:59:59Z", "2026-03-29 00:59 GMT"},
        {"2026-03-29T01:00:00Z", "2026-03-29 02:00 BST"},
        {"2026-06-30T22:59:59Z", "2026-06-30 23:59 BST"},
        {"2026-06-30T23:00:00Z", "2026-07-01 00:00 BST"},
        {"2026-10-25T00:00:00Z", "2026-10-25 01:00 BST"},
        {"2026-10-25T00:59:59.999Z", "2026-10-25 01:59 BST"},
        {"2026-10-25T01:00:00Z", "2026-10-25 01:00 GMT"},
        {"2026-10-24T23:30:00Z", "2026-10-25 00:30 BST"},
        {"2026-10-25T23:30:00Z", "2026-10-25 23:30 GMT"},
        {"2027-10-31T00:59:59Z", "2027-10-31 01:59 BST"},
        {"2027-10-31T01:00:00Z", "2027-10-31 01:00 GMT"},
        {"2024-12-31T23:59:59Z", "2024-12-31 23:59 GMT"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.utc);
        CHECK(shown(onroll::in_london(at(row.utc))) == row.london);
    }
}

TEST_CASE("a civil date in London begins at midnight on the wall")
{
    CHECK(onroll::utc_text(onroll::start_of_day_in_london(onroll::date(2026, 1, 15))) ==
          "2026-01-15T00:00:00.000Z");
    CHECK(onroll::utc_text(onroll::start_of_day_in_london(onroll::date(2026, 7, 1))) ==
          "2026-06-30T23:00:00.000Z");
    CHECK(onroll::utc_text(onroll::start_of_day_in_london(onroll::date(2026, 3, 29))) ==
          "2026-03-29T00:00:00.000Z");
    CHECK(onroll::utc_text(onroll::start_of_day_in_london(onroll::date(2026, 3, 30))) ==
          "2026-03-29T23:00:00.000Z");
    CHECK(onroll::utc_text(onroll::start_of_day_in_london(onroll::date(2026, 10, 25))) ==
          "2026-10-24T23:00:00.000Z");
    CHECK(onroll::utc_text(onroll::start_of_day_in_london(onroll::date(2026, 10, 26))) ==
          "2026-10-26T00:00:00.000Z");
}

TEST_CASE("every day of ten years begins and ends on its own date")
{
    for (auto day = onroll::date(2020, 1, 1); day < onroll::date(2030, 1, 1);
         day += onroll::Days{1}) {
        const auto start = onroll::start_of_day_in_london(day);
        const auto before = start - std::chrono::milliseconds{1};
        CHECK(onroll::in_london(start) ==
              onroll::LondonTime{day, std::chrono::minutes{0},
                                 onroll::is_british_summer_time(start)});
        CHECK(onroll::in_london(before).date == day - onroll::Days{1});
    }
}

TEST_CASE("moments are written in UTC, at one length, and read back")
{
    CHECK(onroll::utc_text(at("2026-11-23T09:15:00Z")) == "2026-11-23T09:15:00.000Z");
    CHECK(onroll::utc_text(at("2026-11-23T09:15:00.250Z")) == "2026-11-23T09:15:00.250Z");
    CHECK(onroll::utc_text(at("1969-12-31T23:59:59.999Z")) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("what is not a moment in UTC is refused")
{
    for (const auto* text : {"", "2026-11-23", "2026-11-23T09:15:00", "2026-11-23T09:15:00+00:00",
                             "2026-11-23 09:15:00Z", "2026-02-30T09:15:00Z", "2026-11-23T24:00:00Z",
                             "2026-11-23T09:60:00Z", "2026-11-23T09:15:61Z", "2026-11-23T-9:15:00Z",
                             "2026-11-23T09:15:00.25 Z", "2026-11-23T09:15:00,250Z"}) {
        CAPTURE(text);
        CHECK_FALSE(onroll::parse_instant(text).has_value());
    }
}

TEST_CASE("a fixed clock stands still unless moved")
{
    onroll::FixedClock clock(onroll::date(2026, 7, 1));
    CHECK(onroll::utc_text(clock.now()) == "2026-07-01T11:00:00.000Z");
    CHECK(clock.today() == onroll::date(2026, 7, 1));
    clock.move_on(std::chrono::hours{12});
    CHECK(clock.today() == onroll::date(2026, 7, 2));
    clock.set(at("2026-10-24T23:30:00Z"));
    CHECK(clock.today() == onroll::date(2026, 10, 25));
}

TEST_CASE("the machine's clock goes forward from a sensible year")
{
    const onroll::SystemClock clock;
    const auto first = clock.now();
    CHECK(first > at("2025-01-01T00:00:00Z"));
    CHECK(clock.now() >= first);
}

TEST_CASE("a time of day is said as people say it")
{
    using std::chrono::minutes;
    CHECK(onroll::time_in_words(minutes{0}) == "midnight");
    CHECK(onroll::time_in_words(minutes{5}) == "12:05am");
    CHECK(onroll::time_in_words(minutes{9 * 60}) == "9am");
    CHECK(onroll::time_in_words(minutes{12 * 60}) == "midday");
    CHECK(onroll::time_in_words(minutes{12 * 60 + 30}) == "12:30pm");
    CHECK(onroll::time_in_words(minutes{23 * 60 + 59}) == "11:59pm");
    CHECK(onroll::moment_in_words(at("2026-07-01T13:05:00.000Z")) ==
          "Wednesday 1 July 2026 at 2:05pm");
}

} // namespace clock_test
