// The profile of a child in a case: each saving is kept, the last one counts. Every question names
// the agency.
#pragma once

#include "casework/types_case.h"
#include "casework/types_profile.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

namespace onroll::casework {

/// The last one saved; version 0 and nothing told where there is none.
Profile profile_of(db::Queries& database, const access::AgencyId& agency, const CaseId& id);

/// conflict where `version` is not the last one.
Result<void> save_profile(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& id, std::int64_t version, const NewProfile& told,
                          const access::UserId& by, Instant now);

} // namespace onroll::casework
