// One entry in the audit for each act of a program, by its key: in the chain of the agency whose
// key it is, and in no other. trust.md L-01, L-07.
#include "tests/every_route/stores.h"

#include "access/rules_policy.h"
#include "access/store_keys.h"
#include "access/store_users.h"
#include "platform/crypto/new_id.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <vector>

namespace entries_outside_test {

using namespace onroll;
using namespace tidemoor;

/// A program of an agency, and its key.
struct Program {
    access::Agency agency;
    access::KeyScope scope;
    access::ApiKeyId id;
    std::string secret;

    /// As the policy knows it.
    access::Actor actor(const Area& area) const
    {
        auto one = area.staff.front().actor;
        one.agency = agency.id;
        one.agency_kind = agency.kind;
        one.roles = {};
        one.key = scope;
        return one;
    }
};

std::vector<access::Agency> agencies_of(const Area& area)
{
    auto reader = area.database->read();
    return access::all_agencies(reader);
}

/// One for each kind of key that the agency may have.
std::vector<Program> programs_of(const Area& area)
{
    std::vector<Program> all;
    for (const auto& agency : agencies_of(area)) {
        const auto maker = std::find_if(area.staff.begin(), area.staff.end(), [&](const auto& who) {
            return who.actor.agency == agency.id;
        });
        if (maker == area.staff.end()) continue;
        auto transaction = area.database->begin("make keys");
        for (const auto scope : access::all_key_scopes()) {
            if (!access::fits(agency.kind, scope)) continue;
            const auto id = crypto::new_id<access::ApiKeyId>();
            auto secret = access::add_api_key(
                transaction, agency.id, {"Invented program", scope, area.clock.today() + Days{30}},
                id, maker->actor.user, area.clock.now());
            all.push_back({agency, scope, id, std::move(secret)});
        }
        transaction.commit();
    }
    return all;
}

/// What a program asked, to be looked up in the audit afterwards.
struct Asked {
    std::string id;
    const Program* program;
    const http::Route* route;
    int status = 0;
    bool may = false; ///< the key opens the route
};

class Programs {
public:
    explicit Programs(const Area& area) : area_(area) {}

    void ask(const Program& program, const http::Route& route, const std::string& target,
             const std::string& body, bool may)
    {
        const auto id = "by-key-" + std::to_string(asked_.size());
        const auto answer =
            area_.ask_by_key(route, target, program.secret, {.id = id, .body = body});
        asked_.push_back({id, &program, &route, answer.status, may});
    }
    const std::vector<Asked>& all() const { return asked_; }

private:
    const Area& area_;
    std::vector<Asked> asked_;
};

/// Bodies: what the search takes, what no route takes, and what is no JSON.
constexpr std::array<const char*, 3> bodies{R"({"words": "Smith"})", R"({"wards": 1})", "{"};

void check_one_entry(const Stores& stores, const Asked& one)
{
    const auto entries = stores.entries_of(one.id);
    CAPTURE(http::method_name(one.route->method));
    CAPTURE(one.route->pattern);
    CAPTURE(one.program->agency.name);
    CAPTURE(access::key_of(one.program->scope));
    CAPTURE(one.status);
    CAPTURE(told(entries));
    CHECK(entries.size() == 1);
    for (const auto& entry : entries) {
        const auto& own = stores.of_agency(one.program->agency.id).name;
        CHECK(entry.store == own);
        CHECK(entry.agency == one.program->agency.id.text());
        CHECK(entry.act == one.route->policy.name());
        if (!one.may) CHECK(entry.outcome == "refused");
        // What was asked was looked for; what was not taken did not happen.
        const auto& act = *access::act_named(one.route->policy.name());
        if (one.status >= 400 && act.effect == access::Effect::changes)
            CHECK(entry.outcome != "done");
    }
}

TEST_CASE("each request of a program leaves one entry in the chain of its agency: what it is "
          "answered, what cannot be read, what its key does not open, and what a key that was "
          "revoked asks")
{
    const log::Redirect quiet([](std::string_view) {});
    const Area fresh;
    const auto programs = programs_of(fresh);
    Programs asking(fresh);
    int answered = 0, refused = 0;
    const auto ask_everything = [&](const Program& program, bool works) {
        for (const auto& route : fresh.router.routes()) {
            if (!is_guarded(route) || !is_for_programs(route)) continue;
            const bool may = works && access::may_ever(program.actor(fresh), route.policy.name());
            const auto own = fresh.a_record_of(program.agency.id);
            for (const auto& record :
                 {own.value_or(std::string(32, 'a')), std::string(32, 'a'), std::string("no-id")})
                for (const auto* body : bodies)
                    asking.ask(program, route, path_for(route.pattern, record), body, may);
        }
    };
    for (const auto& program : programs) ask_everything(program, true);
    for (const auto& program : programs) {
        {
            auto transaction = fresh.database->begin("revoke key");
            REQUIRE(access::revoke_api_key(transaction, program.agency.id, program.id,
                                           fresh.clock.now()));
            transaction.commit();
        }
        ask_everything(program, false);
    }
    const Stores stores(fresh);
    for (const auto& one : asking.all()) {
        check_one_entry(stores, one);
        (one.status == 200 ? answered : refused) += 1;
    }
    std::cout << "requests of programs with one entry each: " << answered << " answered, "
              << refused << " refused\n";
    CHECK(answered > 5);
    CHECK(refused > 100);
}

TEST_CASE("a key that nobody has leaves no entry anywhere")
{
    const log::Redirect quiet([](std::string_view) {});
    const auto& all = area();
    for (const auto& route : all.router.routes()) {
        if (!is_guarded(route) || !is_for_programs(route)) continue;
        const auto answer = all.ask_by_key(route, path_for(route.pattern, std::string(32, 'a')),
                                           "made-up", {.id = "nobodys-key"});
        CHECK(answer.status == 401);
    }
    CHECK(Stores(all).entries_of("nobodys-key").empty());
}

} // namespace entries_outside_test
