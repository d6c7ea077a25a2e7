// For store_keep alone: the rows of a case or of a contact, taken out of every table.
#pragma once

#include "casework/types_attachments.h"
#include "casework/types_keep.h"

#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// Keeps the figures, then takes every row and every draft. Answers the files that had rows.
std::vector<AttachmentId> remove_rows(db::Transaction& transaction, const access::AgencyId& agency,
                                      const KeptRecord& record);

} // namespace onroll::casework
