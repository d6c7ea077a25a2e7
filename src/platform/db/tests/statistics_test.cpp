#include "platform/db/db.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace platform_db_statistics_test {

using namespace onroll;

constexpr std::string_view make_heap = "CREATE TABLE heap (agency TEXT NOT NULL, id INTEGER NOT "
                                       "NULL, PRIMARY KEY (agency, id)) STRICT, WITHOUT ROWID;";
const std::array migrations{EmbeddedFile{"sql/0001_heap.sql", make_heap}};
const db::Sql add{"add", "INSERT INTO heap (agency, id) VALUES (?, ?)"};
const db::Sql counted{"counted",
                      "SELECT CAST(reltuples AS BIGINT) AS counted FROM pg_class WHERE relname = "
                      "'heap' AND relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = "
                      "current_schema())"};

// Else the server tells of what changed when it comes to it, perhaps after the next opening.
const db::Sql tell_with_the_commit{"tell_with_the_commit",
                                   "DO $$ BEGIN PERFORM pg_stat_force_next_flush(); END $$"};

std::int64_t counted_rows(db::Database& database)
{
    auto reading = database.read();
    auto rows = reading.query(counted);
    REQUIRE(rows.next());
    return rows.integer("counted");
}

TEST_CASE("a table that has grown is counted when it is opened again, before PostgreSQL does")
{
    if (!::onroll::tests::postgres_is_there()) return;
    const ::onroll::tests::TestDatabase place(db::Engine::postgres);
    {
        const auto database = place.open();
        REQUIRE(db::migrate(*database, "heap", migrations));
        CHECK(counted_rows(*database) <= 0);
        auto transaction = database->begin("fill");
        auto heap = transaction.bulk(add);
        for (std::int64_t id = 0; id < 3'000; ++id) heap.add("one", id);
        CHECK(heap.finish() == 3'000);
        transaction.run_script(tell_with_the_commit);
        transaction.commit();
    }
    const auto database = place.open();
    REQUIRE(db::migrate(*database, "heap", migrations));
    CHECK(counted_rows(*database) == 3'000);
}

TEST_CASE("a server that was told what reading by an index costs is believed")
{
    if (!::onroll::tests::postgres_is_there()) return;
    const ::onroll::tests::TestDatabase place(db::Engine::postgres);
    const auto cost_at = [](const db::Settings& settings) {
        const auto database = db::Database::open(settings).value();
        const db::Sql question{"cost", "SELECT current_setting('random_page_cost') AS cost"};
        std::string cost;
        auto reading = database->read();
        auto rows = reading.query(question);
        if (rows.next()) cost = rows.text("cost");
        return cost;
    };
    CHECK(cost_at(place.settings()) == "1.1");
    auto told = place.settings();
    told.url += (told.url.find('?') == std::string::npos ? "?" : "&") +
                std::string("options=-c%20random_page_cost%3D3");
    CHECK(cost_at(told) == "3");
}

} // namespace platform_db_statistics_test
