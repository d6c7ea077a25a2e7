// Before each meeting the child is asked for an account of their own. Pure: no clock, no database.
// capabilities.md R46, N45.
#pragma once

#include "casework/types_answers.h"
#include "casework/types_messages.h"
#include "casework/types_tasks.h"

#include "kernel/date.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

enum class MeetingKind : std::uint8_t { governors, review_panel, going_back };

/// A meeting about an event that is still to come.
struct MeetingAhead {
    EventId event;
    MeetingKind kind = MeetingKind::governors;
    Date on{};    ///< its day, or the last day in law where none is recorded
    Date since{}; ///< an account given before this day says nothing of it
    bool operator==(const MeetingAhead&) const = default;
};

/// The meetings of these events that are ahead: on the day that is recorded, or, for the governors
/// and the panel while none is, by the last day in law. What was said before the event, or before
/// its last meeting that was held, is not about the next one.
/// Source: capabilities.md R46 and N45: the child's own account before each meeting; our convention
/// for the day that it counts from.
std::vector<MeetingAhead> meetings_ahead(const std::vector<Event>& events,
                                         const std::vector<KeptDate>& dates, Date today);

/// Whether the child has been heard for the meeting: an account given since, of this event or of
/// none in particular. `told_on` is the account's day in London.
/// Source: as above.
bool is_heard_for(const MeetingAhead& meeting, const NewAccount& account, Date told_on);

/// "Ask for the child’s own account before the governors’ meeting".
/// Source: our convention.
std::string task_title(MeetingKind kind);
/// The day before the meeting, and no day that has passed.
/// Source: our convention.
Date task_day(const MeetingAhead& meeting, Date today);
/// What such a task has instead of a duty.
/// Source: our convention.
std::string task_key(const MeetingAhead& meeting);

} // namespace onroll::casework
