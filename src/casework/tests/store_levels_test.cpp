#include "casework/store_levels.h"
#include "casework/store_case_states.h"
#include "casework/tests/each_place.h"

namespace casework_store_levels_test {

using namespace onroll;
using namespace onroll::casework;
using onroll::casework::tests::AdviceService;
using onroll::casework::tests::on_each_engine;

const FixedClock noon(date(2026, 11, 26));

Result<void> move(const AdviceService& service, const CaseId& id, std::int64_t seen,
                  const NewLevel& moved)
{
    return service.in_transaction([&](db::Transaction& transaction) {
        return move_level(transaction, service.agency, id, seen, moved, service.adviser);
    });
}

/// A case with its first work, and an appeal that was registered on 20 November.
CaseId with_an_appeal(const AdviceService& service)
{
    const auto id = service.open({.child = service.child("Invented", "Child")});
    REQUIRE(move(service, id, 1,
                 {.title = "Appeal about the plan",
                  .level = Level::tribunal,
                  .moved_on = date(2026, 11, 20),
                  .reason = "Appeal registered"}));
    return id;
}

TEST_CASE("a case opens with one piece of work at its level, and the day and reason are kept")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Invented", "Child"),
                                      .level = Level::two,
                                      .work = "Part-time timetable",
                                      .reason = "Three calls in a week"});
        auto reading = service.database->read();
        const auto work = work_of_case(reading, service.agency, id);
        REQUIRE(work.size() == 1);
        CHECK(work.front().title == "Part-time timetable");
        CHECK(work.front().level == Level::two);
        const auto moves = levels_of_case(reading, service.agency, id);
        REQUIRE(moves.size() == 1);
        CHECK(moves.front().reason == "Three calls in a week");
        CHECK(moves.front().moved_on == date(2026, 11, 26));
        CHECK(states_of_case(reading, service.agency, id).size() == 1);
    });
}

TEST_CASE("a case has the highest level of its work that goes on, and every move stays")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = with_an_appeal(service);
        CHECK(service.find(id).level == Level::tribunal);
        REQUIRE(move(service, id, 2,
                     {.work = 1,
                      .level = Level::three,
                      .moved_on = date(2026, 11, 26),
                      .reason = "Governors meet"}));
        CHECK(service.find(id).level == Level::tribunal);
        REQUIRE(service.in_transaction([&](db::Transaction& transaction) {
            return end_work(transaction, service.agency, id, 3, 2, service.today());
        }));
        CHECK(service.find(id).level == Level::three);
        auto reading = service.database->read();
        CHECK(levels_of_case(reading, service.agency, id).size() == 3);
        CHECK(levels_of_case(reading, service.agency, id).back().title == "First enquiry");
    });
}

TEST_CASE(
    "moves are listed by their day, and a piece of work is not moved to a day before its last")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = with_an_appeal(service);
        const NewLevel too_early{.work = 1,
                                 .level = Level::two,
                                 .moved_on = date(2026, 11, 25),
                                 .reason = "Second call"};
        const auto refused = move(service, id, 2, too_early);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().where == "moved_on");
        CHECK(refused.error().message.find("the same as or after 26 November 2026, "
                                           "the day of its last move") != std::string::npos);
        auto of_the_appeal = too_early;
        of_the_appeal.work = 2;
        REQUIRE(move(service, id, 2, of_the_appeal));
        auto reading = service.database->read();
        const auto moves = levels_of_case(reading, service.agency, id);
        REQUIRE(moves.size() == 3);
        CHECK(moves[0].moved_on == date(2026, 11, 20));
        CHECK(moves[1].moved_on == date(2026, 11, 25));
        CHECK(moves[2].place == 1);
        CHECK(service.find(id).level == Level::two);
    });
}

TEST_CASE("a level is not moved unseen past a colleague’s move, nor for work that has ended")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Invented", "Child")});
        const NewLevel two{.work = 1,
                           .level = Level::two,
                           .moved_on = date(2026, 11, 26),
                           .reason = "Second call"};
        REQUIRE(move(service, id, 1, two));
        const auto stale = move(service, id, 1, two);
        REQUIRE_FALSE(stale);
        CHECK(stale.error().kind == ErrorKind::conflict);
        auto of_nothing = two;
        of_nothing.work = 7;
        const auto wrong = move(service, id, 2, of_nothing);
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().where == "work");
        const auto last = service.in_transaction([&](db::Transaction& transaction) {
            return end_work(transaction, service.agency, id, 2, 1, service.today());
        });
        REQUIRE_FALSE(last);
        CHECK(last.error().kind == ErrorKind::bad_input);
    });
}

TEST_CASE("the waiting list keeps the day that it was joined, and a closed case opens again")
{
    FixedClock clock(date(2026, 11, 2));
    on_each_engine(clock, [&](const AdviceService& service) {
        clock.set(FixedClock(date(2026, 11, 2)).now());
        const auto id = service.open({.child = service.child("Invented", "Child"),
                                      .state = CaseState::waiting,
                                      .reason = "No adviser is free"});
        CHECK(service.find(id).waiting_since == date(2026, 11, 2));
        clock.set(FixedClock(date(2026, 11, 26)).now());
        const auto state = [&](std::int64_t version, const NewState& stated) {
            return service.in_transaction([&](db::Transaction& transaction) {
                return change_state(transaction, service.agency, id, version, stated,
                                    service.adviser, clock.now());
            });
        };
        REQUIRE(state(1, {CaseState::waiting, "Excluded today", Priority::urgent}));
        CHECK(service.find(id).waiting_since == date(2026, 11, 2));
        CHECK(service.find(id).priority == Priority::urgent);
        REQUIRE(state(2, {CaseState::open, "An adviser is free"}));
        CHECK_FALSE(service.find(id).waiting_since);
        CHECK(service.find(id).waiting_reason.empty());
        CHECK_FALSE(state(2, {CaseState::inactive, "Stale"}));
        CHECK(state(3, {CaseState::closed, "Not here"}).error().where == "state");
        auto reading = service.database->read();
        CHECK(states_of_case(reading, service.agency, id).size() == 3);
    });
}

} // namespace casework_store_levels_test
