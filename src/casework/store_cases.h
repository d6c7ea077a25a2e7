// Cases in the advice service's own store. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types_case.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <optional>
#include <vector>

namespace onroll::casework {

/// Opens a case for a child of the service's own people, and answers its id. conflict where the
/// child has a case that is not closed: its error names nobody.
Result<CaseId> open_case(db::Transaction& transaction, const access::AgencyId& agency,
                         const NewCase& opened, const access::UserId& by, Date today);

/// not_found for a case of no or another agency: the same words for both (trust.md Z-03).
Result<Case> find_case(db::Queries& database, const access::AgencyId& agency, const CaseId& id);

/// Those of a child, the newest first.
std::vector<Case> cases_of_child(db::Queries& database, const access::AgencyId& agency,
                                 const people::PersonId& child);


/// The case of a row that has every column of find_case.
Case case_from(const db::Rows& rows);

} // namespace onroll::casework
