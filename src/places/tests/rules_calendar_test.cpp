#include "places/calendar_files.h"
#include "places/rules_calendar.h"

#include "helpers/shared_data.h"
#include "kernel/bank_holidays.h"
#include "platform/csv/reader.h"
#include "platform/json/json.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace rules_calendar_test {

using namespace onroll;
using namespace onroll::places;

Date day(const std::string& iso_text)
{
    return parse_date(iso_text).value();
}

StatedClosure closure(const std::string& start, const std::string& end, ClosureReason reason,
                      std::string name = "")
{
    return {day(start), day(end), reason, std::move(name)};
}

/// Three terms of 2026/27 with their half terms and one INSET day.
TermDates an_authority()
{
    return {TermSystem::three,
            {{"Autumn term 2026", day("2026-09-01"), day("2026-12-18")},
             {"Spring term 2027", day("2027-01-04"), day("2027-03-25")},
             {"Summer term 2027", day("2027-04-12"), day("2027-07-21")}},
            {closure("2026-10-26", "2026-10-30", ClosureReason::half_term),
             closure("2027-02-15", "2027-02-19", ClosureReason::half_term),
             closure("2027-05-31", "2027-06-04", ClosureReason::half_term),
             closure("2026-09-01", "2026-09-01", ClosureReason::inset)}};
}

