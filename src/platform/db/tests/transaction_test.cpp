#include "platform/db/db.h"
#include "helpers/test_database.h"
#include "kernel/ensure.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace transaction_test {

namespace db = onroll::db;
using db::FailureKind;
using onroll::tests::for_each_engine;

constexpr db::Sql make_tables{"make tables", R"(
CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE book (
    id INTEGER PRIMARY KEY,
    shelf_id INTEGER NOT NULL REFERENCES shelf (id),
    pages INTEGER NOT NULL CONSTRAINT some_pages CHECK (pages > 0)
) STRICT;
)"};
constexpr db::Sql add_shelf{"add shelf", "INSERT INTO shelf (name) VALUES (?)"};
constexpr db::Sql add_book{"add book", "INSERT INTO book (shelf_id, pages) VALUES (?, ?)"};
constexpr db::Sql count_shelves{"count shelves", "SELECT count(*) AS n FROM shelf"};
constexpr db::Sql list_shelves{"list shelves", "SELECT id, name FROM shelf ORDER BY id"};

void with_tables(db::Database& database)
{
    auto transaction = database.begin("make");
    transaction.run_script(make_tables);
    transaction.commit();
}

std::int64_t shelves(db::Queries& queries)
{
    auto rows = queries.query(count_shelves);
    REQUIRE(rows.next());
    return rows.integer("n");
}

std::int64_t shelves(db::Database& database)
{
    auto reader = database.read();
    return shelves(reader);
}

template <class Work>
FailureKind kind_of(Work work)
{
    try {
        work();
    } catch (const db::Failure& failure) {
        return failure.kind();
    }
    FAIL("nothing failed");
    return FailureKind::other;
}

TEST_CASE("what was committed is there for the next reader")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        {
            auto transaction = database.begin("add");
            CHECK(transaction.run(add_shelf, "history") == 1);
            CHECK(shelves(transaction) == 1);
            CHECK(shelves(database) == 0);
            transaction.commit();
        }
        CHECK(shelves(database) == 1);
    });
}

TEST_CASE("leaving without commit rolls back, by return or by exception")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        {
            auto transaction = database.begin("add");
            transaction.run(add_shelf, "history");
        }
        CHECK(shelves(database) == 0);
        try {
            auto transaction = database.begin("add");
            transaction.run(add_shelf, "history");
            throw std::runtime_error("the rest went wrong");
        } catch (const std::runtime_error&) {
        }
        CHECK(shelves(database) == 0);
        auto transaction = database.begin("add");
        transaction.run(add_shelf, "history");
        transaction.commit();
    });
}

TEST_CASE("run answers how many rows changed")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        auto transaction = database.begin("count");
        for (const auto* name : {"a", "b", "c"}) transaction.run(add_shelf, name);
        constexpr db::Sql rename{"rename", "UPDATE shelf SET name = name || ? WHERE name <> ?"};
        CHECK(transaction.run(rename, "x", "b") == 2);
        constexpr db::Sql index{"index", "CREATE INDEX shelf_by_name ON shelf (name)"};
        CHECK(transaction.run(index) == 0);
        constexpr db::Sql keep{"keep",
                               "INSERT INTO shelf (name) VALUES (?) ON CONFLICT (name) DO NOTHING"};
        CHECK(transaction.run(keep, "b") == 0);
        constexpr db::Sql remove{"remove", "DELETE FROM shelf"};
        CHECK(transaction.run(remove) == 3);
    });
}

TEST_CASE("a transaction within another of the same thread is a bug, and the outer one goes on")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        auto outer = database.begin("outer");
        outer.run(add_shelf, "history");
        CHECK_THROWS_AS(database.begin("inner"), onroll::Bug);
        outer.commit();
        CHECK(shelves(database) == 1);
    });
}

TEST_CASE("a transaction is not used after its commit")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        auto transaction = database.begin("add");
        transaction.commit();
        CHECK_THROWS_AS(transaction.run(add_shelf, "late"), onroll::Bug);
        CHECK_THROWS_AS(transaction.commit(), onroll::Bug);
    });
}

TEST_CASE("each constraint says its kind, without the value that broke it")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        {
            auto transaction = database.begin("add");
            transaction.run(add_shelf, "Sam Secret");
            transaction.commit();
        }
        const auto kind_when = [&](const db::Sql& sql, const auto&... values) {
            return kind_of([&] {
                auto transaction = database.begin("break");
                try {
                    transaction.run(sql, values...);
                } catch (const db::Failure& failure) {
                    CHECK(failure.is_constraint());
                    CHECK(failure.statement() == sql.name);
                    const std::string said = failure.what();
                    CHECK(said.find("Sam") == std::string::npos);
                    CHECK(said.find("987") == std::string::npos);
                    throw;
                }
            });
        };
        CHECK(kind_when(add_shelf, "Sam Secret") == FailureKind::unique);
        CHECK(kind_when(add_shelf, std::optional<std::string>()) == FailureKind::not_null);
        CHECK(kind_when(add_book, 987, 10) == FailureKind::foreign_key);
        CHECK(kind_when(add_book, 1, -987) == FailureKind::check);
        constexpr db::Sql remove{"remove", "DELETE FROM shelf"};
        {
            auto transaction = database.begin("add");
            transaction.run(add_book, 1, 10);
            transaction.commit();
        }
        CHECK(kind_when(remove) == FailureKind::foreign_key);
    });
}

