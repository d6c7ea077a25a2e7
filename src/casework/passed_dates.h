// Dates in law whose day has passed while nothing says whether it happened, read for day lists and
// reminders. Every question names the agency.
#pragma once

#include "casework/rules_day_list.h"

#include "platform/db/db.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace onroll::casework {

/// Of one worker's cases, the longest past first.
std::vector<DayLine> passed_lines_of_worker(db::Queries& database, const access::AgencyId& agency,
                                            const access::UserId& worker,
                                            const std::map<std::string, DaysSeenBySchool>& days,
                                            Date today);

/// Of the whole service, past by as much as a manager is shown, the longest past first: `wanted` or
/// more, where there are so many.
std::vector<DayLine> passed_lines_for_the_manager(db::Queries& database,
                                                  const access::AgencyId& agency, Date today,
                                                  std::size_t wanted);

} // namespace onroll::casework
