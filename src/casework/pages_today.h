// A worker's day list as it is read, for Today and for a file of it. Only for this part's own
// pages.
#pragma once

#include "casework/rules_day_list.h"

#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// Tasks and dates in law of one worker, with those that passed unanswered.
std::vector<DayLine> day_lines_of(db::Queries& reading, const access::AgencyId& agency,
                                  const access::UserId& worker, Date today);

} // namespace onroll::casework
