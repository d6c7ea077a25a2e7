// Joining two records of one person and parting them again. No row of either is changed: the joined
// record is shown as part of the one that is kept, so parting leaves both as if they had never been
// joined, with the edits made since. trust.md R-15.
#pragma once

#include "people/store.h"

namespace onroll::people {

/// Proposes to show `joined` as part of `kept`. It is made at once where two identifiers agree;
/// otherwise a second person must agree. conflict where either was joined already.
Result<Merge> propose_merge(db::Transaction& transaction, const Scope& scope, const PersonId& kept,
                            const PersonId& joined);
/// not_allowed for the one who proposed it.
Result<void> agree_to_merge(db::Transaction& transaction, const Scope& scope, const MergeId& id);
Result<void> undo_merge(db::Transaction& transaction, const Scope& scope, const MergeId& id);
Result<Merge> find_merge(db::Queries& database, const access::AgencyId& agency, const MergeId& id);
/// All that name the record, oldest first.
std::vector<Merge> merges_of(db::Queries& database, const access::AgencyId& agency,
                             const PersonId& id);

/// Those that wait for a second person, oldest first, at most a hundred.
std::vector<Merge> waiting_merges(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::people
