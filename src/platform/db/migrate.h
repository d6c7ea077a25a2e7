// Brings a part's tables to the shape that this binary knows: numbered files, forward only, each
// recorded with its hash. Built for trust.md R-16.
#pragma once

#include "kernel/embedded.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/database.h"

#include <span>
#include <string_view>

namespace onroll::db {

/// Applies the migrations of `part` that are not yet there and answers how many those were. `files`
/// are the part's embedded files, of which `sql/0001_what_it_does.sql` and so on count (numbers
/// from 1, without a gap; `.postgres.sql` beside one replaces it there). All are applied in one
/// transaction, or none. A SQLite file in which the part already has tables is first copied to
/// `<file>.before-<part>-<number>`. Refuses (conflict) a database with a migration that this binary
/// does not know, and an applied one whose text has changed. Throws Failure when a migration cannot
/// be carried out; the database is then as it was.
Result<int> migrate(Database& database, std::string_view part, std::span<const EmbeddedFile> files,
                    const Clock& clock);
/// With the machine's clock.
Result<int> migrate(Database& database, std::string_view part, std::span<const EmbeddedFile> files);

} // namespace onroll::db
