// What stands at the foot of each page and at the head of each paper of an advice service: who runs
// it, that it is confidential, and the limits. trust.md W-10.
#pragma once

#include "casework/rules_service.h"

#include "access/types.h"
#include "platform/db/db.h"

#include <string>

namespace onroll::casework {

/// In the words that follow from what the service has set of itself.
std::string notice_of(db::Queries& database, const access::AgencyId& agency,
                      const std::string& service, const std::string& area, NoticeFor reader);

} // namespace onroll::casework
