#include "casework/store_close.h"
#include "casework/store_batches.h"
#include "casework/store_case_states.h"
#include "casework/store_day.h"
#include "casework/store_feedback.h"
#include "casework/store_levels.h"
#include "casework/store_profile.h"
#include "casework/store_reports.h"
#include "casework/store_tasks.h"
#include "casework/tests/each_place.h"

#include <map>
#include <string>

namespace casework_store_close_test {

using namespace onroll;
using namespace onroll::casework;
using onroll::casework::tests::AdviceService;
using onroll::casework::tests::on_each_engine;

const FixedClock noon(date(2026, 11, 26));

const NewClose ended{.outcomes = {Outcome::reinstated_by_governors, Outcome::better_relations},
                     .summary = "Back since Monday.",
                     .family = Impact::significant_long_term,
                     .school = Impact::minimal,
                     .authority = Impact::not_known};

Result<void> close(const AdviceService& service, const CaseId& id, std::int64_t version)
{
    return service.in_transaction([&](db::Transaction& transaction) {
        return close_case(transaction, service.agency, id, version, ended, service.adviser,
                          noon.now());
    });
}

TEST_CASE("a case closes with what came of it, can be opened again, and keeps each ending")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id =
            service.open({.child = service.child("Asha", "Hill"), .level = Level::three});
        REQUIRE(close(service, id, 1));
        CHECK(service.find(id).state == CaseState::closed);
        CHECK(service.find(id).closed_on == date(2026, 11, 26));
        CHECK(close(service, id, 2).error().kind == ErrorKind::conflict);
        REQUIRE(service.in_transaction([&](db::Transaction& transaction) {
            return change_state(transaction, service.agency, id, 2,
                                {CaseState::open, "Sent home again"}, service.adviser, noon.now());
        }));
        CHECK_FALSE(service.find(id).closed_on);
        REQUIRE(close(service, id, 3));
        auto reading = service.database->read();
        const auto closes = closes_of_case(reading, service.agency, id);
        REQUIRE(closes.size() == 2);
        CHECK(closes.front().told == ended);
        CHECK(closes.front().highest_level == Level::three);
    });
}

/// The tasks of a case by title, with the state of each.
std::map<std::string, TaskState> states_of_tasks(const AdviceService& service, const CaseId& id)
{
    auto reading = service.database->read();
    std::map<std::string, TaskState> states;
    for (const auto& task : tasks_of_case(reading, service.agency, id))
        states.emplace(task.told.title, task.state);
    return states;
}

/// One that is done, one dropped, one to do and one that waits for the school.
void add_four_tasks(const AdviceService& service, const CaseId& id)
{
    auto transaction = service.database->begin("add tasks");
    const auto add = [&](const char* title, std::optional<TaskState> settled,
                         const char* waiting_for = "") {
        const auto task = add_task(transaction, service.agency,
                                   {.case_id = id,
                                    .title = title,
                                    .due_on = service.today() - Days{1},
                                    .waiting_for = waiting_for},
                                   service.adviser, noon.now());
        if (settled)
            REQUIRE(change_task(transaction, service.agency, task, 1, {.state = settled},
                                service.adviser, noon.now()));
    };
    add("Ring the school", TaskState::done);
    add("Write to the clerk", TaskState::dropped);
    add("Ask for the plan", std::nullopt);
    add("Papers of the meeting", std::nullopt, "The school");
    transaction.commit();
}

const std::map<std::string, TaskState> as_they_were{{"Ring the school", TaskState::done},
                                                    {"Write to the clerk", TaskState::dropped},
                                                    {"Ask for the plan", TaskState::open},
                                                    {"Papers of the meeting", TaskState::waiting}};
const std::map<std::string, TaskState> once_closed{{"Ring the school", TaskState::done},
                                                   {"Write to the clerk", TaskState::dropped},
                                                   {"Ask for the plan", TaskState::ended},
                                                   {"Papers of the meeting", TaskState::ended}};

TEST_CASE("what is to be done ends with the case, and comes back when it is opened again")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id =
            service.open({.child = service.child("Asha", "Hill"), .caseworker = service.adviser});
        const auto other =
            service.open({.child = service.child("Bela", "Hill"), .caseworker = service.adviser});
        add_four_tasks(service, id);
        add_four_tasks(service, other);
        REQUIRE(close(service, id, 1));
        CHECK(states_of_tasks(service, id) == once_closed);
        CHECK(states_of_tasks(service, other) == as_they_were);
        {
            auto reading = service.database->read();
            CHECK(tasks_of_worker(reading, service.agency, service.adviser).size() == 2);
            CHECK(tasks_due_before(reading, service.agency, service.today(), 10).size() == 2);
            for (const auto& task : tasks_of_case(reading, service.agency, id)) {
                if (task.state != TaskState::ended) continue;
                CHECK(task.settled_by == service.adviser);
                const auto history = task_history(reading, service.agency, task.id);
                REQUIRE(history.size() == 1);
                CHECK(history.front().why == "The case was closed");
            }
        }
        REQUIRE(service.in_transaction([&](db::Transaction& transaction) {
            return change_state(transaction, service.agency, id, 2,
                                {CaseState::open, "Sent home again"}, service.adviser, noon.now());
        }));
        CHECK(states_of_tasks(service, id) == as_they_were);
        auto reading = service.database->read();
        CHECK(tasks_of_worker(reading, service.agency, service.adviser).size() == 4);
    });
}

