#include "casework/views_dates.h"
#include "casework/views_today.h"

#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace casework_views_today_test {

using namespace onroll;
using namespace onroll::casework;

DayCase a_case(std::int64_t number)
{
    return {crypto::new_id<CaseId>(), number, crypto::new_id<people::PersonId>(), std::nullopt};
}

DayLine passed(const DayCase& of, std::string words, Date due)
{
    return {.task = {},
            .of = of,
            .words = std::move(words),
            .due = due,
            .last_day = true,
            .passed = PassedDate{"GB-10 decide_by governing_board", crypto::new_id<EventId>()}};
}

std::size_t times(std::string_view text, std::string_view words)
{
    std::size_t found = 0;
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
        ++found;
    return found;
}

TEST_CASE("a day for which a pack is prepared says how far it is, and leads to it")
{
    const auto of = a_case(1001);
    TodayView view{.today = date(2026, 11, 26)};
    const PackProgress pack{crypto::new_id<ReleaseId>(), of.id, 5, 8};
    view.list.next = {{.of = of, .words = "the governors meet", .due = date(2026, 12, 3)},
                      {.of = of, .words = "papers go out", .due = date(2026, 12, 3), .pack = pack}};
    view.child_called = [](const people::PersonId&) { return std::string("Samir"); };
    view.name_of = [](const access::UserId&) { return std::string(); };
    const std::string page(today_view(view).str());
    CHECK(times(page, "The pack: 5 of 8 parts are in it.") == 1);
    CHECK(times(page, "2 dates in law are near.") == 1);
    CHECK(times(page, "/papers/" + pack.release.text()) == 1);
}

TEST_CASE("what is due by a time today comes first, and says by when")
{
    const auto of = a_case(1001);
    const auto line = [&](std::string title, std::optional<std::chrono::minutes> at) {
        Task task{.id = crypto::new_id<TaskId>(),
                  .told = {.title = title, .due_on = date(2026, 11, 26), .due_at = at},
                  .added_by = crypto::new_id<access::UserId>()};
        return DayLine{.task = task, .of = of, .words = title, .due = date(2026, 11, 26)};
    };
    TodayView view{.today = date(2026, 11, 26)};
    put_in(view.list,
           {line("Some time today", {}), line("Ring the school", std::chrono::hours{13}),
            line("Send the papers", std::chrono::minutes{9 * 60 + 30})},
           view.today);
    view.child_called = [](const people::PersonId&) { return std::string("Samir"); };
    view.name_of = [](const access::UserId&) { return std::string(); };
    view.start = [] { return design::Html(); };
    const std::string page(today_view(view).str());
    const auto first = page.find("Today, by 9:30am");
    REQUIRE(first != std::string::npos);
    CHECK(page.find("Today, by 1pm") > first);
    CHECK(page.find("Some time today") > page.find("Ring the school"));
}

TEST_CASE(
    "the dates of a case that passed are one line, which opens; a single one stands by itself")
{
    const auto one = a_case(1001);
    const auto other = a_case(1002);
    TodayView view{.today = date(2026, 11, 26)};
    view.list.passed = {passed(one, "the governors meet", date(2026, 11, 16)),
                        passed(one, "the council is told", date(2026, 11, 17)),
                        passed(other, "the panel meets", date(2026, 11, 18)),
                        passed(one, "the letter is sent", date(2026, 11, 19))};
    view.child_called = [&](const people::PersonId& child) {
        return child == one.child ? std::string("Samir") : std::string("Jo");
    };
    view.name_of = [](const access::UserId&) { return std::string(); };
    const std::string page(today_view(view).str());
    CHECK(times(page, "3 dates in law have passed") == 1);
    CHECK(times(page, "<details") == 1);
    CHECK(times(page, "Samir") == 1);
    CHECK(times(page, "Jo") == 1);
    // Each can be answered: "Not needed" once for each date.
    CHECK(times(page, "value=\"not_needed\"") == 4);
    CHECK(page.find("the council is told") > page.find("<details"));
    CHECK(page.find("4 dates in law have passed: did it happen?") != std::string::npos);
}

TEST_CASE("a day to come is today on that day alone, however few school days lie before it")
{
    const auto friday = date(2026, 11, 27);
    CHECK(days_left_in_words(0, friday, friday) == "Today");
    CHECK(days_left_in_words(0, date(2026, 11, 29), friday) == "No school day before it");
    CHECK(days_left_in_words(1, date(2026, 11, 30), friday) == "1 school day left");
    CHECK(days_left_in_words(0, date(2026, 11, 28), date(2026, 11, 29)).empty());
    CHECK(days_left_in_words(std::nullopt, friday, friday).empty());
}

} // namespace casework_views_today_test
