#include "audit/rules_unusual.h"

#include "kernel/bank_holidays.h"
#include "platform/clock/clock.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rules_unusual_test {

using namespace onroll;
using namespace onroll::audit;

LocalHour london(Instant at)
{
    const auto time = in_london(at);
    return {time.date, static_cast<int>(time.since_midnight.count() / 60)};
}

/// The same numbers on every machine (Steele and others, SplitMix64).
struct Numbers {
    std::uint64_t state = 20'261'125;
    std::uint64_t next()
    {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    int between(int least, int most)
    {
        return least + static_cast<int>(next() % static_cast<std::uint64_t>(most - least + 1));
    }
};

Entry opened(const std::string& actor, int record, Instant at, const std::string& relation)
{
    Entry entry;
    entry.at = at;
    entry.deed.actor = actor;
    entry.deed.act = "people.view";
    entry.deed.record_kind = "person";
    entry.deed.record = "r" + std::to_string(record);
    entry.deed.relation = relation;
    return entry;
}

Instant at_hour(Date day, int hour, int minute = 0)
{
    return start_of_day_in_london(day) + std::chrono::hours(hour) + std::chrono::minutes(minute);
}

const Date first_day = date(2025, 9, 1);
constexpr int weeks = 52;
constexpr int workers = 30;

std::string worker(int number)
{
    return "w" + std::to_string(number);
}

/// An ordinary day: 3 to 18 of one's own records; on one day in four a record or two of a
/// colleague; now and then a long evening, a Saturday, or a duty day with many calls.
void ordinary_day(Numbers& numbers, int who, Date day, std::vector<Entry>& entries)
{
    const bool duty = numbers.between(1, 25) == 1;
    const int seen = duty ? numbers.between(15, 35) : numbers.between(3, 18);
    for (int i = 0; i < seen; ++i)
        entries.push_back(opened(worker(who), who * 100 + numbers.between(0, 39),
                                 at_hour(day, numbers.between(8, 17), numbers.between(0, 59)),
                                 "own_caseload"));
    const int outside = duty                         ? numbers.between(1, 8)
                        : numbers.between(1, 4) == 1 ? numbers.between(1, 2)
                                                     : 0;
    for (int i = 0; i < outside; ++i)
        entries.push_back(opened(worker(who),
                                 numbers.between(0, workers - 1) * 100 + numbers.between(0, 39),
                                 at_hour(day, numbers.between(9, 16)), "same_agency"));
    if (numbers.between(1, 120) == 1)
        for (int late = numbers.between(1, 3); late > 0; --late)
            entries.push_back(opened(worker(who), who * 100 + numbers.between(0, 39),
                                     at_hour(day, 22, late), "own_caseload"));
}

std::vector<Entry> a_year()
{
    Numbers numbers;
    std::vector<Entry> entries;
    for (int i = 0; i < weeks * 7; ++i) {
        const Date day = first_day + std::chrono::days(i);
        if (!is_working_day(day)) continue;
        for (int who = 0; who < workers; ++who)
            if (numbers.between(1, 10) > 1) ordinary_day(numbers, who, day, entries);
    }
    return entries;
}

std::vector<Entry> of_days(const std::vector<Entry>& entries, Date from, Date until)
{
    std::vector<Entry> some;
    for (const auto& entry : entries)
        if (london(entry.at).day >= from && london(entry.at).day < until) some.push_back(entry);
    return some;
}

const AreAlike nobody_alike = [](std::string_view, std::string_view) { return false; };

TEST_CASE("in a year without misuse, fewer than one worker's week in twenty stands out")
{
    const auto year = a_year();
    int weeks_looked_at = 0, false_alarms = 0;
    for (int week = 4; week <= weeks; ++week) {
        const Date until = first_day + std::chrono::days(week * 7);
        const auto stretch = of_days(year, until - std::chrono::days(28), until);
        std::set<std::string> stood_out;
        for (const auto& unusual : unusual_use(stretch, london, nobody_alike))
            if (unusual.day >= until - std::chrono::days(7)) stood_out.insert(unusual.actor);
        weeks_looked_at += workers;
        false_alarms += static_cast<int>(stood_out.size());
    }
    std::cout << "unusual use: " << false_alarms << " of " << weeks_looked_at
              << " ordinary worker-weeks stood out\n";
    CHECK(false_alarms * 20 <= weeks_looked_at);
}

/// Four ordinary weeks with something planted in the last.
std::vector<Unusual> with(const std::vector<Entry>& planted, const AreAlike& alike = nobody_alike)
{
    static const auto year = a_year();
    const Date until = first_day + std::chrono::days(84);
    auto entries = of_days(year, until - std::chrono::days(28), until);
    entries.insert(entries.end(), planted.begin(), planted.end());
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& one, const Entry& other) { return one.at < other.at; });
    return unusual_use(entries, london, alike);
}
const Date a_day = first_day + std::chrono::days(80); // a Thursday of the last week

