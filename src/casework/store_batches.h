// What was done to several cases at once, kept so that it can be undone. The audit rows are the
// caller's, in the same transaction. capabilities.md table stake 27.
#pragma once

#include "casework/recount.h"
#include "casework/types_allocation.h"
#include "casework/types_batches.h"
#include "casework/types_close.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

BatchId add_batch(db::Transaction& transaction, const access::AgencyId& agency,
                  const NewBatch& batch, const access::UserId& by, Instant now);
/// not_found for one of no or another agency.
Result<Batch> find_batch(db::Queries& database, const access::AgencyId& agency, const BatchId& id);
/// Those that somebody did, the newest first; without their lines.
std::vector<Batch> batches_of(db::Queries& database, const access::AgencyId& agency,
                              const access::UserId& by, std::size_t limit);

/// Closes the case of a line, and fills in how it was before.
Result<void> close_in_batch(db::Transaction& transaction, const access::AgencyId& agency,
                            BatchLine& line, const NewClose& told, const access::UserId& by,
                            Instant now);

/// Of the cases that whoever undoes it may change: opens what it closed as it was before and counts
/// its dates again, takes back messages that nobody has read and notices that have not left, and
/// corrects its notes to say so; what has moved on since stays. conflict where it is undone
/// already.
Result<Undone> undo_batch(db::Transaction& transaction, const access::AgencyId& agency,
                          const BatchId& id, const std::vector<CaseId>& changeable,
                          const Reckoner& reckoner, const access::UserId& by, Instant now);

} // namespace onroll::casework
