// What the demonstration must hold, so that every page has something true to show: staff who can
// sign in for each kind of organisation, what administrators have arranged, and children.
#include "wiring.h"
#include "wiring_people.h"

#include "access/demo.h"
#include "access/rules_roles.h"
#include "access/store_keys.h"
#include "access/store_support.h"
#include "access/store_users.h"
#include "helpers/test_database.h"
#include "people/store.h"
#include "people/store_imports.h"
#include "people/store_limits.h"
#include "people/store_received.h"
#include "places/demo.h"
#include "platform/crypto/crypto.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace demonstration_test {

using namespace onroll;

bool works(const std::vector<access::User>& users, access::Role role)
{
    return std::any_of(users.begin(), users.end(), [&](const access::User& user) {
        return user.state == access::UserState::active && user.has(role);
    });
}

TEST_CASE("the demonstration has staff, arrangements and children for each kind of organisation")
{
    tests::TestDatabase place{db::Engine::sqlite};
    const FixedClock clock(date(2026, 11, 26));
    auto opened = wiring::open_store(place.folder(), {}, clock);
    REQUIRE(opened.has_value());
    auto& database = **opened;
    const auto root = wiring::root_key(place.folder()).value();
    REQUIRE(places::fill_demo(database, 1, clock).has_value());
    REQUIRE(access::fill_demo(database, place.folder(), access::Keys::of(root), clock).has_value());
    REQUIRE(wiring::fill_demo_people(database, root, 12, clock).has_value());
    auto reader = database.read();
    for (const auto& agency : access::all_agencies(reader)) {
        CAPTURE(agency.name);
        const auto users = access::users_of_agency(reader, agency.id);
        CHECK(works(users, access::Role::administrator));
        CHECK(works(users, access::Role::data_protection_officer));
        // The advice service keeps its people apart; a trust sees what is shared with it; the
        // second school has a head and no office that writes lists.
        const bool has_children = agency.kind != access::AgencyKind::advice_service &&
                                  agency.kind != access::AgencyKind::trust &&
                                  (agency.kind != access::AgencyKind::school ||
                                   works(users, access::Role::school_office));
        CHECK((people::count_children(reader, agency.id) > 0) == has_children);
        if (agency.kind == access::AgencyKind::trust || agency.kind == access::AgencyKind::health ||
            agency.kind == access::AgencyKind::voluntary)
            CHECK(people::received_shares(reader, agency.id, clock.today()).size() == 1);
        if (agency.kind != access::AgencyKind::council) continue;
        for (const auto role : access::roles_of(agency.kind))
            if (role != access::Role::support) CHECK(works(users, role));
        CHECK(access::covers_of_agency(reader, agency.id, clock.today()).size() == 1);
        CHECK(access::api_keys_of_agency(reader, agency.id).size() == 1);
        const auto supports = access::supports_of_agency(reader, agency.id);
        REQUIRE(supports.size() == 1);
        CHECK_FALSE(supports.front().runs(clock.now()));
        CHECK(people::imports_of(reader, agency.id).front().held == 2);
        CHECK(people::limits_of_agency(reader, agency.id).size() == 1);
    }
}

} // namespace demonstration_test
