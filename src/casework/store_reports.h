// What the service's own figures are counted from. Every question names the agency.
#pragma once

#include "casework/rules_reports.h"

#include "platform/db/db.h"

namespace onroll::casework {

/// All counts of a period; what stands at its end is taken on its last day, or today where that is
/// earlier.
Counted counted_in(db::Queries& database, const access::AgencyId& agency, const Period& period,
                   Date today);

/// The day on which the first case was opened; nothing where there is none.
std::optional<Date> first_case_opened(db::Queries& database, const access::AgencyId& agency);

} // namespace onroll::casework
