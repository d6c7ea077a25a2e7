#include "casework/store_cases.h"
#include "casework/store_open.h"
#include "casework/store_tasks.h"

#include "ready_place.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_store_tasks_test {

using namespace onroll;
using namespace onroll::casework;

const FixedClock noon(date(2026, 11, 26));
const Date today = date(2026, 11, 26);

/// A service with one open case, on SQLite and, where there is one, on PostgreSQL.
struct Place {
    access::AgencyId agency = crypto::new_id<access::AgencyId>();
    access::UserId adviser = crypto::new_id<access::UserId>();
    db::Database& database;
    CaseId case_id;
};
void for_each_place(const std::function<void(const Place&)>& test)
{
    casework::tests::for_each_place([&](const AdvicePlace& at, const access::AgencyId& agency) {
        AdviceStores stores(at, noon);
        const auto adviser = crypto::new_id<access::UserId>();
        auto& database = *stores.of(agency).value();
        const auto opened = [&] {
            auto transaction = database.begin("open case");
            auto id = open_case(transaction, agency, {.child = crypto::new_id<people::PersonId>()},
                                adviser, today);
            transaction.commit();
            return id;
        }();
        test({agency, adviser, database, *opened});
    });
}

TaskId added(const Place& place, const NewTask& task)
{
    auto transaction = place.database.begin("add task");
    const auto id = add_task(transaction, place.agency, task, place.adviser, noon.now());
    transaction.commit();
    return id;
}

TEST_CASE("tasks of a case come in the order in which they fall due, those without a day after")
{
    for_each_place([](const Place& place) {
        added(place, {.case_id = place.case_id, .title = "When there is time"});
        added(place, {.case_id = place.case_id, .title = "Next week", .due_on = date(2026, 12, 3)});
        added(place, {.case_id = place.case_id,
                      .title = "Letter from the school",
                      .due_on = date(2026, 11, 27),
                      .waiting_for = "Harbour Academy"});
        added(place, {.title = "Order leaflets"});
        auto reading = place.database.read();
        const auto tasks = tasks_of_case(reading, place.agency, place.case_id);
        REQUIRE(tasks.size() == 3);
        CHECK(tasks[0].told.title == "Letter from the school");
        CHECK(tasks[0].state == TaskState::waiting);
        CHECK(tasks[1].told.title == "Next week");
        CHECK(tasks[2].told.title == "When there is time");
        CHECK(tasks[2].state == TaskState::open);
        CHECK(tasks_of_case(reading, crypto::new_id<access::AgencyId>(), place.case_id).empty());
    });
}

TEST_CASE("a task that is changed keeps what it said and why, and a stale change is refused")
{
    for_each_place([](const Place& place) {
        const auto id = added(
            place, {.case_id = place.case_id, .title = "Board meets", .due_on = date(2026, 12, 3)});
        auto transaction = place.database.begin("change task");
        const auto moved = change_task(
            transaction, place.agency, id, 1,
            {.due_on = std::optional(date(2026, 12, 4)), .why = "The school closed on 30 November"},
            place.adviser, noon.now());
        const auto stale = change_task(transaction, place.agency, id, 1, {.state = TaskState::done},
                                       place.adviser, noon.now());
        const auto elsewhere = change_task(transaction, crypto::new_id<access::AgencyId>(), id, 2,
                                           {.state = TaskState::done}, place.adviser, noon.now());
        const auto done = change_task(transaction, place.agency, id, 2, {.state = TaskState::done},
                                      place.adviser, noon.now());
        transaction.commit();
        CHECK(moved);
        REQUIRE_FALSE(stale);
        CHECK(stale.error().kind == ErrorKind::conflict);
        REQUIRE_FALSE(elsewhere);
        CHECK(elsewhere.error().kind == ErrorKind::not_found);
        CHECK(done);

        auto reading = place.database.read();
        const auto task = find_task(reading, place.agency, id);
        REQUIRE(task);
        CHECK(task->told.due_on == date(2026, 12, 4));
        CHECK(task->settled());
        CHECK(task->settled_by == place.adviser);
        const auto history = task_history(reading, place.agency, id);
        REQUIRE(history.size() == 2);
        CHECK(history[1].due_on == date(2026, 12, 3));
        CHECK(history[1].why == "The school closed on 30 November");
    });
}

TEST_CASE("a task may have a time of day, which goes with its day")
{
    using std::chrono::minutes;
    for_each_place([](const Place& place) {
        const auto day = date(2026, 12, 3);
        added(place, {.case_id = place.case_id, .title = "That day", .due_on = day});
        const auto id = added(place, {.case_id = place.case_id,
                                      .title = "Send the papers",
                                      .due_on = day,
                                      .due_at = minutes{13 * 60}});
        const auto saved = [&] {
            auto reading = place.database.read();
            return *find_task(reading, place.agency, id);
        };
        CHECK(saved().told.due_at == minutes{13 * 60});
        {
            auto reading = place.database.read();
            CHECK(tasks_of_case(reading, place.agency, place.case_id).front().id == id);
        }
        const auto change = [&](std::int64_t version, const TaskChange& to) {
            auto transaction = place.database.begin("change task");
            REQUIRE(
                change_task(transaction, place.agency, id, version, to, place.adviser, noon.now()));
            transaction.commit();
        };
        change(1, {.due_on = std::optional(std::optional(day)), .why = "The same day"});
        CHECK(saved().told.due_at == minutes{13 * 60});
        change(2, {.due_on = std::optional(std::optional(day + Days{1})), .why = "A day later"});
        CHECK_FALSE(saved().told.due_at);
        change(3, {.due_at = std::optional(std::optional(minutes{9 * 60}))});
        CHECK(saved().told.due_at == minutes{9 * 60});
        auto reading = place.database.read();
        const auto history = task_history(reading, place.agency, id);
        REQUIRE(history.size() == 3);
        CHECK_FALSE(history[0].due_at);
        CHECK(history[1].due_at == minutes{13 * 60});
    });
}

TEST_CASE("a task opened again is nobody's to have settled")
{
    for_each_place([](const Place& place) {
        const auto id = added(place, {.title = "Order leaflets"});
        auto transaction = place.database.begin("change task");
        REQUIRE(change_task(transaction, place.agency, id, 1, {.state = TaskState::done},
                            place.adviser, noon.now()));
        REQUIRE(change_task(transaction, place.agency, id, 2, {.state = TaskState::open},
                            place.adviser, noon.now()));
        const auto task = find_task(transaction, place.agency, id);
        REQUIRE(task);
        CHECK_FALSE(task->settled());
        CHECK_FALSE(task->settled_at);
        CHECK_FALSE(task->settled_by);
    });
}

} // namespace casework_store_tasks_test
