// A SQLite file that this process alone has: checks of the library and of the file. Internal to
// platform/db.
#pragma once

#include "kernel/result.h"

namespace onroll::db {

/// Refuses a SQLite library whose write-ahead log can lose commits: those before 3.51.3 (trust.md
/// `version` is as sqlite3_libversion_number() has it: 3051003.
Result<void> check_sqlite_version(int version);

} // namespace onroll::db
