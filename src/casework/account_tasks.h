// The tasks to ask for the child's own account: made, moved and settled with the meetings of a case
// and with what the child said. capabilities.md R46, N45.
#pragma once

#include "casework/types_answers.h"
#include "casework/types_events.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <string>
#include <vector>

namespace onroll::casework {

/// A task for each meeting ahead for which the child was not heard; done where they were, dropped
/// where no such meeting is ahead, moved with its day. `why` says what changed.
void ask_for_accounts(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& case_id, const std::vector<Event>& events,
                      const std::vector<KeptDate>& dates, const access::UserId& by, Instant now,
                      const std::string& why);
/// The same once an account was added.
void settle_after_account(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& case_id, const access::UserId& by, Instant now);

} // namespace onroll::casework
