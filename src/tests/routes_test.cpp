// Every route as every role: what the policy says of the acts, seen over requests, on the invented
// area with its staff and families.
#include "wiring.h"
#include "wiring_people.h"

#include "access/demo.h"
#include "access/rules_policy.h"
#include "access/store_keys.h"
#include "access/store_sign_ins.h"
#include "access/store_users.h"
#include "audit/store.h"
#include "helpers/shared_data.h"
#include "helpers/test_database.h"
#include "people/store.h"
#include "platform/crypto/new_id.h"
#include "places/demo.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace routes_test {

using namespace onroll;

/// Pages that ask only who is signed in, or how far they have come: they open no record.
const std::set<std::string> gates{
    "start.view",   "account.prove", "account.stay",   "account.sign_out", "sign_in.open",
    "sign_in.code", "sign_in.enrol", "sign_in.set_up", "link.account",     "link.family"};

struct SignedIn {
    access::Role role;
    access::Actor actor;
    std::string token;
    std::string form_token;
};

/// Tidemoor with somebody signed in for each role that there is.
struct Area {
    tests::TestDatabase place{db::Engine::sqlite};
    SystemClock clock;
    std::unique_ptr<db::Database> database;
    std::unique_ptr<wiring::Service> service;
    http::Router router;
    std::vector<SignedIn> staff;

    Area()
    {
        auto opened = wiring::open_store(place.folder(), {}, clock);
        REQUIRE(opened.has_value());
        database = std::move(*opened);
        const auto root = wiring::root_key(place.folder()).value();
        REQUIRE(places::fill_demo(*database, 1, clock).has_value());
        REQUIRE(access::fill_demo(*database, place.folder(), access::Keys::of(root), clock)
                    .has_value());
        REQUIRE(wiring::fill_demo_people(*database, root, 20, clock).has_value());
        service = std::make_unique<wiring::Service>(
            *database, wiring::demo_area(), true, place.folder(), root,
            wiring::StaffSettings{.hashing = {.cost = crypto::password_cost_floor}});
        router = service->router();
        sign_everybody_in();
    }

    void sign_everybody_in()
    {
        std::vector<access::Agency> agencies;
        {
            auto reader = database->read();
            agencies = access::all_agencies(reader);
        }
        std::set<std::pair<access::AgencyKind, access::Role>> met;
        for (const auto& agency : agencies) {
            std::vector<access::User> users;
            {
                auto reader = database->read();
                users = access::users_of_agency(reader, agency.id);
            }
            for (const auto& user : users)
                for (const auto role : user.roles)
                    if (met.emplace(agency.kind, role).second)
                        staff.push_back(sign_in(agency, user, role));
        }
    }
    SignedIn sign_in(const access::Agency& agency, const access::User& user, access::Role role)
    {
        auto transaction = database->begin("sign in");
        const auto now = clock.now();
        auto token = access::start_sign_in(transaction,
                                           {.owner = {agency.id, user.id},
                                            .stage = access::Stage::full,
                                            .proof = access::Proof::password_and_code,
                                            .browser = "A browser",
                                            .ends_at = now + std::chrono::minutes(30)},
                                           now);
        transaction.commit();
        auto reader = database->read();
        const auto found = access::find_sign_in(reader, token);
        REQUIRE(found.has_value());
        access::Actor actor{.user = user.id,
                            .agency = agency.id,
                            .agency_kind = agency.kind,
                            .name = user.name,
                            .agency_name = agency.name,
                            .roles = user.roles,
                            .teams = {},
                            .covers_for = {},
                            .sign_in = {.id = found->id, .fresh = true}};
        return {role, std::move(actor), std::move(token), found->form_token};
    }

    http::Response ask(const http::Route& route, const std::string& target, const SignedIn* who,
                       const std::string& id = "1") const
    {
        http::RequestParts parts{.method = route.method, .target = target, .id = id};
        if (who) parts.headers.add("Cookie", "__Host-onroll=" + who->token);
        parts.headers.add("Host", "localhost");
        if (route.method != http::Method::get) {
            parts.headers.add("Sec-Fetch-Site", "same-origin");
            parts.headers.add("Origin", "http://localhost");
            http::Form form;
            if (who) form.fields.add("form_token", who->form_token);
            form.fields.add("form_page", "/start");
            parts.form = std::move(form);
        }
        auto request = http::Request::create(std::move(parts));
        REQUIRE(request.has_value());
        return router.answer(*request);
    }
    http::Response ask_by_key(const http::Route& route, const std::string& target,
                              const std::string& key) const
    {
        http::RequestParts parts{.method = route.method, .target = target, .id = "1"};
        parts.headers.add("Host", "localhost");
        parts.headers.add("Authorization", "Bearer " + key);
        if (route.method != http::Method::get) parts.body = R"({"words": "Smith"})";
        auto request = http::Request::create(std::move(parts));
        REQUIRE(request.has_value());
        return router.answer(*request);
    }
    /// One record of the agency; nothing where it has none.
    std::optional<std::string> a_record_of(const access::AgencyId& agency) const
    {
        auto reader = database->read();
        constexpr db::Sql ask_one{"one person", "SELECT id FROM people_person WHERE agency = ? "
                                                "ORDER BY kind DESC, id LIMIT 1"};
        auto rows = reader.query(ask_one, agency.text());
        if (!rows.next()) return std::nullopt;
        return rows.text("id");
    }
};

Area& area()
{
    static Area one;
    return one;
}

/// The pattern with `record` for its first parameter, and what nobody has for the others.
std::string path_for(std::string pattern, const std::string& record)
{
    bool first = true;
    for (;;) {
        const auto from = pattern.find('{');
        if (from == std::string::npos) return pattern;
        const auto until = pattern.find('}', from);
        const bool is_kind = pattern.substr(from, until - from) == "{kind";
        pattern.replace(from, until - from + 1,
                        is_kind ? "person"
                        : first ? record
                                : std::string(32, 'b'));
        if (!is_kind) first = false;
    }
}

/// Asked by keys alone.
bool is_for_programs(const http::Route& route)
{
    return route.pattern.starts_with("/api/");
}

bool is_guarded(const http::Route& route)
{
    return access::act_named(route.policy.name()) != nullptr;
}

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
            const auto answer = all.ask(route, path_for(route.pattern, *record), &who, id);
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
                CHECK((status == 200 || status == 404 || status == 400));
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
