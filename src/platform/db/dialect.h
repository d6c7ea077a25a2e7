// One dialect for both engines: turns a statement written for SQLite into PostgreSQL's words. Pure.
// See README.md for the dialect. Internal to platform/db.
#pragma once

#include <string>
#include <string_view>

namespace onroll::db {

struct PostgresText {
    std::string text;
    int placeholders = 0;

    bool operator==(const PostgresText&) const = default;
};

enum class Words { translate, keep };

/// Numbers the `?` as $1, $2 … in order. With Words::translate also: INTEGER, REAL and BLOB become
/// BIGINT, DOUBLE PRECISION and BYTEA; INTEGER PRIMARY KEY becomes an identity column; STRICT and
/// WITHOUT ROWID after a table are left out. Nothing inside strings, quoted names and comments is
/// touched.
PostgresText to_postgres(std::string_view sql, Words words);

} // namespace onroll::db
