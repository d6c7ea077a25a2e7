// What a day list is made of: tasks and dates with the case that each is about, and the figures of
// the week. Pure.
#pragma once

#include "casework/types_answers.h"
#include "casework/types_tasks.h"

#include "people/types.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

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
    std::optional<EventId> event{}; ///< of which it follows; only of a date that has passed
};

struct WorkerFigures {
    std::int64_t open_cases = 0;
    std::int64_t at_level_3_or_above = 0;
    std::int64_t contacts_today = 0;
    std::int64_t contacts_of_service = 0;
    std::chrono::minutes recorded_today{0};      ///< of their own work
    std::chrono::minutes recorded_in_service{0}; ///< the same day
};
} // namespace onroll::casework
