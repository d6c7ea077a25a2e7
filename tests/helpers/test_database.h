// Databases for tests: an empty one on each engine, gone afterwards. SQLite is a file in a folder
// of its own; PostgreSQL is a schema of its own in the server that ONROLL_TEST_POSTGRES names
// (tools/test_postgres starts one), else it is skipped.
#pragma once

#include "platform/db/db.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace onroll::tests {

/// Where one empty database is; removed with all that is in it at the end. Open it as often as the
/// test needs.
class TestDatabase {
public:
    explicit TestDatabase(db::Engine engine);
    ~TestDatabase();
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    const db::Settings& settings() const { return settings_; }
    /// The folder of the SQLite file; empty on PostgreSQL.
    const std::filesystem::path& folder() const { return folder_; }
    /// Opens it; throws Bug with the message when that fails.
    std::unique_ptr<db::Database> open() const;

private:
    db::Settings settings_;
    std::filesystem::path folder_;
};

/// Whether there is a PostgreSQL server for tests; prints once that it was skipped when there is
/// none.
bool postgres_is_there();

/// Calls with an empty open database on each engine in turn.
void for_each_engine(const std::function<void(db::Database& database)>& test);

/// As for_each_engine, for tests that open and close the database themselves.
void for_each_engine_unopened(const std::function<void(TestDatabase& place)>& test);

} // namespace onroll::tests
