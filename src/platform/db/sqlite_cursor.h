// The rows of one statement of SQLite. Internal to platform/db.
#pragma once

#include "platform/db/driver.h"
#include "platform/db/sqlite_connection.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::db {

/// Steps as the rows are asked for, and lets the statement go as soon as there are no more.
class SqliteCursor final : public Cursor {
public:
    SqliteCursor(SqliteConnection& connection, SqliteStatement& statement,
                 std::unique_ptr<SqliteStatement> own)
        : connection_(connection), statement_(&statement), own_(std::move(own)),
          name_(statement.name)
    {
        ++connection_.open_cursors_;
        statement_->lent = true;
        try {
            step();
        } catch (...) {
            let_go();
            --connection_.open_cursors_;
            throw;
        }
        first_is_waiting_ = true;
    }
    ~SqliteCursor() override
    {
        let_go();
        --connection_.open_cursors_;
    }
    SqliteCursor(const SqliteCursor&) = delete;
    SqliteCursor& operator=(const SqliteCursor&) = delete;

    bool next() override
    {
        if (std::exchange(first_is_waiting_, false)) return on_row_;
        if (on_row_) step();
        return on_row_;
    }
    const std::vector<std::string>& columns() const override { return statement_->columns; }
    Holds holds(int column) const override
    {
        switch (sqlite3_column_type(statement_->prepared, column)) {
        case SQLITE_INTEGER:
            return Holds::integer;
        case SQLITE_FLOAT:
            return Holds::real;
        case SQLITE_TEXT:
            return Holds::text;
        case SQLITE_BLOB:
            return Holds::blob;
        default:
            return Holds::null;
        }
    }
    std::int64_t integer(int column) const override
    {
        return sqlite3_column_int64(statement_->prepared, column);
    }
    double real(int column) const override
    {
        return sqlite3_column_double(statement_->prepared, column);
    }
    std::string_view text(int column) const override
    {
        const auto* bytes =
            reinterpret_cast<const char*>(sqlite3_column_text(statement_->prepared, column));
        if (!bytes) connection_.fail(SQLITE_NOMEM, name_);
        return {bytes,
                static_cast<std::size_t>(sqlite3_column_bytes(statement_->prepared, column))};
    }
    std::vector<std::byte> blob(int column) const override
    {
        const auto* bytes =
            static_cast<const std::byte*>(sqlite3_column_blob(statement_->prepared, column));
        const int size = sqlite3_column_bytes(statement_->prepared, column);
        if (size == 0) return {};
        if (!bytes) connection_.fail(SQLITE_NOMEM, name_);
        return {bytes, bytes + size};
    }
    std::string_view statement() const override { return name_; }

private:
    void step()
    {
        const int code = sqlite3_step(statement_->prepared);
        on_row_ = code == SQLITE_ROW;
        if (on_row_) return;
        if (code != SQLITE_DONE) connection_.fail(code, name_);
        sqlite3_reset(statement_->prepared); // The snapshot is not held while the caller thinks.
    }
    void let_go() noexcept
    {
        sqlite3_reset(statement_->prepared);
        sqlite3_clear_bindings(statement_->prepared);
        statement_->lent = false;
    }

    SqliteConnection& connection_;
    SqliteStatement* statement_;
    std::unique_ptr<SqliteStatement> own_;
    std::string name_;
    bool on_row_ = false;
    bool first_is_waiting_ = false;
};

} // namespace onroll::db
