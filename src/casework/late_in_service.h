// What is late in the whole service, for its manager: tasks, and dates in law that passed
// unanswered. Every question names the agency.
#pragma once

#include "casework/rules_day_list.h"

#include "platform/db/db.h"

#include <cstddef>
#include <vector>

namespace onroll::casework {

/// Late by as much as a manager is shown, the longest late first, at most `most`.
std::vector<DayLine> late_in_service(db::Queries& database, const access::AgencyId& agency,
                                     Date today, std::size_t most);

} // namespace onroll::casework