bool has(const std::vector<Unusual>& found, Oddity oddity, const std::string& actor, Date day)
{
    return std::any_of(found.begin(), found.end(), [&](const Unusual& unusual) {
        return unusual.oddity == oddity && unusual.actor == actor && unusual.day == day;
    });
}

TEST_CASE("somebody who browses through records outside the caseload stands out")
{
    std::vector<Entry> planted;
    for (int i = 0; i < 9; ++i)
        planted.push_back(opened("w3", 2000 + i, at_hour(a_day, 11, i), "same_agency"));
    CHECK(has(with(planted), Oddity::outside_caseload, "w3", a_day));
}

TEST_CASE("somebody who opens a whole list in one day stands out")
{
    std::vector<Entry> planted;
    for (int i = 0; i < 120; ++i)
        planted.push_back(opened("w5", 7000 + i, at_hour(a_day, 12, i % 60), "own_caseload"));
    CHECK(has(with(planted), Oddity::much, "w5", a_day));
}

TEST_CASE("somebody whose changes of many records fail has seen them all the same")
{
    std::vector<Entry> planted;
    for (int i = 0; i < 120; ++i) {
        auto tried = opened("w5", 7000 + i, at_hour(a_day, 12, i % 60), "own_caseload");
        tried.deed.kind = Kind::changed;
        tried.deed.outcome = Outcome::failed;
        planted.push_back(std::move(tried));
    }
    CHECK(has(with(planted), Oddity::much, "w5", a_day));
    for (auto& done : planted) done.deed.outcome = Outcome::done;
    CHECK_FALSE(has(with(planted), Oddity::much, "w5", a_day));
}

TEST_CASE("somebody who opens several records at night stands out, also over midnight in summer")
{
    std::vector<Entry> planted;
    for (int i = 0; i < 3; ++i)
        planted.push_back(opened("w7", 700 + i, at_hour(a_day, 2, i), "own_caseload"));
    CHECK(has(with(planted), Oddity::odd_hours, "w7", a_day));
}

TEST_CASE("a neighbour's or a relative's record outside the caseload stands out by itself")
{
    const AreAlike alike = [](std::string_view actor, std::string_view record) {
        return actor == "w9" && record == "r2717";
    };
    CHECK(has(with({opened("w9", 2717, at_hour(a_day, 10), "same_agency")}, alike),
              Oddity::likeness, "w9", a_day));
    CHECK_FALSE(has(with({opened("w9", 2717, at_hour(a_day, 10), "own_caseload")}, alike),
                    Oddity::likeness, "w9", a_day));
}

TEST_CASE("somebody who comes back to one record outside the caseload stands out")
{
    std::vector<Entry> planted;
    for (int i = 0; i < 4; ++i)
        planted.push_back(
            opened("w11", 2901, at_hour(a_day - std::chrono::days(i), 13), "same_agency"));
    CHECK(has(with(planted), Oddity::one_record, "w11", a_day));
}

TEST_CASE("somebody who tries many records that they may not see stands out")
{
    std::vector<Entry> planted;
    for (int i = 0; i < 12; ++i) {
        auto entry = opened("w13", 9000 + i, at_hour(a_day, 15, i), "");
        entry.deed.outcome = Outcome::refused;
        entry.deed.kind = Kind::denied;
        planted.push_back(entry);
    }
    CHECK(has(with(planted), Oddity::refusals, "w13", a_day));
}

TEST_CASE("looking into the audit, and entries that retention emptied, are no use of records")
{
    std::vector<Entry> planted;
    for (int i = 0; i < 50; ++i) {
        auto entry = opened("officer", 100 + i, at_hour(a_day, 23, i), "same_agency");
        entry.deed.act = "audit.record";
        planted.push_back(entry);
        entry = opened("old", 100 + i, at_hour(a_day, 23, i), "same_agency");
        entry.erased = true;
        planted.push_back(entry);
    }
    for (const auto& unusual : with(planted))
        CHECK((unusual.actor != "officer" && unusual.actor != "old"));
}

TEST_CASE(
    "a family that reads by its link, and a link that is tried again and again, are no use by "
    "staff, and make nobody else's day look large")
{
    std::vector<Entry> planted;
    for (int i = 0; i < 50; ++i) {
        auto entry = opened("link:a", 100 + i, at_hour(a_day, 23, i), "link");
        planted.push_back(entry);
        entry.deed.kind = Kind::denied;
        entry.deed.outcome = Outcome::refused;
        planted.push_back(entry);
    }
    CHECK(with(planted) == with({}));
}

} // namespace rules_unusual_test
