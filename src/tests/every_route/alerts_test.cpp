// What staff must know first stands on every page of a child's record and of a case, before
// anything else; and a protected home's address stands on none. trust.md F-03, F-08.
#include "tests/every_route/area_records.h"
#include "tests/page_forms.h"
#include "tests/every_route/wall_records.h"
#include "tests/every_route/walks.h"

#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>

namespace alerts_test {

using namespace onroll;
using namespace tidemoor;

/// Pages with a record's id that show nothing of what is recorded, and why.
const std::map<std::string, std::string> show_no_record{
    {"/people/{person}/own", "whoever declares that it is a relative's is told nothing of it"},
    {"/advice/cases/{case}/chronology/views/new", "a view is of no case: its name is asked alone"},
    {"/advice/cases/{case}/chronology/views/{view}", "a view is of no case: its name is changed"},
    {"/advice/keep/cases/{case}", "whoever ends its keeping is shown its number and its dates"}};

/// What answers a file, and where it cannot be made the page of the copy, which is tried itself.
const std::set<std::string> made_as_files{"/advice/cases/{case}/papers/{release}/whole",
                                          "/advice/cases/{case}/papers/{release}/whole/{note}"};

/// Papers that staff print, and that leave for somebody outside: what staff must know is not theirs
/// to read.
const std::set<std::string> leave_the_house{"/people/{person}/consents/forms/{purpose}",
                                            "/people/{person}/erasure/{request}/letter"};

/// As somebody sees it who has just said again who they are, where the page asks for that.
http::Response seen_by(const Area& area, const SignedIn& who, const Shown& one)
{
    auto answer = area.ask(*one.route, one.target, &who);
    if (!answer.headers["Location"].starts_with("/account/prove")) return answer;
    const auto again = area.afresh(who);
    return area.ask(*one.route, one.target, &again);
}

bool is_page(const http::Response& answer)
{
    return answer.status == 200 && answer.headers["Content-Type"].starts_with("text/html");
}

/// Where the page begins to show or to ask anything.
std::size_t begin_of_content(const std::string& page)
{
    const auto main = page.find("<main");
    REQUIRE(main != std::string::npos);
    std::size_t first = page.size();
    for (const auto* opens : {"<form", "<table", "<dl", "<details"})
        first = std::min(first, page.find(opens, main));
    return first;
}

/// The child or the case of which everything is kept, for each agency.
std::set<std::string> told_of(const Area& area, const access::AgencyId& agency)
{
    std::set<std::string> ids;
    const auto handed = area.handed.find(agency);
    if (handed == area.handed.end()) return ids;
    for (const auto& path : handed->second)
        for (const std::string_view begins : {"/people/", "/advice/cases/"})
            if (path.starts_with(begins)) ids.insert(path.substr(begins.size(), 32));
    return ids;
}

bool is_about(const Shown& one, const std::set<std::string>& ids)
{
    return std::any_of(one.parameters.begin(), one.parameters.end(), [&](const auto& field) {
        return (field.name == "person" || field.name == "case") && ids.count(field.value) == 1;
    });
}

bool names_record(const http::Route& route)
{
    return is_guarded(route) && !is_for_programs(route) && route.method == http::Method::get &&
           (route.pattern.find("{person}") != std::string::npos ||
            route.pattern.find("{case}") != std::string::npos);
}

TEST_CASE("the alert stands first on every page of a child's record, and on every page of a case")
{
    const log::Redirect quiet([](std::string_view) {});
    const auto& all = area();
    std::set<std::string> seen, without_page;
    for (const auto& [who, shown] : walks()) {
        const auto ids = told_of(all, who->actor.agency);
        for (const auto& one : shown) {
            if (!names_record(*one.route) || !is_about(one, ids)) continue;
            const auto answer = seen_by(all, *who, one);
            if (answer.status == 200 && !is_page(answer)) without_page.insert(one.route->pattern);
            if (!is_page(answer)) continue;
            seen.insert(one.route->pattern);
            if (show_no_record.count(one.route->pattern) == 1) continue;
            const std::string page(answer.content());
            const auto alert = page.find(wall_records::alert);
            CAPTURE(one.route->pattern);
            CAPTURE(access::key_of(who->role));
            if (leave_the_house.count(one.route->pattern) == 1) {
                CHECK(alert == std::string::npos);
                continue;
            }
            CHECK(alert != std::string::npos);
            CHECK(alert < begin_of_content(page));
        }
    }
    // Every route with a record is among them, or answers a file.
    for (const auto& route : all.router.routes())
        if (names_record(route)) {
            CAPTURE(route.pattern);
            CHECK(seen.count(route.pattern) + without_page.count(route.pattern) +
                      made_as_files.count(route.pattern) >
                  0);
        }
    std::cout << "pages with the alert: " << seen.size() << " routes\n";
    CHECK(seen.size() > 70);
}

TEST_CASE("the address of a protected home stands on no page and in no file that anybody is shown")
{
    const log::Redirect quiet([](std::string_view) {});
    std::int64_t asked = 0;
    for (const auto& [who, shown] : walks())
        for (const auto& one : shown) {
            if (one.route->method != http::Method::get) continue;
            const auto answer = area().ask(*one.route, one.target, who);
            const auto page = answer.content();
            CAPTURE(one.route->pattern);
            CAPTURE(access::key_of(who->role));
            CHECK(page.find(wall_records::protected_line) == std::string_view::npos);
            CHECK(page.find(wall_records::protected_postcode) == std::string_view::npos);
            ++asked;
        }
    CHECK(asked > 1000);
}

} // namespace alerts_test
