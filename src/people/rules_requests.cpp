#include "people/rules_requests.h"

#include "kernel/bank_holidays.h"

#include <algorithm>

namespace onroll::people {

namespace rules_requests_detail {

/// The corresponding day so many months later, or that month's last day.
Date corresponding_day(Date start, int months)
{
    const auto last = last_day_of_months_from(start, months);
    const auto next = last + Days{1};
    return day_of(next) == day_of(start) ? next : last;
}

} // namespace rules_requests_detail

RequestDue subject_request_due(const SubjectRequest& request)
{
    if (request.identity_asked && !request.identity_shown_on)
        return {RequestClock::waiting_for_identity, std::nullopt};
    const auto start =
        std::max(request.received_on, request.identity_shown_on.value_or(request.received_on));
    Days paused{0};
    for (const auto& pause : request.pauses) {
        if (!pause.until) return {RequestClock::waiting_for_clarification, std::nullopt};
        const auto from = std::max(pause.from, start);
        if (*pause.until > from) paused += *pause.until - from;
    }
    const int months = request.complexity == Complexity::complex ? 3 : 1;
    auto by = rules_requests_detail::corresponding_day(start, months) + paused;
    if (!is_working_day(by)) by = working_day_after(by, 1);
    return {RequestClock::running, by};
}

std::optional<Date> school_record_due(Date received_on, const SchoolCalendar& calendar)
{
    return calendar.after(received_on, SchoolDays{15});
}

} // namespace onroll::people
