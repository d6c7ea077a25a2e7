// The only code that touches the table of acknowledgements. Nothing is changed or removed.
#pragma once

#include "rights/acknowledgement.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::rights {

/// Brings the table, and that of the audit record, to its present shape. Conflict for a newer
/// database.
Result<void> prepare(db::Database& database, const Clock& clock);

/// Keeps the acknowledgement; the first one of a school and a text stands.
void acknowledge(db::Transaction& transaction, const Acknowledgement& one);

/// Of every school, the oldest first: for the council of the area.
std::vector<Acknowledgement> acknowledgements(db::Queries& database);
/// Of one school, the oldest first.
std::vector<Acknowledgement> acknowledgements_of(db::Queries& database,
                                                 const access::AgencyId& school);

} // namespace onroll::rights
