#include "casework/store_allocation.h"
#include "casework/store_case_states.h"
#include "casework/store_close.h"
#include "casework/tests/each_place.h"

#include <algorithm>

namespace casework_store_allocation_test {

using namespace onroll;
using namespace onroll::casework;
using onroll::casework::tests::AdviceService;
using onroll::casework::tests::on_each_engine;

const FixedClock noon(date(2026, 11, 26));

Result<BulkId> give(const AdviceService& service, const std::vector<CaseId>& cases,
                    const access::UserId& to, Starts starts = Starts::no)
{
    return service.in_transaction([&](db::Transaction& transaction) {
        return allocate(transaction, people::scope_of(service.agency, service.manager, noon.now()),
                        cases, {.caseworker = to, .reason = "Long absence", .starts = starts});
    });
}

Result<Undone> undo(const AdviceService& service, const BulkId& bulk)
{
    return service.in_transaction([&](db::Transaction& transaction) {
        return undo_bulk(transaction, people::scope_of(service.agency, service.manager, noon.now()),
                         bulk);
    });
}

bool holds(const AdviceService& service, const Case& one, const access::UserId& worker)
{
    auto reading = service.database->read();
    const auto workers = people::caseload_of(reading, service.agency, one.child).workers;
    return std::find(workers.begin(), workers.end(), worker) != workers.end();
}

TEST_CASE("cases given to another caseworker take the child’s record with them, and come back")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto colleague = crypto::new_id<access::UserId>();
        const auto first =
            service.open({.child = service.child("Asha", "Hill"), .caseworker = service.adviser});
        const auto second =
            service.open({.child = service.child("Bela", "Hill"), .caseworker = service.adviser});
        const auto bulk = give(service, {first, second}, colleague);
        REQUIRE(bulk);
        CHECK(service.find(first).caseworker == colleague);
        CHECK(holds(service, service.find(first), colleague));
        CHECK_FALSE(holds(service, service.find(first), service.adviser));

        const auto undone = undo(service, *bulk);
        REQUIRE(undone);
        CHECK(*undone == Undone{2, 0});
        CHECK(service.find(second).caseworker == service.adviser);
        CHECK(holds(service, service.find(second), service.adviser));
        CHECK_FALSE(holds(service, service.find(second), colleague));
        CHECK(undo(service, *bulk).error().kind == ErrorKind::conflict);
        auto reading = service.database->read();
        CHECK(allocations_of_case(reading, service.agency, first).size() == 3);
    });
}

TEST_CASE("undoing leaves alone what moved on since, and puts back who was waiting")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto colleague = crypto::new_id<access::UserId>();
        const auto moved = service.open({.child = service.child("Asha", "Hill")});
        const auto waited = service.open({.child = service.child("Bela", "Hill"),
                                          .state = CaseState::waiting,
                                          .reason = "No adviser is free"});
        const auto bulk = give(service, {moved, waited}, colleague, Starts::yes);
        REQUIRE(bulk);
        CHECK(service.find(waited).state == CaseState::open);
        REQUIRE(give(service, {moved}, service.manager));
        const auto undone = undo(service, *bulk);
        REQUIRE(undone);
        CHECK(*undone == Undone{1, 1});
        CHECK(service.find(moved).caseworker == service.manager);
        CHECK(service.find(waited).state == CaseState::waiting);
        CHECK(service.find(waited).waiting_since == date(2026, 11, 26));
        CHECK_FALSE(service.find(waited).caseworker);
    });
}

TEST_CASE("a closed case is given to nobody, and one that is theirs already stays")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto closed =
            service.open({.child = service.child("Asha", "Hill"), .caseworker = service.adviser});
        REQUIRE(service.in_transaction([&](db::Transaction& transaction) {
            return close_case(transaction, service.agency, closed, 1,
                              {.outcomes = {Outcome::information_enough}}, service.adviser,
                              noon.now());
        }));
        const auto theirs =
            service.open({.child = service.child("Bela", "Hill"), .caseworker = service.manager});
        CHECK(give(service, {closed, theirs}, service.manager).error().where == "case");
        auto reading = service.database->read();
        CHECK(latest_bulks(reading, service.agency, 5).empty());
    });
}

} // namespace casework_store_allocation_test
