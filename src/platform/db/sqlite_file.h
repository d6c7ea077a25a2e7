// A SQLite database as a file, for backups and checks: beside a server that may be at work on it.
// Only reads it, so it needs no lock; see docs/decisions.
#pragma once

#include "kernel/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

namespace onroll::db {

/// All that is committed in a file at one moment, as the bytes of one file that needs no log beside
/// it. They are handed over piece by piece and written nowhere. Holds a snapshot while it lives.
class SqliteFilePages {
public:
    /// unavailable where the file cannot be read.
    static Result<SqliteFilePages> of(const std::filesystem::path& file);
    SqliteFilePages(SqliteFilePages&&) noexcept;
    ~SqliteFilePages();

    std::int64_t bytes() const;
    /// The next piece, good until the next call; nothing after the last. unavailable where the file
    /// cannot be read.
    Result<std::optional<std::string_view>> next();

private:
    struct Inside;
    explicit SqliteFilePages(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// Whether every page, index and reference of the database is sound. unavailable, with what is
/// wrong, where it is not.
Result<void> check_sqlite_file(const std::filesystem::path& file);

} // namespace onroll::db
