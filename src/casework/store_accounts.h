// A child's own account: added, read, never altered. capabilities.md N45, R46.
#pragma once

#include "casework/types_chronology.h"
#include "casework/types_messages.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

AccountId add_account(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& case_id, const NewAccount& account, Instant now);
/// The newest first.
std::vector<Account> accounts_of_case(db::Queries& database, const access::AgencyId& agency,
                                      const CaseId& case_id);
std::vector<ChronologyEntry>
entries_of_accounts(db::Queries& database, const access::AgencyId& agency, const CaseId& case_id);

} // namespace onroll::casework