TEST_CASE("after a failure a transaction can only be left")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        {
            auto transaction = database.begin("add");
            transaction.run(add_shelf, "history");
            CHECK_THROWS_AS(transaction.run(add_shelf, "history"), db::Failure);
            CHECK(kind_of([&] { transaction.run(add_shelf, "other"); }) == FailureKind::misuse);
            CHECK(kind_of([&] { transaction.commit(); }) == FailureKind::misuse);
        }
        CHECK(shelves(database) == 0);
    });
}

TEST_CASE("a reader cannot write")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        auto reader = database.read();
        CHECK(kind_of([&] { reader.query(add_shelf, "history"); }) == FailureKind::read_only);
    });
}

TEST_CASE("a snapshot sees one moment; a plain reader sees the latest")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        auto snapshot = database.read(db::View::snapshot);
        auto latest = database.read();
        CHECK(shelves(snapshot) == 0);
        {
            auto transaction = database.begin("add");
            transaction.run(add_shelf, "history");
            transaction.commit();
        }
        CHECK(shelves(snapshot) == 0);
        CHECK(shelves(latest) == 1);
    });
}

TEST_CASE("the same statement can be read within itself")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        auto transaction = database.begin("add");
        transaction.run(add_shelf, "a");
        transaction.run(add_shelf, "b");
        std::string pairs;
        auto outer = transaction.query(list_shelves);
        while (outer.next()) {
            auto inner = transaction.query(list_shelves);
            while (inner.next()) pairs += outer.text("name") + inner.text("name") + " ";
        }
        CHECK(pairs == "aa ab ba bb ");
    });
}

TEST_CASE("a statement that stays prepared sees columns that were added since")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        constexpr db::Sql everything{"everything", "SELECT * FROM shelf"};
        auto transaction = database.begin("add");
        transaction.run(add_shelf, "a");
        {
            auto rows = transaction.query(everything);
            REQUIRE(rows.next());
        }
        transaction.run_script(
            db::Sql{"widen", "ALTER TABLE shelf ADD COLUMN width INTEGER NOT NULL DEFAULT 7"});
        auto rows = transaction.query(everything);
        REQUIRE(rows.next());
        CHECK(rows.integer("width") == 7);
    });
}

TEST_CASE("queries are counted for each reader and for the database, and timed by name")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        const auto before = database.query_count();
        auto reader = database.read();
        CHECK(reader.query_count() == 0);
        shelves(reader);
        shelves(reader);
        CHECK(reader.query_count() == 2);
        shelves(database);
        CHECK(database.query_count() == before + 3);
        std::int64_t runs = 0;
        for (const auto& timing : database.timings())
            if (timing.name == "count shelves") runs = timing.runs;
        CHECK(runs == 3);
    });
}

TEST_CASE("a bulk insert stores every row, in all sizes around a batch")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        std::int64_t expected = 0;
        for (const int size : {0, 1, 255, 256, 257, 1000}) {
            auto transaction = database.begin("import");
            auto bulk = transaction.bulk(add_shelf);
            for (int i = 0; i < size; ++i)
                bulk.add("shelf " + std::to_string(size) + " " + std::to_string(i));
            CHECK(bulk.finish() == size);
            transaction.commit();
            expected += size;
            CHECK(shelves(database) == expected);
        }
    });
}

TEST_CASE("a bulk insert that breaks a constraint stores nothing")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        CHECK(kind_of([&] {
                  auto transaction = database.begin("import");
                  auto bulk = transaction.bulk(add_shelf);
                  for (int i = 0; i < 600; ++i) bulk.add("shelf " + std::to_string(i % 500));
                  bulk.finish();
                  transaction.commit();
              }) == FailureKind::unique);
        CHECK(shelves(database) == 0);
        auto transaction = database.begin("again");
        transaction.run(add_shelf, "history");
        transaction.commit();
    });
}

