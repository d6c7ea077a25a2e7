// Closing a case: how it ended, each time it did. Every question names the agency. capabilities.md
// N55.
#pragma once

#include "casework/types_close.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// Closes a case; what is still to be done in it ends with it. conflict where `version` is not the
/// saved one or it is closed already.
Result<void> close_case(db::Transaction& transaction, const access::AgencyId& agency,
                        const CaseId& id, std::int64_t version, const NewClose& told,
                        const access::UserId& by, Instant now);

/// The oldest first: a case that was opened again may have several.
std::vector<Close> closes_of_case(db::Queries& database, const access::AgencyId& agency,
                                  const CaseId& id);
/// Of all cases, in those days, both included.
std::vector<Close> closes_between(db::Queries& database, const access::AgencyId& agency, Date first,
                                  Date last);

} // namespace onroll::casework
