// States of a case over time, and who has worked on it. Every question names the agency.
// capabilities.md N07, N10.
#pragma once

#include "casework/types_case_history.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// The oldest first.
std::vector<StateChange> states_of_case(db::Queries& database, const access::AgencyId& agency,
                                        const CaseId& id);
std::vector<Allocation> allocations_of_case(db::Queries& database, const access::AgencyId& agency,
                                            const CaseId& id);

/// Open, waiting or inactive; also opens a closed case again, with the tasks that ended with it.
/// The waiting list keeps the day that it was joined. conflict where `version` is not the saved
/// one.
Result<void> change_state(db::Transaction& transaction, const access::AgencyId& agency,
                          const CaseId& id, std::int64_t version, const NewState& stated,
                          const access::UserId& by, Instant now);

/// For open_case and closing alone: the row of the history.
void note_state(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& id,
                const StateChange& change);
/// For open_case alone: who has it from the first day.
void note_first_caseworker(db::Transaction& transaction, const access::AgencyId& agency,
                           const CaseId& id, CaseState state, const Allocation& first);

} // namespace onroll::casework