std::string file_text(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_CASE("a school with no departures has its authority's calendar")
{
    const LayeredCalendar layered{an_authority(), {}};
    const auto calendar = calendar_of(layered);
    REQUIRE(calendar.has_value());
    CHECK(in_effect(layered).terms == an_authority().terms);
    CHECK_FALSE(calendar->is_school_day(day("2026-09-01")));
    CHECK(calendar->is_school_day(day("2026-09-02")));
    CHECK_FALSE(calendar->is_school_day(day("2026-10-28")));
}

TEST_CASE("a school's INSET day and closure come beside its authority's")
{
    Departures school;
    school.closures = {closure("2026-11-23", "2026-11-23", ClosureReason::inset),
                       closure("2027-01-11", "2027-01-12", ClosureReason::unplanned, "Snow")};
    const auto calendar = calendar_of(LayeredCalendar{an_authority(), school});
    REQUIRE(calendar.has_value());
    CHECK_FALSE(calendar->is_school_day(day("2026-11-23")));
    CHECK_FALSE(calendar->is_school_day(day("2027-01-12")));
    CHECK_FALSE(calendar->is_school_day(day("2026-10-28")));
}

TEST_CASE("a school may open on a day that its authority closes, inside a longer closure too")
{
    Departures school;
    school.opened = {day("2026-09-01"), day("2026-10-28")};
    const LayeredCalendar layered{an_authority(), school};
    const auto calendar = calendar_of(layered);
    REQUIRE(calendar.has_value());
    CHECK(calendar->is_school_day(day("2026-09-01")));
    CHECK(calendar->is_school_day(day("2026-10-28")));
    CHECK_FALSE(calendar->is_school_day(day("2026-10-27")));
    CHECK_FALSE(calendar->is_school_day(day("2026-10-29")));
}

TEST_CASE("a school cannot open on a weekend or bank holiday")
{
    Departures school;
    school.opened = {day("2026-12-25")};
    CHECK(problems_in({an_authority(), school}).size() == 1);
    CHECK_FALSE(calendar_of(LayeredCalendar{an_authority(), school}).has_value());
}

TEST_CASE("a moved term keeps the closures inside it")
{
    Departures school;
    school.moved_terms = {{"", day("2026-09-03"), day("2026-12-16")}};
    const auto dates = in_effect({an_authority(), school});
    CHECK(dates.terms[0] == Term{"Autumn term 2026", day("2026-09-03"), day("2026-12-16")});
    CHECK(dates.closures.size() == 4);
    CHECK(dates.terms.size() == 3);
}

TEST_CASE(
    "a term of the school's own takes the place of the authority's and of the closures inside it")
{
    Departures school;
    school.own_terms = {{"Own autumn", day("2026-08-27"), day("2026-12-11")}};
    school.closures = {closure("2026-10-19", "2026-10-30", ClosureReason::half_term)};
    const auto dates = in_effect({an_authority(), school});
    REQUIRE(dates.terms.size() == 3);
    CHECK(dates.terms[0].name == "Own autumn");
    CHECK(dates.closures.size() == 3);
    const auto calendar = calendar_of(LayeredCalendar{an_authority(), school});
    CHECK(calendar->is_school_day(day("2026-09-01")));
    CHECK_FALSE(calendar->is_school_day(day("2026-10-19")));
}

TEST_CASE("six terms of a school's own replace the authority's three")
{
    Departures school;
    school.system = TermSystem::more_than_three;
    school.own_terms = {{"Term 1", day("2026-09-02"), day("2026-10-16")},
                        {"Term 2", day("2026-11-02"), day("2026-12-18")},
                        {"Term 3", day("2027-01-04"), day("2027-02-12")},
                        {"Term 4", day("2027-02-22"), day("2027-03-25")},
                        {"Term 5", day("2027-04-12"), day("2027-05-28")},
                        {"Term 6", day("2027-06-07"), day("2027-07-21")}};
    const auto dates = in_effect({an_authority(), school});
    CHECK(dates.system == TermSystem::more_than_three);
    CHECK(dates.terms == school.own_terms);
    CHECK(dates.closures.empty());
}

TEST_CASE("a moved term that meets none of the authority's is a problem, and so are overlaps and "
          "ends before starts")
{
    Departures moved;
    moved.moved_terms = {{"", day("2028-09-01"), day("2028-12-01")}};
    CHECK(problems_in({an_authority(), moved}).size() == 1);
    Departures overlap;
    overlap.moved_terms = {{"", day("2026-09-01"), day("2027-01-08")}};
    CHECK(problems_in({an_authority(), overlap}).size() == 1);
    Departures backwards;
    backwards.closures = {closure("2026-09-09", "2026-09-08", ClosureReason::inset)};
    CHECK(problems_in({an_authority(), backwards}).size() == 1);
}

TEST_CASE("no terms at all is no calendar")
{
    CHECK_FALSE(calendar_of(LayeredCalendar{}).has_value());
}

TEST_CASE("what is odd in term dates is said")
{
    auto dates = an_authority();
    CHECK(oddities_in(dates).empty());
    dates.closures.push_back(closure("2026-08-03", "2026-08-03", ClosureReason::inset));
    CHECK(oddities_in(dates).size() == 1);
    auto long_term = an_authority();
    std::erase_if(long_term.closures,
                  [](const StatedClosure& one) { return one.reason == ClosureReason::half_term; });
    CHECK(oddities_in(long_term).size() >= 2);
}

TEST_CASE("what a day is can be shown")
{
    const auto dates = an_authority();
    CHECK(kind_of_day(dates, day("2026-09-01")) == DayKind::inset);
    CHECK(kind_of_day(dates, day("2026-09-02")) == DayKind::school_day);
    CHECK(kind_of_day(dates, day("2026-09-05")) == DayKind::weekend);
    CHECK(kind_of_day(dates, day("2026-10-26")) == DayKind::half_term);
    CHECK(kind_of_day(dates, day("2026-12-25")) == DayKind::bank_holiday);
    CHECK(kind_of_day(dates, day("2026-12-22")) == DayKind::holiday);
    CHECK(kind_of_day(dates, day("2026-08-03")) == DayKind::not_known);
    CHECK(kind_of_day(dates, day("2027-08-02")) == DayKind::not_known);
}

TEST_CASE("school years run from August and are named by both years")
{
    CHECK(school_year_of(day("2026-08-01")) == 2026);
    CHECK(school_year_of(day("2027-07-31")) == 2026);
    CHECK(school_year_text(2026) == "2026/27");
    CHECK(school_year_text(1999) == "1999/00");
    CHECK(school_year_text(2008) == "2008/09");
}

TEST_CASE("opening every closed weekday and closing it again gives the same school days")
{
    CHECK(rc::check([] {
        const auto offset = *rc::gen::inRange(0, 300);
        const auto chosen = day("2026-09-01") + Days{offset};
        if (is_weekend(chosen) || is_bank_holiday(chosen)) return;
        Departures opened, both;
        opened.opened = {chosen};
        both.opened = {chosen};
        both.closures = {{chosen, chosen, ClosureReason::unplanned, ""}};
        const auto plain = *calendar_of(LayeredCalendar{an_authority(), {}});
        const auto with = *calendar_of(LayeredCalendar{an_authority(), opened});
        const auto without = *calendar_of(LayeredCalendar{an_authority(), both});
        for (auto d = plain.first_day(); d <= plain.last_day(); d += Days{1}) {
            if (d != chosen) RC_ASSERT(with.is_school_day(d) == plain.is_school_day(d));
            RC_ASSERT(without.is_school_day(d) == (d != chosen && plain.is_school_day(d)));
        }
    }));
}

TEST_CASE("a calendar written as CSV or ICS reads back the same")
{
    auto dates = an_authority();
    dates.closures.push_back(
        closure("2027-06-10", "2027-06-10", ClosureReason::unplanned, "Boiler"));
    std::sort(dates.closures.begin(), dates.closures.end(),
              [](const auto& a, const auto& b) { return a.start < b.start; });
    const auto from_csv = read_calendar_csv(calendar_csv(dates), TermSystem::three);
    REQUIRE(from_csv.has_value());
    CHECK(from_csv->problems.empty());
    CHECK(from_csv->dates == dates);
    const auto ics = calendar_ics(dates, "authority-001", "Tidemoor", Instant(day("2026-08-01")));
    const auto from_ics = read_calendar_ics(ics, TermSystem::three);
    REQUIRE(from_ics.has_value());
    CHECK(from_ics->problems.empty());
    CHECK(from_ics->notices.empty());
    CHECK(from_ics->dates.terms == dates.terms);
    REQUIRE(from_ics->dates.closures.size() == dates.closures.size());
    for (std::size_t i = 0; i < dates.closures.size(); ++i) {
        CHECK(from_ics->dates.closures[i].start == dates.closures[i].start);
        CHECK(from_ics->dates.closures[i].reason == dates.closures[i].reason);
    }
    CHECK(ics == calendar_ics(dates, "authority-001", "Tidemoor", Instant(day("2026-08-01"))));
    CHECK(ics.find("UID:authority-001-term-2026-09-01@onroll") != std::string::npos);
    CHECK(ics.find("DTEND;VALUE=DATE:20261219") != std::string::npos);
}

TEST_CASE("a calendar in CSV is read with synonyms, other date styles and one-day closures")
{
    const auto file = read_calendar_csv(
        "Type,Title,From,To\nTerm,,1/9/2026,18 December 2026\nINSET,Training,02-09-2026,\n"
        "half term,,2026-10-26,30 Oct 2026\nmoved term,,2027-01-05,2027-03-20\nopen,,2026-10-26,\n"
        "bank holiday,,2026-12-25,\n",
        TermSystem::three);
    REQUIRE(file.has_value());
    CHECK(file->problems.empty());
    CHECK(file->dates.terms ==
          std::vector<Term>{{"Autumn term 2026", day("2026-09-01"), day("2026-12-18")}});
    CHECK(file->dates.closures.size() == 2);
    CHECK(file->moved_terms.size() == 1);
    CHECK(file->opened == std::vector<Date>{day("2026-10-26")});
    CHECK(file->left_out == 1);
}

TEST_CASE("each faulty row of a calendar is said with its row, column and what to do")
{
    const auto file = read_calendar_csv("kind,name,start,end,colour\nterm,,2026-09-31,2026-12-18,"
                                        "red\nterm,,2026-09-01,2026-08-01,\n"
                                        "party,,2026-09-01,2026-09-01,\nterm_system,four,,,\n",
                                        TermSystem::three);
    REQUIRE(file.has_value());
    REQUIRE(file->problems.size() == 4);
    CHECK(file->problems[0].row == 2);
    CHECK(file->problems[0].column == "start (C)");
    CHECK(file->problems[1].column == "end (D)");
    CHECK(file->problems[2].message.find("must be term") != std::string::npos);
    CHECK(file->unknown_columns == std::vector<std::string>{"colour"});
    CHECK_FALSE(read_calendar_csv("a,b\n1,2\n", TermSystem::three).has_value());
}

std::string ics_with(const std::string& events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + events + "END:VCALENDAR\r\n";
}

std::string event(const std::string& title, const std::string& lines)
{
    return "BEGIN:VEVENT\r\nUID:" + title + "\r\nSUMMARY:" + title + "\r\n" + lines +
           "\r\nEND:VEVENT\r\n";
}

TEST_CASE("in ICS the day of DTEND is not part of the event, and a missing end is one day")
{
    const auto file = read_calendar_ics(
        ics_with(event("INSET", "DTSTART;VALUE=DATE:20260901\r\nDTEND;VALUE=DATE:20260903") +
                 event("Staff training", "DTSTART;VALUE=DATE:20261102") +
                 event("School closed", "DTSTART;VALUE=DATE:20261103\r\nDURATION:P2D")),
        TermSystem::three);
    REQUIRE(file.has_value());
    REQUIRE(file->dates.closures.size() == 3);
    CHECK(file->dates.closures[0].end == day("2026-09-02"));
    CHECK(file->dates.closures[1].end == day("2026-11-02"));
    CHECK(file->dates.closures[2].end == day("2026-11-04"));
    CHECK(file->dates.closures[2].reason == ClosureReason::unplanned);
}

TEST_CASE("an ICS event in UTC falls on its date in London")
{
    const auto file = read_calendar_ics(
        ics_with(event("INSET", "DTSTART:20260831T230000Z\r\nDTEND:20260901T230000Z")),
        TermSystem::three);
    REQUIRE(file.has_value());
    REQUIRE(file->dates.closures.size() == 1);
    CHECK(file->dates.closures[0].start == day("2026-09-01"));
    CHECK(file->dates.closures[0].end == day("2026-09-01"));
}

TEST_CASE("terms in ICS may be given whole or by their first and last days")
{
    const auto whole = read_calendar_ics(
        ics_with(
            event("Autumn Term", "DTSTART;VALUE=DATE:20260901\r\nDTEND;VALUE=DATE:20261219") +
            event("October half-term", "DTSTART;VALUE=DATE:20261026\r\nDTEND;VALUE=DATE:20261031")),
        TermSystem::three);
    REQUIRE(whole.has_value());
    CHECK(whole->dates.terms ==
          std::vector<Term>{{"Autumn Term", day("2026-09-01"), day("2026-12-18")}});
    CHECK(whole->dates.closures.size() == 1);
    const auto marks =
        read_calendar_ics(ics_with(event("Term starts", "DTSTART;VALUE=DATE:20260901") +
                                   event("Term ends", "DTSTART;VALUE=DATE:20261218") +
                                   event("Term ends", "DTSTART;VALUE=DATE:20270325")),
                          TermSystem::three);
    REQUIRE(marks.has_value());
    CHECK(marks->dates.terms ==
          std::vector<Term>{{"Autumn term 2026", day("2026-09-01"), day("2026-12-18")}});
    REQUIRE(marks->problems.size() == 1);
    CHECK(marks->problems[0].row == 3);
}

TEST_CASE("events that are not understood, repeat or lack a start are said, never dropped silently")
{
    const auto file = read_calendar_ics(
        ics_with(event("Sports day", "DTSTART;VALUE=DATE:20260901") +
                 event("INSET", "DTSTART;VALUE=DATE:20260901\r\nRRULE:FREQ=WEEKLY") +
                 event("INSET", "DTEND;VALUE=DATE:20260901") +
                 event("Bank holiday", "DTSTART;VALUE=DATE:20260902")),
        TermSystem::three);
    REQUIRE(file.has_value());
    CHECK(file->notices.size() == 2);
    CHECK(file->problems.size() == 2);
    CHECK(file->rows == 4);
}

TEST_CASE("bytes that are no calendar are refused")
{
    CHECK_FALSE(read_calendar_ics("", TermSystem::three).has_value());
    CHECK_FALSE(
        read_calendar_ics("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", TermSystem::three).has_value());
    CHECK_FALSE(
        read_calendar_ics(std::string("BEGIN:VCALENDAR\0", 16), TermSystem::three).has_value());
}

TEST_CASE("Sheffield's holidays part its terms, and nothing is assumed outside them")
{
    const auto path = tests::shared_file("data/calendar/sheffield_school_holidays.ics");
    if (!path) return;
    const auto file = read_calendar_file(*path, TermSystem::three);
    REQUIRE(file.has_value());
    CHECK(file->problems.empty());
    CHECK(file->notices.empty());
    REQUIRE(file->dates.terms.size() == 9);
    CHECK(file->dates.terms[0] == Term{"Autumn term 2025", day("2025-09-01"), day("2025-12-19")});
    CHECK(file->dates.terms[1] == Term{"Spring term 2026", day("2026-01-05"), day("2026-03-27")});
    CHECK(file->dates.terms[2] == Term{"Summer term 2026", day("2026-04-13"), day("2026-07-20")});
    CHECK(file->dates.closures.size() == 9);
    CHECK(file->dates.closures[0].reason == ClosureReason::half_term);
    CHECK(oddities_in(file->dates).empty());
}

TEST_CASE("Sheffield's school days are those of its own list of school dates")
{
    const auto ics = tests::shared_file("data/calendar/sheffield_school_holidays.ics");
    const auto listed = tests::shared_file("data/calendar/sheffield_term_dates.json");
    if (!ics || !listed) return;
    const auto calendar = calendar_of(read_calendar_file(*ics, TermSystem::three)->dates);
    REQUIRE(calendar.has_value());
    const auto value = json::parse(file_text(*listed));
    REQUIRE(value.has_value());
    std::size_t compared = 0;
    std::vector<json::Value> open{*value};
    while (!open.empty()) {
        const auto one = open.back();
        open.pop_back();
        if (one.is_object() && one.contains("date") && one.contains("week")) {
            CHECK(calendar->is_school_day(day(one["date"].get<std::string>())));
            ++compared;
        } else if (one.is_structured()) {
            for (const auto& inside : one) open.push_back(inside);
        }
    }
    const auto days =
        calendar->between(calendar->first_day(), calendar->last_day() + Days{1}).count;
    CHECK(compared == static_cast<std::size_t>(days));
}

TEST_CASE("with more than three terms each stretch between Sheffield's holidays is a term")
{
    const auto path = tests::shared_file("data/calendar/sheffield_school_holidays.ics");
    if (!path) return;
    const auto file = read_calendar_file(*path, TermSystem::more_than_three);
    REQUIRE(file.has_value());
    CHECK(file->dates.terms.size() == 18);
    CHECK(file->dates.terms[6].name == "Term 1 2026/27");
    CHECK(file->dates.closures.empty());
}

TEST_CASE("the computed bank holidays of England and Wales are the published ones of 2019 to 2028")
{
    const auto path = tests::shared_file("data/calendar/uk_bank_holidays.json");
    if (!path) return;
    const auto published = json::parse(file_text(*path));
    REQUIRE(published.has_value());
    const auto& years = (*published)["divisions"]["common.nations.england-and-wales_slug"];
    int compared = 0;
    for (int year = 2019; year <= 2028; ++year) {
        std::vector<Date> expected, found;
        for (const auto& one : years[std::to_string(year)])
            expected.push_back(read_day(one["date"].get<std::string>()).value());
        for (const auto& one : bank_holidays(year)) found.push_back(one.on);
        std::sort(expected.begin(), expected.end());
        CHECK_MESSAGE(expected == found, year);
        compared += static_cast<int>(expected.size());
    }
    CHECK(compared >= 80);
}

TEST_CASE("the titles of published bank holidays are keys that name the computed ones")
{
    const auto path = tests::shared_file("data/calendar/uk_bank_holidays.json");
    if (!path) return;
    const auto published = *json::parse(file_text(*path));
    const std::map<std::string, std::string> named = {
        {"bank_holidays.good_friday", "Good Friday"},
        {"bank_holidays.easter_monday", "Easter Monday"},
        {"bank_holidays.boxing_day", "Boxing Day"},
    };
    for (int year = 2019; year <= 2028; ++year)
        for (const auto& one : published["divisions"]["common.nations.england-and-wales_slug"]
                                        [std::to_string(year)]) {
            const auto name = named.find(one["title"].get<std::string>());
            if (name == named.end()) continue;
            const auto on = read_day(one["date"].get<std::string>()).value();
            for (const auto& computed : bank_holidays(year))
                if (computed.on == on) CHECK(computed.name == name->second);
        }
}

TEST_CASE("dates are read as people write them, and other things are not")
{
    CHECK(read_day("2026-09-01").value() == day("2026-09-01"));
    CHECK(read_day("01/09/2026").value() == day("2026-09-01"));
    CHECK(read_day(" 1 Sept 2026 ").value() == day("2026-09-01"));
    CHECK(read_day("1-9-2026").value() == day("2026-09-01"));
    for (const auto* wrong :
         {"", "31/02/2026", "2026", "09/2026", "1/9/26", "01/09/2026 00:00", "a b c d"})
        CHECK_MESSAGE(!read_day(wrong).has_value(), wrong);
}

} // namespace rules_calendar_test
