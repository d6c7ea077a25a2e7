#include "casework/rules_accounts.h"

#include <algorithm>
#include <optional>

namespace onroll::casework {
namespace rules_accounts_detail {

bool names(std::string_view name, std::string_view rules, std::string_view duty)
{
    return name.starts_with(rules) && name.find(duty) != std::string_view::npos;
}

/// The last day in law for the meeting of an event; the latest where several are kept.
std::optional<Date> last_day_for(const std::vector<KeptDate>& dates, const EventId& event,
                                 std::string_view rules, std::string_view duty)
{
    std::optional<Date> last;
    for (const auto& date : dates)
        if (date.event == event && date.due && names(date.name, rules, duty) &&
            (!last || *last < *date.due))
            last = date.due;
    return last;
}

struct Asking {
    const Event& event;
    Date today;
    Date since; ///< of the event, moved on by each meeting that was held
    std::vector<MeetingAhead>& ahead;

    /// `by_law`: where no day is recorded.
    void meeting(MeetingKind kind, Fact day, std::optional<Date> by_law)
    {
        const auto recorded = event.facts.day(day);
        if (recorded && *recorded < today) {
            since = std::max(since, *recorded);
            return;
        }
        const auto on = recorded ? recorded : by_law;
        if (on && *on >= today) ahead.push_back({event.id, kind, *on, since});
    }
};

} // namespace rules_accounts_detail
using namespace rules_accounts_detail;

std::vector<MeetingAhead> meetings_ahead(const std::vector<Event>& events,
                                         const std::vector<KeptDate>& dates, Date today)
{
    std::vector<MeetingAhead> ahead;
    for (const auto& event : events) {
        const auto on = event.on();
        if (!on || event.facts.known(Fact::recorded_in_error) ||
            event.facts.known(Fact::cancelled_on))
            continue;
        Asking asking{event, today, *on, ahead};
        const bool decided = event.facts.known(Fact::board_outcome);
        asking.meeting(MeetingKind::governors, Fact::board_met_on,
                       decided ? std::nullopt : last_day_for(dates, event.id, "", " decide_by"));
        asking.meeting(MeetingKind::review_panel, Fact::panel_met_on,
                       event.facts.known(Fact::panel_outcome)
                           ? std::nullopt
                           : last_day_for(dates, event.id, "IRP-", " hold_by"));
        asking.meeting(MeetingKind::going_back, Fact::back_to_school_on, std::nullopt);
    }
    return ahead;
}

bool is_heard_for(const MeetingAhead& meeting, const NewAccount& account, Date told_on)
{
    return told_on >= meeting.since && (!account.event || *account.event == meeting.event);
}

std::string task_title(MeetingKind kind)
{
    const std::string ask = "Ask for the child’s own account before ";
    switch (kind) {
    case MeetingKind::governors:
        return ask + "the governors’ meeting";
    case MeetingKind::review_panel:
        return ask + "the review panel";
    case MeetingKind::going_back:
        return ask + "the meeting about going back";
    }
    return ask + "the meeting";
}

Date task_day(const MeetingAhead& meeting, Date today)
{
    return std::max(today, meeting.on - Days{1});
}

std::string task_key(const MeetingAhead& meeting)
{
    return std::string(of_an_account) + meeting.event.text() + " " +
           std::to_string(static_cast<int>(meeting.kind));
}

} // namespace onroll::casework
