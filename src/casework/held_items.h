// What the advice service's casework holds about one person, child or adult, for a copy of their
// record. Only reading; each entry with words is marked for somebody to look at. trust.md G-02,
// W-07.
#pragma once

#include "people/subject_access.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// Of a child: each case with its whole chronology. Of an adult: the messages between them and the
/// service. The database is the service's own store.
std::vector<people::HeldItem> held_items_of(db::Queries& database, const access::AgencyId& agency,
                                            const people::PersonId& person);

} // namespace onroll::casework
