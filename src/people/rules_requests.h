// The clock of a subject access request and of a parent's request for a school record. Pure.
// Follows UK GDPR Articles 12 and 12A (as inserted by the Data (Use and Access) Act 2025), SI
// 2005/1437 reg 5, and trust.md G-02.
#pragma once

#include "kernel/date.h"
#include "kernel/school_calendar.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace onroll::people {

/// Days on which the clock stood still while the person was asked what they mean. `until` is the
/// day the answer came; nothing while it is awaited.
struct ClarificationPause {
    Date from;
    std::optional<Date> until{};
    bool operator==(const ClarificationPause&) const = default;
};

enum class Complexity : std::uint8_t { ordinary, complex };

struct SubjectRequest {
    Date received_on;
    bool identity_asked = false;
    std::optional<Date> identity_shown_on{};
    std::vector<ClarificationPause> pauses{};
    Complexity complexity = Complexity::ordinary;
};

enum class RequestClock : std::uint8_t { running, waiting_for_identity, waiting_for_clarification };

struct RequestDue {
    RequestClock clock = RequestClock::running;
    std::optional<Date> by{}; ///< nothing while the clock stands still
    bool operator==(const RequestDue&) const = default;
};

/// The day by which to answer: the corresponding day of the next month (of the third for a complex
/// request), the last day of a month that has no such day, then the next working day. It counts
/// from the day identity was shown where that was asked for, and moves on by the days of each
/// pause. Source: UK GDPR Articles 12(3), 12(6) and 12A; ICO guidance on time limits. That a pause
/// moves the day on by its length is our reading.
RequestDue subject_request_due(const SubjectRequest& request);

/// The day by which a maintained school answers a parent: 15 school days after the request.
/// Nothing where the known terms do not reach.
/// Source: SI 2005/1437, reg 5(2).
std::optional<Date> school_record_due(Date received_on, const SchoolCalendar& calendar);

} // namespace onroll::people
