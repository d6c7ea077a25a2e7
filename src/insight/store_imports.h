// Stores files of statistics: each in one transaction, once, with what it supersedes. Only this and
// store.cpp touch the tables of insight.
#pragma once

#include "insight/imports.h"
#include "insight/types_import.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <functional>
#include <string>
#include <string_view>

namespace onroll::insight {

/// Every ONS code known so far, for read_statistics().
KnownCodes known_codes(db::Queries& database);

/// What else is to be done in the transaction that stores a file, and stored with it or not at all.
using AlsoInIt = std::function<void(db::Transaction&)>;

/// Reads and stores a file. With faulty rows nothing is stored. The same bytes again change
/// nothing and say so. A later file of the same kind (by the day it was published, else by import)
/// takes the place of the figures that both have. Errors: as read_statistics().
Result<ImportReport> import_statistics(db::Database& database, const ImportFile& file, Apply apply,
                                       const Clock& clock, const AlsoInIt& also = {});

/// Stores a file that was read; what import_statistics() and the demo area share.
Result<ImportReport> store_statistics(db::Database& database, const StatisticsFile& file,
                                      Apply apply, const Clock& clock, const AlsoInIt& also = {});

/// Keeps a file that `owner` sent by a browser until they confirm it, for a day; answers the token
/// to find it by. Those of earlier days are dropped. The row holds no more of `owner` than a hash
/// that is keyed by it: give words that nobody can guess.
std::string keep_upload(db::Database& database, std::string_view owner, const ImportFile& file,
                        const Clock& clock);
/// Not found for a token that was never given or is another's, is confirmed already, or is a day
/// old.
Result<ImportFile> find_upload(db::Queries& database, std::string_view owner,
                               std::string_view token, const Clock& clock);
void drop_upload(db::Database& database, std::string_view token, const Clock& clock);
/// Those that were sent more than a day ago.
void drop_old_uploads(db::Database& database, const Clock& clock);

} // namespace onroll::insight
