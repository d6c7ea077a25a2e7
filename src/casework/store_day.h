// What the day list of an adviser asks: tasks and dates over all of their cases, and the figures of
// the week. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types_answers.h"
#include "casework/types_tasks.h"

#include "people/types.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// The case that something on a day list is about.
struct DayCase {
    CaseId id;
    std::int64_t number = 0;
    people::PersonId child;
    std::optional<access::UserId> caseworker;
};

struct DayTask {
    Task task;
    std::optional<DayCase> of; ///< nothing for one of the service itself
};
struct DayDate {
    DayCase of;
    std::string name; ///< as it is kept
    std::string words;
    Date due{};
    bool last_day = false;
};

/// Whoever has no caseworker yet is with who opened the case; so are its tasks that name no owner.
std::vector<DayTask> tasks_of_worker(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& worker);
/// Of everybody, due before that day and not settled, the oldest first, at most `limit`.
std::vector<DayTask> tasks_due_before(db::Queries& database, const access::AgencyId& agency,
                                      Date day, std::size_t limit);
/// Dates in law of the worker's cases that are not closed, from a day to a day, both included.
std::vector<DayDate> dates_of_worker(db::Queries& database, const access::AgencyId& agency,
                                     const access::UserId& worker, Date from, Date to);

/// The days that the dates of each of the worker's cases were counted on, by the id of the case.
std::map<std::string, DaysSeenBySchool>
days_of_worker(db::Queries& database, const access::AgencyId& agency, const access::UserId& worker);

struct WorkerFigures {
    std::int64_t open_cases = 0;
    std::int64_t at_level_3_or_above = 0;
    std::int64_t contacts_today = 0;
    std::int64_t contacts_of_service = 0;
};
WorkerFigures figures_of_worker(db::Queries& database, const access::AgencyId& agency,
                                const access::UserId& worker, Instant day_began);

} // namespace onroll::casework
