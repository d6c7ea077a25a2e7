// Every route as every role: what the policy says of the acts, seen over requests, on the invented
// area with its staff and families.
#include "tests/every_route/area.h"

#include "access/rules_policy.h"
#include "access/store_keys.h"
#include "access/store_users.h"
#include "audit/store.h"
#include "helpers/shared_data.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace routes_test {

using namespace onroll;
using namespace tidemoor;

/// What a person does to their own account would end the sign-in that the test goes on with.
bool ends_a_sign_in(const http::Route& route)
{
    const auto* act = access::act_named(route.policy.name());
    return act->concerns == access::Concerns::self && act->effect == access::Effect::changes &&
           route.policy.name().starts_with("account.");
}

std::string listed_routes(const http::Router& router)
{
    std::string text = "method,route,act\n";
    for (const auto& route : router.routes())
        text += std::string(http::method_name(route.method)) + "," + route.pattern + "," +
                route.policy.name() + "\n";
    return text;
}

TEST_CASE("every route with its act stands in the reviewed list")
{
    const auto path = tests::source_file("docs/reference/routes.csv");
    const auto written = listed_routes(area().router);
    if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(path) << written;
    std::ifstream in(path);
    const std::string reviewed((std::istreambuf_iterator<char>(in)), {});
    CHECK(reviewed == written);
}

TEST_CASE("a route is open to all, asks who is signed in, or names an act of the matrix")
{
    for (const auto& route : area().router.routes()) {
        CAPTURE(route.pattern);
        CAPTURE(route.policy.name());
        CHECK((route.policy.name() == "open to all" || is_guarded(route) ||
               gates.count(route.policy.name()) == 1));
    }
}

TEST_CASE("nobody who is not signed in gets more from a guarded route than the way to sign in")
{
    const auto& all = area();
    for (const auto& route : all.router.routes()) {
        if (!is_guarded(route)) continue;
        CAPTURE(route.pattern);
        const auto answer = all.ask(route, path_for(route.pattern, std::string(32, 'a')), nullptr);
        if (is_for_programs(route)) {
            CHECK(answer.status == 401);
            continue;
        }
        CHECK(answer.status == 303);
        CHECK(answer.headers["Location"].substr(0, 8) == "/sign-in");
    }
}

TEST_CASE("every guarded route answers every role as the matrix lets it, and never fails")
{
    const auto& all = area();
    std::int64_t asked = 0, refused = 0;
    for (const auto& route : all.router.routes()) {
        if (!is_guarded(route) || ends_a_sign_in(route)) continue;
        for (const auto& who : all.staff) {
            // What is not the actor's own, or is not there, is not told apart.
            const auto& act = *access::act_named(route.policy.name());
            const auto target = path_for(route.pattern, std::string(32, 'a'));
            const auto answer = all.ask(route, target, &who);
            ++asked;
            CAPTURE(route.pattern);
            CAPTURE(access::key_of(who.role));
            CAPTURE(who.actor.agency_name);
            CHECK(answer.status < 500);
            // A sign-in is no key.
            if (is_for_programs(route))
                CHECK(answer.status == 401);
            else if (!access::may_ever(who.actor, act.name)) {
                CHECK(answer.status == 404);
                ++refused;
            }
        }
    }
    std::cout << "routes and roles: " << asked << " requests, of which " << refused
              << " in roles that may never\n";
    CHECK(asked > 500);
}

TEST_CASE("a record of another agency is answered as one that is not there, on every route")
{
    const auto& all = area();
    std::int64_t pairs = 0;
    for (const auto& route : all.router.routes()) {
        if (!is_guarded(route) || is_for_programs(route) ||
            route.pattern.find("{person}") == std::string::npos)
            continue;
        for (const auto& who : all.staff)
            for (const auto& other : all.staff) {
                if (other.actor.agency == who.actor.agency) continue;
                const auto record = all.a_record_of(other.actor.agency);
                if (!record) continue;
                const auto theirs = all.ask(route, path_for(route.pattern, *record), &who);
                const auto none =
                    all.ask(route, path_for(route.pattern, std::string(32, '0')), &who);
                ++pairs;
                CAPTURE(route.pattern);
                CAPTURE(access::key_of(who.role));
                CHECK(theirs.status == none.status);
                CHECK(theirs.status == 404);
                CHECK(theirs.content() == none.content());
                break; // one other agency is enough for each route and role
            }
    }
    CHECK(pairs > 100);
}

