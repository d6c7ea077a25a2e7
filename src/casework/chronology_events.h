// What happened to a child, what became of it, steps of needs, and next steps, as lines of the
// chronology.
#pragma once

#include "casework/types_case.h"
#include "casework/types_chronology.h"
#include "casework/types_events.h"

#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

std::vector<ChronologyEntry> entries_of_events(const std::vector<Event>& events);
std::vector<ChronologyEntry> entries_of_needs(db::Queries& database, const access::AgencyId& agency,
                                              const CaseId& of);

/// What was advised, and each thing learnt of it; nothing of what was entered by mistake.
std::vector<ChronologyEntry>
entries_of_next_steps(db::Queries& database, const access::AgencyId& agency, const CaseId& of);

} // namespace onroll::casework
