// A SQLite database as a file, for backups and checks: beside a server that may be at work on it.
// Only reads it, so it needs no lock; see docs/decisions.
#pragma once

#include "kernel/result.h"

#include <filesystem>

namespace onroll::db {

/// Makes `copy` a sound copy of all that is committed in `file` at one moment, made durable; one
/// file that needs no log beside it. unavailable where either cannot be used.
Result<void> copy_sqlite_file(const std::filesystem::path& file, const std::filesystem::path& copy);

/// Whether every page, index and reference of the database is sound. unavailable, with what is
/// wrong, where it is not.
Result<void> check_sqlite_file(const std::filesystem::path& file);

} // namespace onroll::db
