// Looking changes nothing: every page and file that staff of every role are shown, asked for by GET
// and by HEAD, leaves every table of every store as it was, but for the audit and when a sign-in
// was last used. trust.md S-06.
#include "tests/every_route/stores.h"
#include "tests/every_route/walks.h"

#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <string>

namespace gets_test {

using namespace onroll;
using namespace tidemoor;

/// What a first look is meant to note, by the table that says so.
const std::map<std::string, std::string> noted_by_looking{
    {"casework_message_mark", "a message is read once its adviser has opened the conversation"}};

/// What is counted anew from what others have recorded, whoever comes first.
const std::map<std::string, std::string> counted_anew{
    {"casework_calendar_seen", "the dates of cases follow a school's calendar that has changed"},
    {"casework_counted", "the same"},
    {"casework_date", "the same"},
    {"casework_date_change", "the same"}};

void check_unchanged(const Tables& before, const Tables& after, bool first_look)
{
    CHECK(before.size() == after.size());
    for (const auto& [table, rows] : before) {
        const auto name = table.substr(table.rfind(' ') + 1);
        if (counted_anew.count(name) == 1 || (first_look && noted_by_looking.count(name) == 1))
            continue;
        CAPTURE(table);
        CHECK(after.at(table) == rows);
    }
}

void ask_head(const Area& all, const std::string& target, const SignedIn& who)
{
    const auto matched =
        all.router.match(http::Method::get, http::Request::get(target).path_segments());
    const auto* found = std::get_if<http::RouteFound>(&matched);
    REQUIRE(found != nullptr);
    CHECK(all.ask(*found->route, target, &who, {.as_head = true}).status != 500);
}

TEST_CASE("no page or file that staff are shown changes anything by being looked at, by GET or by "
          "HEAD")
{
    const log::Redirect quiet([](std::string_view) {});
    // One of its own, so that nobody has looked before.
    const Area fresh;
    const auto before = Stores(fresh).tables();
    CHECK(before.size() > 200);

    // HEAD shows nobody anything, so it is no first look.
    for (const auto& who : fresh.staff)
        if (const auto led = fresh.handed.find(who.actor.agency); led != fresh.handed.end())
            for (const auto& target : led->second) ask_head(fresh, target, who);
    check_unchanged(before, Stores(fresh).tables(), false);

    Walks everybody;
    for (const auto* people : {&fresh.staff, &fresh.neighbours})
        for (const auto& who : *people) everybody.emplace_back(&who, walk(fresh, who));
    const auto looked = Stores(fresh).tables();
    check_unchanged(before, looked, true);
    // An exception of the list is one.
    for (const auto& [name, why] : noted_by_looking) {
        CAPTURE(why);
        CHECK(std::any_of(before.begin(), before.end(), [&](const auto& table) {
            return table.first.ends_with(" " + name) && looked.at(table.first) != table.second;
        }));
    }

    std::int64_t asked = 0;
    for (const auto& [who, shown] : everybody)
        for (const auto& one : shown) {
            if (one.route->method != http::Method::get) continue;
            CAPTURE(one.route->pattern);
            ask_head(fresh, one.target, *who);
            ++asked;
        }
    check_unchanged(looked, Stores(fresh).tables(), false);
    std::cout << "pages that change nothing by being looked at: " << asked << ", in "
              << before.size() << " tables\n";
    CHECK(asked > 1000);
}

} // namespace gets_test
