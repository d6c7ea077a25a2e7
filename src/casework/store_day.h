// What the day list of an adviser asks: tasks and dates over all of their cases, and the figures of
// the week. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types_day.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// Whoever has no caseworker yet is with who opened the case; so are its tasks that name no owner.
std::vector<DayTask> tasks_of_worker(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& worker);
/// Of everybody, due before that day and not settled, the oldest first, at most `limit`.
std::vector<DayTask> tasks_due_before(db::Queries& database, const access::AgencyId& agency,
                                      Date day, std::size_t limit);
/// Dates in law of the worker's cases that are not closed, from a day to a day, both included.
std::vector<DayDate> dates_of_worker(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& worker, Date from, Date to);

/// Those whose day is past, from a day (included) until a day (not included), about which there was
/// never a task.
std::vector<DayDate> passed_dates_of_worker(db::Queries& database, const access::AgencyId& agency,
                                            const access::UserId& worker, Date from, Date until);
/// The same of the whole service, the oldest first, at most `limit`.
std::vector<DayDate> passed_dates(db::Queries& database, const access::AgencyId& agency, Date from,
                                  Date until, std::size_t limit);

/// The days that the dates of each of the worker's cases were counted on, by the id of the case.
std::map<std::string, DaysSeenBySchool>
days_of_worker(db::Queries& database, const access::AgencyId& agency, const access::UserId& worker);

WorkerFigures figures_of_worker(db::Queries& database, const access::AgencyId& agency,
                                const access::UserId& worker, Instant day_began);

} // namespace onroll::casework
