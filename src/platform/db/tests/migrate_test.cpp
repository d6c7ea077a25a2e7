#include "platform/db/db.h"
#include "helpers/test_database.h"
#include "kernel/ensure.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace migrate_test {

namespace db = onroll::db;
using onroll::EmbeddedFile;
using onroll::tests::for_each_engine;
using onroll::tests::for_each_engine_unopened;
using Files = std::vector<EmbeddedFile>;

constexpr EmbeddedFile first{
    "sql/0001_shelves.sql",
    "-- Where books stand; is it one?\nCREATE TABLE library_shelf (id INTEGER PRIMARY KEY, name "
    "TEXT "
    "NOT NULL) STRICT;\nINSERT INTO library_shelf (name) VALUES ('why?');\n"};
constexpr EmbeddedFile second{
    "sql/0002_width.sql",
    "ALTER TABLE library_shelf ADD COLUMN width REAL NOT NULL DEFAULT 1.5;\n"
    "CREATE TABLE library_book (id INTEGER PRIMARY KEY, shelf_id INTEGER NOT NULL REFERENCES "
    "library_shelf (id)) STRICT;\n"
    "INSERT INTO library_book (shelf_id) SELECT id FROM library_shelf;\n"};
constexpr EmbeddedFile broken{"sql/0003_broken.sql",
                              "CREATE TABLE library_reader (id INTEGER PRIMARY KEY) STRICT;\n"
                              "DELETE FROM library_book;\nINSERT INTO no_such_table VALUES (1);\n"};
constexpr EmbeddedFile query{"sql/find_shelf.sql", "SELECT 1"};

const onroll::FixedClock& clock()
{
    static const onroll::FixedClock still(onroll::date(2026, 11, 23));
    return still;
}

int migrated(db::Database& database, const Files& files)
{
    const auto count = db::migrate(database, "library", files, clock());
    REQUIRE(count.has_value());
    return *count;
}

std::string versions(db::Database& database)
{
    auto reader = database.read();
    constexpr db::Sql list{
        "list versions",
        "SELECT part, number, name, hash, applied_at FROM schema_version ORDER BY number"};
    auto rows = reader.query(list);
    std::string text;
    while (rows.next()) {
        CHECK(rows.text("hash").size() == 16);
        CHECK(rows.text("applied_at") == "2026-11-23T12:00:00.000Z");
        text += rows.text("part") + " " + std::to_string(rows.integer("number")) + " " +
                rows.text("name") + "; ";
    }
    return text;
}

std::int64_t count(db::Database& database, const db::Sql& sql)
{
    auto reader = database.read();
    auto rows = reader.query(sql);
    REQUIRE(rows.next());
    return rows.integer("n");
}

constexpr db::Sql count_books{"count books", "SELECT count(*) AS n FROM library_book"};
constexpr db::Sql count_shelves{"count shelves",
                                "SELECT count(*) AS n FROM library_shelf WHERE width = 1.5"};

TEST_CASE("migrations run once, in order, and are recorded")
{
    for_each_engine([](db::Database& database) {
        CHECK(migrated(database, {query, second, first}) == 2);
        CHECK(versions(database) == "library 1 0001_shelves; library 2 0002_width; ");
        CHECK(migrated(database, {first, second, query}) == 0);
        CHECK(count(database, count_books) == 1);
    });
}

TEST_CASE("a migration goes forward over the rows that are there")
{
    for_each_engine_unopened([](onroll::tests::TestDatabase& place) {
        {
            const auto database = place.open();
            CHECK(migrated(*database, {first}) == 1);
            auto transaction = database->begin("add");
            constexpr db::Sql add{"add shelf", "INSERT INTO library_shelf (name) VALUES (?)"};
            for (const auto* name : {"a", "b", "c"}) transaction.run(add, name);
            transaction.commit();
        }
        const auto database = place.open();
        CHECK(migrated(*database, {first, second}) == 1);
        CHECK(count(*database, count_shelves) == 4);
        CHECK(count(*database, count_books) == 4);
        if (database->engine() == db::Engine::sqlite) {
            // The copy made before has the rows, and not yet the column.
            auto copied = place.settings();
            copied.url += ".before-library-2";
            const auto copy = db::Database::open(copied);
            REQUIRE(copy.has_value());
            constexpr db::Sql count_all{"count all", "SELECT count(*) AS n FROM library_shelf"};
            CHECK(count(**copy, count_all) == 4);
            CHECK_THROWS_AS(count(**copy, count_shelves), db::Failure);
        }
    });
}

