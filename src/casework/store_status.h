// What the family is told of where things stand: what comes next and when. Earlier words stay.
// capabilities.md, table stake 20.
#pragma once

#include "casework/types_messages.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

void say_status(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& case_id,
                const NextStep& next, const access::UserId& by, Instant now);
/// The newest first.
std::vector<Status> statuses_of_case(db::Queries& database, const access::AgencyId& agency,
                                     const CaseId& case_id);

} // namespace onroll::casework