TEST_CASE("opening any page of a person's record leaves one entry, read or refused")
{
    const auto& all = area();
    constexpr db::Sql entries_of{"entries of a request",
                                 "SELECT kind FROM audit_entry WHERE request = ?"};
    std::set<std::string> read;
    std::int64_t refused = 0, number = 0;
    for (const auto& route : all.router.routes()) {
        if (!is_guarded(route) || is_for_programs(route) || route.method != http::Method::get ||
            route.pattern.find("{person}") == std::string::npos)
            continue;
        for (const auto& who : all.staff) {
            // An advice service keeps its entries in a store of its own.
            const auto record = all.a_record_of(who.actor.agency);
            if (!record || who.actor.agency_kind == access::AgencyKind::advice_service) continue;
            const auto id = "one-entry-" + std::to_string(++number);
            const auto answer = all.ask(route, path_for(route.pattern, *record), &who, {.id = id});
            std::vector<std::string> kinds;
            auto reader = all.database->read();
            auto rows = reader.query(entries_of, id);
            while (rows.next()) kinds.push_back(rows.text("kind"));
            CAPTURE(route.pattern);
            CAPTURE(access::key_of(who.role));
            CAPTURE(answer.status);
            if (answer.status == 200) {
                CHECK(kinds.size() == 1);
                CHECK(std::count(kinds.begin(), kinds.end(), "denied") == 0);
                read.insert(route.pattern);
            }
            if (answer.status == 404) {
                CHECK_FALSE(kinds.empty());
                ++refused;
            }
        }
    }
    CHECK(read.size() > 12);
    CHECK(refused > 100);
}

TEST_CASE(
    "a key of every agency opens the routes of its scope for its own records, and nothing else")
{
    auto& all = area();
    std::vector<access::Agency> agencies;
    {
        auto reader = all.database->read();
        agencies = access::all_agencies(reader);
    }
    std::int64_t asked = 0, opened = 0;
    for (const auto& agency : agencies)
        for (const auto scope : access::all_key_scopes()) {
            std::string key;
            {
                auto transaction = all.database->begin("make key");
                key = access::add_api_key(transaction, agency.id,
                                          {"A program", scope, all.clock.today()},
                                          crypto::new_id<access::ApiKeyId>(),
                                          all.staff.front().actor.user, all.clock.now());
                transaction.commit();
            }
            const access::Actor actor{.user = all.staff.front().actor.user,
                                      .agency = agency.id,
                                      .agency_kind = agency.kind,
                                      .name = {},
                                      .agency_name = {},
                                      .roles = {},
                                      .teams = {},
                                      .covers_for = {},
                                      .sign_in = all.staff.front().actor.sign_in,
                                      .key = scope};
            for (const auto& route : all.router.routes()) {
                if (!is_guarded(route)) continue;
                CAPTURE(route.pattern);
                CAPTURE(agency.name);
                CAPTURE(access::key_of(scope));
                const auto own = all.a_record_of(agency.id);
                const auto target = path_for(route.pattern, own.value_or(std::string(32, 'a')));
                const auto status = all.ask_by_key(route, target, key).status;
                ++asked;
                if (!is_for_programs(route)) {
                    CHECK(status == 303);
                    continue;
                }
                if (!access::may_ever(actor, route.policy.name())) {
                    CHECK(status == 404);
                    continue;
                }
                CHECK((status == 200 || status == 404 || status == 400 || status == 415));
                opened += status == 200 ? 1 : 0;
                for (const auto& other : agencies) {
                    const auto theirs = all.a_record_of(other.id);
                    if (other.id == agency.id || !theirs ||
                        route.pattern.find("{person}") == std::string::npos)
                        continue;
                    CHECK(all.ask_by_key(route, path_for(route.pattern, *theirs), key).status ==
                          404);
                }
            }
        }
    std::cout << "routes and keys: " << asked << " requests, of which " << opened << " opened\n";
    CHECK(opened > 2);
}

TEST_CASE("each agency's chain holds after all of these requests")
{
    const auto& all = area();
    for (const auto& report : audit::verify(*all.database)) {
        CAPTURE(report.agency);
        CHECK_FALSE(report.first_fault.has_value());
    }
}

} // namespace routes_test
