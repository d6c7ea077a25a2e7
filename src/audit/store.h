// The only code that touches the audit tables. Works on any database that `prepare` has met, so
// that an agency whose records lie apart keeps its chain beside them. trust.md L-01 to L-04, L-08.
#pragma once

#include "audit/types.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::audit {

/// Brings the tables to their present shape. Conflict for a newer database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// Adds the deed to its agency's chain, in the transaction of the deed itself: both are stored or
/// neither. Throws Bug where a text is not an id or a name (may_be_noted), or the agency is empty.
Entry note(db::Transaction& transaction, const Deed& deed, Instant now);

/// The entries that name a record, newest first, older than `before`, at most `limit`.
std::vector<Entry> entries_about(db::Queries& database, std::string_view agency,
                                 std::string_view record, std::size_t limit,
                                 std::int64_t before = std::numeric_limits<std::int64_t>::max());
/// What happened in an agency in that time, in order, at most `limit`.
std::vector<Entry> entries_between(db::Queries& database, std::string_view agency, Instant from,
                                   Instant until, std::size_t limit);
/// When the oldest entry was made since which every one still says what happened: those before it
/// were emptied, in whole or in part. Nothing where the agency has no entry.
std::optional<Instant> kept_whole_since(db::Queries& database, std::string_view agency);
/// Where the agency's chain ends; place 0 where it has none yet.
Head head_of(db::Queries& database, std::string_view agency);

/// Every agency with a chain here, by id.
std::vector<std::string> agencies_of(db::Queries& database);

/// Signs each head that grew since it was signed last, and answers those.
std::vector<SignedHead> sign_heads(db::Database& database, const crypto::Key& seed, Instant now);
/// All signed heads of an agency, oldest first.
std::vector<SignedHead> signed_heads_of(db::Queries& database, std::string_view agency);

/// Whether a record is still there, by its kind and id: what was done to it is then kept longer.
using StillThere = std::function<bool(db::Queries& database, std::string_view agency,
                                      std::string_view record_kind, std::string_view record)>;
/// How many entries older than `before` erase_before would empty.
std::int64_t count_erasable(db::Queries& database, std::string_view agency, Instant before,
                            const StillThere& still_there = {});
/// Empties the content of the entries older than `before`, but of records that are still there, and
/// notes that, by `deed`, in the chain; the hashes stay, so that the chain can still be checked.
/// Answers how many were emptied; where none was, nothing is noted. On PostgreSQL it takes the
/// owner of the tables: the role that serves cannot change an entry. trust.md L-08.
std::int64_t erase_before(db::Transaction& transaction, Instant before, Deed deed, Instant now,
                          const StillThere& still_there = {});

/// What heads are checked against: the key that signed them, and heads that were kept elsewhere.
struct Evidence {
    std::string public_key;        ///< 32 bytes; empty: signatures are not checked
    std::vector<SignedHead> heads; ///< beside those in the database
};
/// Walks every entry of an agency's chain and names the first that is not as it was.
ChainReport verify_chain(db::Queries& database, std::string_view agency,
                         const Evidence& evidence = {});
/// The same for every agency that has a chain, or a head in the evidence, by id.
std::vector<ChainReport> verify(db::Database& database, const Evidence& evidence = {});

} // namespace onroll::audit
