#include "casework/told_events.h"

#include <algorithm>

namespace onroll::casework {
namespace told_events_detail {

/// The kind to record; nothing for a question before anything happened.
std::optional<EventKind> event_kind_of(WhatHappened happened)
{
    switch (happened) {
    case WhatHappened::sent_home:
        return EventKind::sent_home;
    case WhatHappened::suspended:
        return EventKind::suspension;
    case WhatHappened::permanently_excluded:
        return EventKind::permanent_exclusion;
    case WhatHappened::part_time:
        return EventKind::part_time_timetable;
    case WhatHappened::home_education:
        return EventKind::home_education;
    case WhatHappened::moved:
        return EventKind::managed_move;
    case WhatHappened::asking_before:
        break;
    }
    return std::nullopt;
}

/// Whether an event of that kind is what was told: an adviser finds the nearer word.
bool is_what_was_told(WhatHappened happened, EventKind kind)
{
    switch (happened) {
    case WhatHappened::sent_home:
        return is_informal(kind) && kind != EventKind::part_time_timetable;
    case WhatHappened::suspended:
        return kind == EventKind::suspension || kind == EventKind::lunchtime_suspension;
    case WhatHappened::permanently_excluded:
        return kind == EventKind::permanent_exclusion;
    case WhatHappened::part_time:
        return kind == EventKind::part_time_timetable;
    case WhatHappened::home_education:
        return kind == EventKind::home_education || kind == EventKind::off_roll;
    case WhatHappened::moved:
        return kind == EventKind::managed_move || kind == EventKind::off_site_direction;
    case WhatHappened::asking_before:
        break;
    }
    return false;
}

Facts facts_given(const Contact& contact, WhatHappened happened)
{
    Facts facts;
    if (contact.told.school) facts.set(Fact::school, contact.told.school->text());
    facts.set(Fact::school_name, contact.told.school_name);
    if (contact.told.first_day) facts.set(Fact::happened_on, iso(*contact.told.first_day));
    if (happened == WhatHappened::sent_home) facts.set(Fact::letter, "no");
    return facts;
}

} // namespace told_events_detail
using namespace told_events_detail;

std::optional<ToldEvent> told_event(const Contact& contact, EventKind kind)
{
    for (const auto happened : contact.told.happened)
        if (event_kind_of(happened) == kind)
            return ToldEvent{contact.id, contact.taken_on, kind, happened,
                             facts_given(contact, happened)};
    return std::nullopt;
}

std::vector<ToldEvent> told_without_event(const std::vector<Contact>& contacts,
                                          const std::vector<Event>& events)
{
    std::vector<ToldEvent> told;
    for (const auto& contact : contacts)
        for (const auto happened : contact.told.happened) {
            const auto kind = event_kind_of(happened);
            if (!kind) continue;
            const bool recorded =
                std::any_of(events.begin(), events.end(), [&](const Event& event) {
                    return is_what_was_told(happened, event.kind) &&
                           (event.added_at >= contact.taken_at ||
                            (contact.told.first_day && event.on() == contact.told.first_day));
                });
            if (!recorded)
                told.push_back({contact.id, contact.taken_on, *kind, happened,
                                facts_given(contact, happened)});
        }
    return told;
}

} // namespace onroll::casework
