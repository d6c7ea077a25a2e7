#include "casework/store_cases.h"
#include "casework/store.h"
#include "casework/store_open.h"

#include "ready_place.h"
#include "people/store.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_store_cases_test {

using namespace onroll;
using namespace onroll::casework;

const FixedClock noon(date(2026, 11, 26));
const Date today = date(2026, 11, 26);

TEST_CASE("a case is opened once for a child, numbered in its service, and found in it alone")
{
    casework::tests::for_each_place([](const AdvicePlace& place, const access::AgencyId& agency) {
        AdviceStores stores(place, noon);
        const auto adviser = crypto::new_id<access::UserId>();
        auto& database = *stores.of(agency).value();
        const auto child = crypto::new_id<people::PersonId>();
        const auto other = crypto::new_id<people::PersonId>();
        auto transaction = database.begin("open cases");
        const auto first = open_case(transaction, agency, {.child = child}, adviser, today);
        const auto again = open_case(transaction, agency, {.child = child}, adviser, today);
        const auto second = open_case(
            transaction, agency, {.child = other, .level = Level::three, .caseworker = adviser},
            adviser, today);
        transaction.commit();
        REQUIRE(first);
        REQUIRE_FALSE(again);
        CHECK(again.error().kind == ErrorKind::conflict);

        auto reading = database.read();
        const auto found = find_case(reading, agency, *second);
        REQUIRE(found);
        CHECK(found->number == 1002);
        CHECK(found->level == Level::three);
        CHECK(found->caseworker == adviser);
        CHECK(cases_of_child(reading, agency, child).front().id == *first);
        CHECK_FALSE(find_case(reading, crypto::new_id<access::AgencyId>(), *second));
    });
}

} // namespace casework_store_cases_test
