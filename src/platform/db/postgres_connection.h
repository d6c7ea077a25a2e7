// The PostgreSQL driver over libpq: one connection, its prepared statements and their rows.
// Internal to platform/db.
#pragma once

#include "platform/db/dialect.h"
#include "platform/db/driver.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct pg_conn;
struct pg_result;

namespace onroll::db {

struct PostgresResultCloser {
    void operator()(pg_result* result) const noexcept;
};
using PostgresResult = std::unique_ptr<pg_result, PostgresResultCloser>;

/// A statement that the server keeps ready under `name`, for one list of types.
struct PostgresStatement {
    std::string name;
    int placeholders = 0;
    Timing* timing = nullptr;
    std::shared_ptr<std::vector<std::string>>
        columns; ///< empty until first answered; a cursor may outlive the statement
};

enum class PostgresRole { reader, writer };

/// Where on the server a connection works, and as whom; see Settings.
struct PostgresPlace {
    std::string url;
    std::string schema;
    std::string role;
    std::string agency;
};

class PostgresConnection final : public Connection {
public:
    /// Throws Failure when the server does not answer, or is not one that keeps what it was given.
    PostgresConnection(const PostgresPlace& place, PostgresRole role, Timings& timings);
    ~PostgresConnection() override;

    std::unique_ptr<Cursor> query(const Sql& sql, std::span<const Value> values) override;
    std::int64_t run(const Sql& sql, std::span<const Value> values) override;
    std::size_t batch_size() const override { return 256; }
    std::int64_t run_rows(const Sql& sql, std::span<const OwnedRow> rows) override;
    void run_script(const Sql& script) override;
    std::string show_rows_of(std::string_view agency) override;
    bool shows_rows_of(std::string_view agency) const override
    {
        return !follows_agency_ || shows_rows_of_ == agency;
    }
    void begin_writing() override;
    void begin_snapshot() override;
    void commit(const std::string& transaction) override;
    void rollback() noexcept override;
    bool is_sound() noexcept override;
    int open_cursors() const override { return open_cursors_; }

    /// The first field of the first row of a fixed question, as text.
    std::string ask(const char* fixed_text);

private:
    void take_place(const PostgresPlace& place);
    friend class PostgresCursor;
    PostgresStatement& prepare(const Sql& sql, std::span<const Value> values);
    PostgresResult execute(PostgresStatement& statement, const Sql& sql,
                           std::span<const Value> values);
    PostgresResult execute_text(const char* fixed_text, std::string_view name);
    /// Throws what the server said, without its values, unless it went well.
    void check(const pg_result* result, std::string_view statement);

    pg_conn* handle_ = nullptr;
    Timings& timings_;
    std::unordered_map<std::string, PostgresStatement, TextHash, std::equal_to<>>
        kept_;                    ///< by text and types
    bool follows_agency_ = false; ///< works as a role whose rows depend on the agency in force
    std::string shows_rows_of_;   ///< empty where it is not known
    int open_cursors_ = 0;
    int statements_made_ = 0;
};

} // namespace onroll::db
