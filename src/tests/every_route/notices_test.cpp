// Who runs the advice service, that it is confidential, and the limits: on every page that its
// staff are shown, on every page of a family, and on its papers. trust.md W-10.
#include "tests/every_route/walks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <iostream>
#include <set>
#include <string>
#include <vector>

namespace notices_test {

using namespace onroll;
using namespace tidemoor;

bool holds(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}

bool is_page(const http::Response& answer)
{
    return (answer.status == 200 || answer.status == 400) &&
           answer.headers["Content-Type"].starts_with("text/html");
}

void check_notice(const http::Response& answer, const std::string& service)
{
    const auto words = answer.content();
    CHECK((holds(words, service + " runs this service.") ||
           holds(words, "The council pays for " + service)));
    CHECK(holds(words, "It is impartial."));
    CHECK(holds(words, "is confidential."));
    CHECK(holds(words, "if somebody is at risk of harm."));
}

/// The copy for the person and a letter to them leave the service, and say whose they are at their
/// head.
bool leaves_by_itself(const http::Route& route)
{
    return (route.pattern == "/people/{person}/copy" && route.method == http::Method::post) ||
           route.pattern == "/people/{person}/erasure/{request}/letter";
}

TEST_CASE("every page that staff of an advice service are shown says who runs it, that it is "
          "confidential, and the limits")
{
    std::set<std::string> seen;
    for (const auto& [who, shown] : walks()) {
        if (who->actor.agency_kind != access::AgencyKind::advice_service) continue;
        for (const auto& one : shown) {
            if (one.route->policy.name() == "open to all" || leaves_by_itself(*one.route) ||
                one.route->method != http::Method::get)
                continue;
            const auto answer = area().ask(*one.route, one.target, who);
            // A paper that cannot be opened answers a fault, which is no page of the service.
            if (!is_page(answer) || answer.status != 200) continue;
            CAPTURE(one.route->pattern);
            CAPTURE(access::key_of(who->role));
            check_notice(answer, who->actor.agency_name);
            seen.insert(one.route->pattern);
        }
    }
    std::cout << "pages of an advice service with its notice: " << seen.size() << "\n";
    CHECK(seen.size() > 60);
}

TEST_CASE("a page of an advice service whose form was not taken says it too")
{
    std::set<std::string> seen;
    for (const auto& [who, shown] : walks()) {
        if (who->actor.agency_kind != access::AgencyKind::advice_service) continue;
        for (const auto& one : shown) {
            // Without a word in it, a form that asks for any is shown again.
            if (one.route->method != http::Method::post || !is_guarded(*one.route) ||
                !one.route->pattern.ends_with("/new") || leaves_by_itself(*one.route))
                continue;
            const auto answer = area().ask(*one.route, one.target, who);
            if (!is_page(answer)) continue;
            CAPTURE(one.route->pattern);
            check_notice(answer, who->actor.agency_name);
            seen.insert(one.route->pattern);
        }
    }
    CHECK(seen.size() > 4);
}

TEST_CASE("no page of another organisation's staff says it")
{
    for (const auto& [who, shown] : walks()) {
        if (who->actor.agency_kind == access::AgencyKind::advice_service) continue;
        const auto matched = area().router.match(http::Method::get, {"start"});
        const auto* start = std::get_if<http::RouteFound>(&matched);
        REQUIRE(start != nullptr);
        CHECK_FALSE(holds(area().ask(*start->route, "/start", who).content(), "It is impartial."));
    }
}

TEST_CASE("the page on which a family says how it went says it")
{
    const auto& all = area();
    std::int64_t asked = 0;
    for (const auto& who : all.staff) {
        const auto handed = all.handed.find(who.actor.agency);
        if (who.role != access::Role::adviser || handed == all.handed.end()) continue;
        for (const auto& target : handed->second) {
            if (!target.starts_with("/how-did-we-do/")) continue;
            const auto matched =
                all.router.match(http::Method::get, http::Request::get(target).path_segments());
            const auto* found = std::get_if<http::RouteFound>(&matched);
            REQUIRE(found != nullptr);
            const auto answer = all.ask(*found->route, target, nullptr);
            REQUIRE(answer.status == 200);
            check_notice(answer, who.actor.agency_name);
            ++asked;
        }
    }
    CHECK(asked > 0);
}

} // namespace notices_test
