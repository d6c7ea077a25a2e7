// The consent ledger and acts of sharing. trust.md W-04 to W-06, G-09.
#pragma once

#include "people/rules_consents.h"
#include "people/store.h"
#include "people/store_wordings.h" // IWYU pragma: export
#include "people/types_consents.h"

namespace onroll::people {

/// Records a consent, or that it was refused, under the newest wording of its purpose; id, wording
/// and withdrawal of what is given are not read. bad_input with the field where something is
/// missing.
Result<ConsentId> record_consent(db::Transaction& transaction, const Scope& scope,
                                 const Consent& consent);
/// Ends it from today, and with it every act of sharing that rests on it. Answers what was already
/// received.
Result<std::vector<Share>> withdraw_consent(db::Transaction& transaction, const Scope& scope,
                                            const ConsentId& id);
std::vector<Consent> consents_about(db::Queries& database, const access::AgencyId& agency,
                                    const PersonId& id);
Result<Consent> find_consent(db::Queries& database, const access::AgencyId& agency,
                             const ConsentId& id);

/// Shares from its first day through its last; bad_input with the field where something is missing.
/// `shared_by` is the scope's user.
Result<ShareId> begin_share(db::Transaction& transaction, const Scope& scope, const Share& share);
Result<void> stop_share(db::Transaction& transaction, const Scope& scope, const ShareId& id);
std::vector<Share> shares_about(db::Queries& database, const access::AgencyId& agency,
                                const PersonId& id);

} // namespace onroll::people