TEST_CASE("each part has its own numbers")
{
    for_each_engine([](db::Database& database) {
        CHECK(migrated(database, {first}) == 1);
        const Files files = {
            {"sql/0001_rooms.sql", "CREATE TABLE school_room (id INTEGER PRIMARY KEY) STRICT"}};
        CHECK(db::migrate(database, "school", files, clock()).value() == 1);
        CHECK(db::migrate(database, "school", files, clock()).value() == 0);
    });
}

TEST_CASE("a text for PostgreSQL takes the place of the other there")
{
    for_each_engine([](db::Database& database) {
        const Files files = {{"sql/0001_a.sql", "CREATE TABLE only_sqlite (n INTEGER) STRICT"},
                             {"sql/0001_a.postgres.sql", "CREATE TABLE only_postgres (n BIGINT)"}};
        CHECK(migrated(database, files) == 1);
        constexpr db::Sql here{"here", "SELECT count(*) AS n FROM only_sqlite",
                               "SELECT count(*) AS n FROM only_postgres"};
        CHECK(count(database, here) == 0);
        CHECK(migrated(database, files) == 0);
    });
}

TEST_CASE("a database from a newer program is refused and left as it is")
{
    for_each_engine([](db::Database& database) {
        migrated(database, {first, second});
        const auto answer = db::migrate(database, "library", Files{first}, clock());
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().kind == onroll::ErrorKind::conflict);
        CHECK(answer.error().message == "The database was made by a newer Onroll than this one. "
                                        "Use that version, or put back a copy made before it");
        CHECK(answer.error().detail == "library: unknown migration 0002_width");
        CHECK(count(database, count_books) == 1);
    });
}

TEST_CASE("a migration whose text has changed since it was applied is refused")
{
    for_each_engine([](db::Database& database) {
        migrated(database, {first});
        const std::string edited = std::string(first.bytes) + " ";
        const auto answer =
            db::migrate(database, "library", Files{{first.name, edited}, second}, clock());
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().kind == onroll::ErrorKind::conflict);
        CHECK(answer.error().detail ==
              "library: migration 0001_shelves has changed since it was applied");
        CHECK(versions(database) == "library 1 0001_shelves; ");
    });
}

TEST_CASE("migrations that cannot be carried out to the end leave nothing behind")
{
    for_each_engine([](db::Database& database) {
        migrated(database, {first});
        CHECK_THROWS_AS(
            db::migrate(database, "library", Files{first, second, broken}, clock()).has_value(),
            db::Failure);
        CHECK(versions(database) == "library 1 0001_shelves; ");
        CHECK_THROWS_AS(count(database, count_books), db::Failure);
        CHECK(migrated(database, {first, second}) == 1);
        CHECK(count(database, count_books) == 1);
    });
}

TEST_CASE("a migration that leaves rows pointing to nothing is rolled back")
{
    for_each_engine([](db::Database& database) {
        migrated(database, {first, second});
        const Files files = {first, second, {"sql/0003_lose.sql", "DELETE FROM library_shelf"}};
        CHECK_THROWS_AS(db::migrate(database, "library", files, clock()).has_value(), db::Failure);
        CHECK(count(database, count_shelves) == 1);
    });
}

TEST_CASE("migrations are numbered from 1, without a gap or a double")
{
    onroll::tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    const auto migrate_files = [&](const Files& files) {
        return db::migrate(*database, "x", files, clock()).has_value();
    };
    CHECK_THROWS_AS(migrate_files({second}), onroll::Bug);
    CHECK_THROWS_AS(migrate_files({first, {"sql/0001_other.sql", "SELECT 1"}}), onroll::Bug);
    CHECK_THROWS_AS(migrate_files({{"sql/1_short.sql", "SELECT 1"}}), onroll::Bug);
    CHECK_THROWS_AS(migrate_files({{"sql/0001_a.postgres.sql", "SELECT 1"}}), onroll::Bug);
}

} // namespace migrate_test
