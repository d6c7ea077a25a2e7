// Work done on a case, and the professionals of a case, in the advice service's own store. What an
// action said before each correction is kept. capabilities.md N11, N18.
#pragma once

#include "casework/types_actions.h"
#include "casework/types_chronology.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <chrono>
#include <cstdint>
#include <vector>

namespace onroll::casework {

/// Records what was done on a case of this agency. The audit row is the caller's, in the same
/// transaction.
ActionId record_action(db::Transaction& transaction, const access::AgencyId& agency,
                       const CaseId& of, const NewAction& done, const access::UserId& by,
                       Instant now);

/// Puts a correction in its place and keeps what stood there. conflict where somebody corrected it
/// since `version`; not_found as find_action.
Result<void> correct_action(db::Transaction& transaction, const access::AgencyId& agency,
                            const CaseId& of, const ActionId& id, std::int64_t version,
                            const NewAction& done, const access::UserId& by, Instant now);

/// not_found for an action of no or another agency or case: the same words for all.
Result<Action> find_action(db::Queries& database, const access::AgencyId& agency, const CaseId& of,
                           const ActionId& id);
/// Newest day first.
std::vector<Action> actions_of(db::Queries& database, const access::AgencyId& agency,
                               const CaseId& of);
/// What an action said before each correction, the first version first, with who corrected it in
/// recorded_by and when in recorded_at.
std::vector<Action> versions_before(db::Queries& database, const access::AgencyId& agency,
                                    const ActionId& id);

/// Of one case.
Hours hours_of(db::Queries& database, const access::AgencyId& agency, const CaseId& of);
/// Of the whole service, for work done from `from` (included) until `until` (not included).
Hours hours_between(db::Queries& database, const access::AgencyId& agency, Date from, Date until);

/// Adds somebody to the professionals of a case.
ProfessionalId add_professional(db::Transaction& transaction, const access::AgencyId& agency,
                                const CaseId& of, const std::string& name, const std::string& role,
                                const std::string& organisation);
/// By name.
std::vector<Professional> professionals_of(db::Queries& database, const access::AgencyId& agency,
                                           const CaseId& of);

/// The chronology's entries of what was done on a case.
std::vector<ChronologyEntry> entries_of_actions(const std::vector<Action>& actions);

} // namespace onroll::casework
