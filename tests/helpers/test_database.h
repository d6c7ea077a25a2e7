// Databases for tests, on each engine, gone afterwards. SQLite is a file in a folder of its own;
// PostgreSQL is a schema of its own in the server that ONROLL_TEST_POSTGRES names
// (tools/test_postgres starts one), else it is skipped. Making the tables of every part takes
// longer than most tests, so a test program says once what its databases begin with.
#pragma once

#include "platform/db/db.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace onroll::tests {

/// Said once in a test program, as a constant of a file: each database of its tests begins with
/// what `prepare` makes of an empty one, instead of with nothing. It is made once on each engine.
/// SQLite's file is copied for each test; of PostgreSQL's schema, a test's rows are taken out again
/// for the next, and one that a test changed in its shape is dropped; the last ones go with the
/// server.
struct Beginning {
    explicit Beginning(std::function<void(db::Database& database)> prepare);
};

enum class From { beginning, nothing };

/// Where one database is; removed with all that is in it at the end. Open it as often as the test
/// needs.
class TestDatabase {
public:
    explicit TestDatabase(db::Engine engine, From from = From::beginning);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    const db::Settings& settings() const { return settings_; }
    /// The folder of the SQLite file; empty on PostgreSQL.
    const std::filesystem::path& folder() const { return folder_; }
    /// Opens it; throws Bug with the message when that fails.
    std::unique_ptr<db::Database> open() const;
    /// The same one each time; on PostgreSQL it may have served tests before.
    db::Database& opened();

private:
    struct Begun;
    std::unique_ptr<Begun> begun_; ///< PostgreSQL: emptied rather than dropped
    std::unique_ptr<db::Database> opened_;
    db::Settings settings_;
    std::filesystem::path folder_;
};

/// Whether there is a PostgreSQL server for tests; prints once that it was skipped when there is
/// none.
bool postgres_is_there();

/// Calls with an open database on each engine in turn.
void for_each_engine(const std::function<void(db::Database& database)>& test);

/// As for_each_engine, for tests that open and close the database themselves.
void for_each_engine_unopened(const std::function<void(TestDatabase& place)>& test);

} // namespace onroll::tests
