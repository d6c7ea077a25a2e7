#include "kernel/bank_holidays.h"
#include "kernel/school_calendar.h"

#include <doctest/doctest.h>

#include <random>

using namespace onroll;

namespace school_calendar_test {

SchoolCalendar two_terms()
{
    return SchoolCalendar::create(
               {{"Autumn 2024", date(2024, 9, 2), date(2024, 12, 20)},
                {"Spring 2025", date(2025, 1, 6), date(2025, 4, 4)}},
               {{date(2024, 10, 28), date(2024, 11, 1), ClosureReason::half_term}},
               TermSystem::three)
        .value();
}

} // namespace school_calendar_test

TEST_CASE(
    "counting after a day does not count that day, and skips weekends, half term and holidays")
{
    const auto calendar = school_calendar_test::two_terms();
    CHECK(calendar.after(date(2024, 10, 24), SchoolDays{1}) == date(2024, 10, 25));
    CHECK(calendar.after(date(2024, 10, 24), SchoolDays{2}) == date(2024, 11, 4));
    CHECK(calendar.after(date(2024, 12, 20), SchoolDays{1}) == date(2025, 1, 6));
    CHECK(calendar.counted_from(date(2024, 12, 20), SchoolDays{1}) == date(2024, 12, 20));
    CHECK(calendar.counted_from(date(2024, 12, 21), SchoolDays{1}) == date(2025, 1, 6));
    CHECK(calendar.last_before(date(2025, 1, 6)) == date(2024, 12, 20));
    CHECK(calendar.between(date(2024, 12, 19), date(2025, 1, 8)) == SchoolDays{4});
}

TEST_CASE("beyond the known terms there is no answer")
{
    const auto calendar = school_calendar_test::two_terms();
    CHECK_FALSE(calendar.after(date(2025, 4, 4), SchoolDays{1}));
    CHECK_FALSE(calendar.after(date(2024, 8, 1), SchoolDays{1}));
    CHECK(calendar.after(date(2024, 9, 1), SchoolDays{1}) == date(2024, 9, 2));
}

TEST_CASE("where a term must be missing between two known ones, counting across it has no answer")
{
    const auto calendar = SchoolCalendar::create({{"Autumn", date(2024, 9, 2), date(2024, 12, 20)},
                                                  {"Summer", date(2025, 4, 22), date(2025, 7, 22)}},
                                                 {}, TermSystem::three)
                              .value();
    CHECK_FALSE(calendar.after(date(2024, 12, 19), SchoolDays{2}));
    CHECK(calendar.after(date(2024, 12, 19), SchoolDays{1}) == date(2024, 12, 20));
    CHECK(calendar.after(date(2025, 4, 22), SchoolDays{1}) == date(2025, 4, 23));
}

TEST_CASE("a calendar that contradicts itself is refused")
{
    CHECK_FALSE(SchoolCalendar::create({}, {}, TermSystem::three));
    CHECK_FALSE(
        SchoolCalendar::create({{"a", date(2024, 9, 2), date(2024, 9, 1)}}, {}, TermSystem::three));
    CHECK_FALSE(SchoolCalendar::create(
        {{"a", date(2024, 9, 2), date(2024, 12, 1)}, {"b", date(2024, 12, 1), date(2024, 12, 9)}},
        {}, TermSystem::three));
    CHECK_FALSE(SchoolCalendar::create({{"a", date(1900, 9, 2), date(2024, 12, 1)}}, {},
                                       TermSystem::three));
}

TEST_CASE("school-day arithmetic equals counting day by day, over 10 years and 50 calendars")
{
    std::mt19937 random(20261121);
    const auto number = [&](int from, int to) {
        return std::uniform_int_distribution<int>(from, to)(random);
    };
    for (int round = 0; round < 50; ++round) {
        std::vector<Term> terms;
        std::vector<Closure> closures;
        for (int year = 2016; year < 2026; ++year) {
            auto start = date(year, 9, 1) + Days{number(0, 6)};
            for (int term = 0; term < 3; ++term) {
                const auto end = start + Days{number(90, 100)};
                terms.push_back({std::to_string(year) + "/" + std::to_string(term), start, end});
                for (int closed = number(0, 5); closed > 0; --closed) {
                    const auto from = start + Days{number(0, 70)};
                    closures.push_back({from, from + Days{number(0, 8)}, ClosureReason::inset});
                }
                start = end + Days{number(14, 18)};
            }
        }
        const auto calendar = SchoolCalendar::create(terms, closures, TermSystem::three).value();
        const auto open = [&](Date day) {
            bool in_term = false;
            for (const auto& term : terms)
                in_term = in_term || (term.start <= day && day <= term.end);
            for (const auto& closed : closures)
                in_term = in_term && !(closed.start <= day && day <= closed.end);
            return in_term && iso_weekday(day) < 6 && !is_bank_holiday(day);
        };
        for (int sample = 0; sample < 40; ++sample) {
            const auto from = calendar.first_day() + Days{number(0, 3600)};
            const int n = number(1, 60);
            auto day = from;
            int counted = 0;
            while (counted < n && day <= calendar.last_day())
                counted += open(day += Days{1}) ? 1 : 0;
            const auto answer = calendar.after(from, SchoolDays{n});
            if (counted < n)
                CHECK_FALSE(answer);
            else
                CHECK(answer == day);
            CHECK(calendar.is_school_day(from) == open(from));

            const auto until = from + Days{number(0, 400)};
            int open_days = 0;
            for (auto one = from; one < until; one += Days{1}) open_days += open(one) ? 1 : 0;
            CHECK(calendar.between(from, until) == SchoolDays{open_days});

            auto before = from - Days{1};
            while (before >= calendar.first_day() && !open(before)) before -= Days{1};
            if (before < calendar.first_day())
                CHECK_FALSE(calendar.last_before(from));
            else
                CHECK(calendar.last_before(from) == before);
        }
    }
}