TEST_CASE("four writers and two readers at once: all is stored, and none is told to wait")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        constexpr int writers = 4, rounds = 25;
        std::atomic<int> failed{0};
        std::atomic<bool> done{false};
        std::vector<std::thread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&, writer] {
                try {
                    for (int round = 0; round < rounds; ++round) {
                        auto transaction = database.begin("add");
                        // Reads first, then writes: where SQLite fails at once unless the
                        // transaction began as a writer.
                        transaction.query(count_shelves);
                        transaction.run(add_shelf, "shelf " + std::to_string(writer) + " " +
                                                       std::to_string(round));
                        transaction.commit();
                    }
                } catch (const std::exception&) {
                    ++failed;
                }
            });
        for (int i = 0; i < 2; ++i)
            threads.emplace_back([&] {
                try {
                    std::int64_t last = 0;
                    while (!done) {
                        auto reader = database.read();
                        auto rows = reader.query(count_shelves);
                        rows.next();
                        if (rows.integer("n") < last) ++failed;
                        last = rows.integer("n");
                    }
                } catch (const std::exception&) {
                    ++failed;
                }
            });
        for (int writer = 0; writer < writers; ++writer)
            threads[static_cast<std::size_t>(writer)].join();
        done = true;
        for (std::size_t i = writers; i < threads.size(); ++i) threads[i].join();
        CHECK(failed == 0);
        CHECK(shelves(database) == writers * rounds);
    });
}

TEST_CASE("with_retry tries again when another transaction was in the way, and only then")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        int tries = 0;
        const auto answer = db::with_retry(database, "add", [&](db::Transaction& transaction) {
            transaction.run(add_shelf, "history");
            if (++tries < 3) throw db::Failure(FailureKind::busy, "add", "met another");
            return tries;
        });
        CHECK(answer == 3);
        CHECK(shelves(database) == 1);

        tries = 0;
        CHECK(kind_of([&] {
                  db::with_retry(database, "add", [&](db::Transaction& transaction) {
                      ++tries;
                      transaction.run(add_shelf, "history");
                  });
              }) == FailureKind::unique);
        CHECK(tries == 1);

        tries = 0;
        CHECK(kind_of([&] {
                  db::with_retry(database, "add", [&](db::Transaction&) {
                      ++tries;
                      throw db::Failure(FailureKind::busy, "add", "always");
                  });
              }) == FailureKind::busy);
        CHECK(tries == 8);
    });
}

TEST_CASE("with_retry rolls back work that answers with an error")
{
    for_each_engine([](db::Database& database) {
        with_tables(database);
        const auto answer = db::with_retry(
            database, "add", [&](db::Transaction& transaction) -> onroll::Result<int> {
                transaction.run(add_shelf, "history");
                return onroll::bad_input("Enter a name");
            });
        CHECK_FALSE(answer.has_value());
        CHECK(shelves(database) == 0);
    });
}

TEST_CASE(
    "two transactions of PostgreSQL that wait for each other both come through by trying again")
{
    if (!onroll::tests::postgres_is_there()) return;
    onroll::tests::TestDatabase place(db::Engine::postgres);
    const auto database = place.open();
    with_tables(*database);
    {
        auto transaction = database->begin("add");
        transaction.run(add_shelf, "a");
        transaction.run(add_shelf, "b");
        transaction.commit();
    }
    constexpr db::Sql lengthen{"lengthen", "UPDATE shelf SET name = name || 'x' WHERE id = ?"};
    std::atomic<int> inside{0}, failed{0};
    const auto work = [&](int first, int second) {
        try {
            bool met = false;
            db::with_retry(*database, "lengthen", [&](db::Transaction& transaction) {
                transaction.run(lengthen, first);
                if (!std::exchange(met, true)) {
                    ++inside;
                    while (inside < 2) std::this_thread::yield();
                }
                transaction.run(lengthen, second);
            });
        } catch (const std::exception&) {
            ++failed;
        }
    };
    std::thread other([&] { work(1, 2); });
    work(2, 1);
    other.join();
    CHECK(failed == 0);
    auto reader = database->read();
    auto rows = reader.query(list_shelves);
    std::string names;
    while (rows.next()) names += rows.text("name") + " ";
    CHECK(names == "axx bxx ");
}

TEST_CASE("a connection that the server has ended is replaced by a new one")
{
    if (!onroll::tests::postgres_is_there()) return;
    onroll::tests::TestDatabase place(db::Engine::postgres);
    const auto database = place.open();
    with_tables(*database);
    CHECK(shelves(*database) == 0);
    constexpr db::Sql end_others{
        "end others", "SELECT 1",
        "SELECT count(pg_terminate_backend(pid)) AS n FROM pg_stat_activity "
        "WHERE application_name = 'onroll' AND pid <> pg_backend_pid()"};
    {
        auto transaction = database->begin("end others");
        transaction.query(end_others);
        transaction.commit();
    }
    // The readers are gone; their goodbye may take a moment to arrive.
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
    CHECK(shelves(*database) == 0);

    auto transaction = database->begin("cut off");
    transaction.run(add_shelf, "history");
    std::thread([&] {
        auto other = database->begin("end others");
        other.query(end_others);
    }).join();
    const auto kind = kind_of([&] { transaction.commit(); });
    CHECK((kind == FailureKind::commit_unknown || kind == FailureKind::connection_lost));
}

} // namespace transaction_test
