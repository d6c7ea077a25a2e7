// How far a pack is that somebody prepares for the governors or a panel: which of its parts are in
// it. Reads the store; changes nothing.
#pragma once

#include "casework/types_pack.h"

#include "access/types.h"
#include "platform/db/db.h"

#include <optional>

namespace onroll::casework {

/// What the case has to give to the reader of a copy.
Offered offered_to(db::Queries& reading, const access::AgencyId& agency, const Case& found,
                   const Release& release);

/// The newest pack for the governors or a panel that is being prepared in this case.
std::optional<PackProgress>
pack_in_preparation(db::Queries& reading, const access::AgencyId& agency, const CaseId& case_id);

} // namespace onroll::casework
