// Who works on which case: one or many given at once, and undone. The child's own record goes with
// the case, so that its new caseworker can open it and the one before no longer. capabilities.md
// N07, N10; table stake 27.
#pragma once

#include "casework/types_allocation.h"

#include "kernel/result.h"
#include "people/store.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// Gives each of these cases to the caseworker; those that are closed or theirs already stay as
/// they are. bad_input where that leaves none.
Result<BulkId> allocate(db::Transaction& transaction, const people::Scope& scope,
                        const std::vector<CaseId>& cases, const NewAllocation& given);

/// not_found for one of no or another agency.
Result<Bulk> find_bulk(db::Queries& database, const access::AgencyId& agency, const BulkId& id);

/// Gives back the cases of a bulk that nobody has moved since. conflict where it is undone already.
Result<Undone> undo_bulk(db::Transaction& transaction, const people::Scope& scope,
                         const BulkId& id);

/// The newest first.
std::vector<Bulk> latest_bulks(db::Queries& database, const access::AgencyId& agency,
                               std::size_t limit);

} // namespace onroll::casework
