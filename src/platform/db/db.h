// The database layer in one include: SQLite inside the process, or PostgreSQL by one setting, with
// one dialect. See README.md beside this file for the dialect. Knows no domain word.
#pragma once

#include "platform/db/database.h" // IWYU pragma: export
#include "platform/db/failure.h"  // IWYU pragma: export
#include "platform/db/migrate.h"  // IWYU pragma: export
#include "platform/db/rows.h"     // IWYU pragma: export
#include "platform/db/sql.h"      // IWYU pragma: export
#include "platform/db/value.h"    // IWYU pragma: export
