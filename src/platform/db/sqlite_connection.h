// The SQLite driver: one connection, its prepared statements and their cursors. Internal to
// platform/db.
#pragma once

#include "platform/db/driver.h"

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace onroll::db {

/// A statement that stays prepared; lent to one cursor at a time.
struct SqliteStatement {
    sqlite3_stmt* prepared = nullptr;
    std::string name;
    Timing* timing = nullptr;
    std::vector<std::string> columns;
    int times_prepared_again = 0;
    bool lent = false;

    SqliteStatement() = default;
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;
    ~SqliteStatement();
};

enum class Access { read, write };

class ReserveFile;

class SqliteConnection final : public Connection {
public:
    /// Throws Failure when the file cannot be opened. `writes_stopped` is set when the disk refuses
    /// to make a commit durable, and outlives the connection, as do the timings and the reserve,
    /// which is given up when the disk is full.
    SqliteConnection(const std::filesystem::path& file, Access access, Timings& timings,
                     std::atomic<bool>& writes_stopped, ReserveFile& reserve);
    ~SqliteConnection() override;

    std::unique_ptr<Cursor> query(const Sql& sql, std::span<const Value> values) override;
    std::int64_t run(const Sql& sql, std::span<const Value> values) override;
    void run_script(const Sql& script) override;
    void begin_writing() override;
    void begin_snapshot() override;
    void commit(const std::string& transaction) override;
    void rollback() noexcept override;
    bool is_sound() noexcept override;
    int open_cursors() const override { return open_cursors_; }

    /// Empty when the file is sound, else the first thing that is wrong with it.
    std::string check_integrity();
    /// Copies all that is committed into a new file.
    void copy_to(const std::filesystem::path& file);

    /// Throws what a result code of SQLite means; never holds a value.
    [[noreturn]] void fail(int code, std::string_view statement);

private:
    friend class SqliteCursor;
    std::unique_ptr<SqliteStatement> prepare(const Sql& sql);
    /// A statement ready to bind: the kept one, or a new one in `own` while that is lent.
    SqliteStatement& statement_for(const Sql& sql, std::unique_ptr<SqliteStatement>& own);
    void bind(SqliteStatement& statement, const Sql& sql, std::span<const Value> values);
    bool has_write_ahead_log();
    void execute(const char* fixed_text, std::string_view name);

    sqlite3* handle_ = nullptr;
    Timings& timings_;
    std::atomic<bool>& writes_stopped_;
    ReserveFile& reserve_;
    std::unordered_map<std::string, std::unique_ptr<SqliteStatement>, TextHash, std::equal_to<>>
        kept_; ///< by text
    int open_cursors_ = 0;
};

} // namespace onroll::db