TEST_CASE("what ended with a case that was closed with others comes back when that is undone")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        add_four_tasks(service, id);
        const auto batch = service.in_transaction([&](db::Transaction& to) -> Result<BatchId> {
            BatchLine line{.case_id = id};
            const auto done =
                close_in_batch(to, service.agency, line, ended, service.adviser, noon.now());
            if (!done) return done.error();
            return add_batch(to, service.agency,
                             {.kind = BatchKind::closed, .words = "They moved", .lines = {line}},
                             service.adviser, noon.now());
        });
        REQUIRE(batch);
        CHECK(states_of_tasks(service, id) == once_closed);
        REQUIRE(service.in_transaction([&](db::Transaction& to) {
            return undo_batch(to, service.agency, *batch, {id}, {}, service.adviser, noon.now());
        }));
        CHECK(states_of_tasks(service, id) == as_they_were);
    });
}

TEST_CASE("a change of state other than opening again leaves tasks alone")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        add_four_tasks(service, id);
        REQUIRE(service.in_transaction([&](db::Transaction& to) {
            return change_state(to, service.agency, id, 1, {CaseState::inactive, "They will ring"},
                                service.adviser, noon.now());
        }));
        CHECK(states_of_tasks(service, id) == as_they_were);
    });
}

TEST_CASE("a feedback link asks once, and its answer holds nothing of the case")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        const auto secret = [&] {
            auto transaction = service.database->begin("make link");
            auto made = make_feedback_link(transaction, service.agency, id, service.adviser,
                                           service.today());
            transaction.commit();
            return made;
        }();
        {
            auto reading = service.database->read();
            CHECK(feedback_link_holds(reading, service.agency, secret, service.today()));
            CHECK_FALSE(
                feedback_link_holds(reading, service.agency, secret, service.today() + Days{61}));
            CHECK_FALSE(feedback_link_holds(reading, service.agency, "another", service.today()));
            CHECK(count_feedback_links(reading, service.agency, id, service.today()) == 1);
        }
        const auto give = [&] {
            return service.in_transaction([&](db::Transaction& work) {
                return give_feedback(work, service.agency, secret, Helped::a_lot, "They listened.",
                                     service.today());
            });
        };
        REQUIRE(give());
        CHECK(give().error().kind == ErrorKind::not_found);
        auto reading = service.database->read();
        const auto given =
            feedback_between(reading, service.agency, date(2026, 9, 1), date(2027, 8, 31));
        REQUIRE(given.size() == 1);
        CHECK(given.front() == Feedback{"2026-11", Helped::a_lot, "They listened."});
        CHECK(count_feedback_links(reading, service.agency, id, service.today()) == 0);
    });
}

TEST_CASE("a profile is kept as it was told, and a stale one changes nothing")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Asha", "Hill")});
        const NewProfile told{.strengths = "Draws well",
                              .child_aims = "To be a mechanic",
                              .trusted_adult = "Invented Cook",
                              .trusted_role = "School cook",
                              .trusted_chosen_by = ChosenBy::child,
                              .needs = {WiderNeed::housing, WiderNeed::other}};
        const auto save = [&](std::int64_t version) {
            return service.in_transaction([&](db::Transaction& transaction) {
                return save_profile(transaction, service.agency, id, version, told, service.adviser,
                                    noon.now());
            });
        };
        REQUIRE(save(0));
        CHECK(save(0).error().kind == ErrorKind::conflict);
        auto reading = service.database->read();
        const auto saved = profile_of(reading, service.agency, id);
        CHECK(saved.told == told);
        CHECK(saved.version == 1);
        CHECK(saved.saved_by == service.adviser);
    });
}

TEST_CASE("a year’s figures count cases, levels, needs, endings and answers of that year")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto first =
            service.open({.child = service.child("Asha", "Hill"), .level = Level::two});
        service.open({.child = service.child("Bela", "Hill"),
                      .state = CaseState::waiting,
                      .reason = "No adviser is free"});
        REQUIRE(service.in_transaction([&](db::Transaction& transaction) {
            return move_level(transaction, service.agency, first, 1,
                              {.work = 1,
                               .level = Level::three,
                               .moved_on = service.today(),
                               .reason = "Governors meet"},
                              service.adviser);
        }));
        REQUIRE(service.in_transaction([&](db::Transaction& transaction) {
            return save_profile(transaction, service.agency, first, 0,
                                {.needs = {WiderNeed::housing}}, service.adviser, noon.now());
        }));
        REQUIRE(close(service, first, 2));
        auto reading = service.database->read();
        const auto counted =
            counted_in(reading, service.agency, school_year_from(2026), service.today());
        CHECK(counted.opened == 2);
        CHECK(counted.closed == 1);
        CHECK(counted.open_at_end == 1);
        CHECK(counted.waiting_at_end == 1);
        CHECK(counted.levels.at(Level::three) == 1);
        CHECK(counted.levels.at(Level::one) == 1);
        CHECK(counted.needs.at(WiderNeed::housing) == 1);
        CHECK(first_case_opened(reading, service.agency) == date(2026, 11, 26));
        CHECK(counted_in(reading, service.agency, school_year_from(2025), service.today()).opened ==
              0);
    });
}

} // namespace casework_store_close_test
