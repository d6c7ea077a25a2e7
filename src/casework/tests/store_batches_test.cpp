#include "casework/store_batches.h"
#include "casework/store_case_states.h"
#include "casework/store_close.h"
#include "casework/tests/each_place.h"

namespace casework_store_batches_test {

using namespace onroll;
using namespace onroll::casework;
using onroll::casework::tests::AdviceService;
using onroll::casework::tests::on_each_engine;

const FixedClock noon(date(2026, 11, 26));

Result<BatchId> close_all(const AdviceService& service, const std::vector<CaseId>& cases)
{
    return service.in_transaction([&](db::Transaction& transaction) -> Result<BatchId> {
        NewBatch batch{.kind = BatchKind::closed, .words = "No contact for six months"};
        for (const auto& id : cases) {
            BatchLine line{.case_id = id};
            const auto done =
                close_in_batch(transaction, service.agency, line,
                               {.outcomes = {Outcome::family_stopped}, .summary = batch.words},
                               service.manager, noon.now());
            if (!done) return done.error();
            batch.lines.push_back(line);
        }
        return add_batch(transaction, service.agency, batch, service.manager, noon.now());
    });
}

Result<Undone> undo(const AdviceService& service, const BatchId& batch,
                    const std::vector<CaseId>& changeable)
{
    return service.in_transaction([&](db::Transaction& transaction) {
        return undo_batch(transaction, service.agency, batch, changeable, {}, service.manager,
                          noon.now());
    });
}

TEST_CASE("cases closed together open again as they were, and the close counts no more")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto open = service.open({.child = service.child("Asha", "Hill")});
        const auto waits = service.open({.child = service.child("Bela", "Hill"),
                                         .state = CaseState::waiting,
                                         .reason = "No adviser is free"});
        const auto before = service.find(waits);
        const auto batch = close_all(service, {open, waits});
        REQUIRE(batch);
        CHECK(service.find(open).state == CaseState::closed);
        {
            auto reading = service.database->read();
            CHECK(closes_between(reading, service.agency, noon.today(), noon.today()).size() == 2);
        }
        const auto undone = undo(service, *batch, {open, waits});
        REQUIRE(undone);
        CHECK(*undone == Undone{2, 0});
        CHECK(service.find(open).state == CaseState::open);
        const auto after = service.find(waits);
        CHECK(after.state == CaseState::waiting);
        CHECK(after.waiting_since == before.waiting_since);
        CHECK(after.waiting_reason == before.waiting_reason);
        auto reading = service.database->read();
        CHECK(closes_between(reading, service.agency, noon.today(), noon.today()).empty());
        CHECK(closes_of_case(reading, service.agency, open).empty());
        CHECK(states_of_case(reading, service.agency, waits).size() == 3);
        CHECK(undo(service, *batch, {open}).error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("undoing leaves what was opened again since, and what its doer may not change")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto reopened = service.open({.child = service.child("Asha", "Hill")});
        const auto of_others = service.open({.child = service.child("Bela", "Hill")});
        const auto batch = close_all(service, {reopened, of_others});
        REQUIRE(batch);
        REQUIRE(service.in_transaction([&](db::Transaction& transaction) {
            return change_state(transaction, service.agency, reopened,
                                service.find(reopened).version,
                                {.state = CaseState::open, .reason = "They rang again"},
                                service.adviser, noon.now());
        }));
        const auto undone = undo(service, *batch, {reopened});
        REQUIRE(undone);
        CHECK(*undone == Undone{0, 2});
        CHECK(service.find(of_others).state == CaseState::closed);
        auto reading = service.database->read();
        const auto found = find_batch(reading, service.agency, *batch);
        REQUIRE(found);
        CHECK(found->undone_back == 0);
        CHECK(found->undone_at.has_value());
        CHECK_FALSE(find_batch(reading, crypto::new_id<access::AgencyId>(), *batch));
    });
}

} // namespace casework_store_batches_test
