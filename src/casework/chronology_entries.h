// Entries of the chronology that are made from what each noun's own store answers: contacts, the
// case's states, who works on it, the levels of its work.
#pragma once

#include "casework/types_case.h"
#include "casework/types_case_history.h"
#include "casework/types_chronology.h"

#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

std::vector<ChronologyEntry> entries_of_contacts(db::Queries& database,
                                                 const access::AgencyId& agency, const CaseId& of);
std::vector<ChronologyEntry> entries_of_states(db::Queries& database,
                                               const access::AgencyId& agency, const CaseId& of);
/// Who took the case over: the colleague is the entry's `by`.
std::vector<ChronologyEntry>
entries_of_allocations(db::Queries& database, const access::AgencyId& agency, const CaseId& of);
std::vector<ChronologyEntry> entries_of_levels(const CaseId& of,
                                               const std::vector<LevelMove>& levels);

/// Those that are done or dropped: what is still to do stands among dates and tasks.
std::vector<ChronologyEntry> entries_of_tasks(db::Queries& database, const access::AgencyId& agency,
                                              const CaseId& of);

} // namespace onroll::casework
