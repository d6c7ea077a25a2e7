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

/// The school and the first day of the contact stand above those of the story: somebody may have
/// put them right.
ToldEvent from_story(const Contact& contact, const FamilyStory& story, StoryEvent event)
{
    ToldEvent told{.contact = contact.id, .told_on = contact.taken_on, .kind = event.kind};
    told.facts = std::move(event.facts);
    told.to_ask = std::move(event.to_ask);
    if (contact.told.school) told.facts.set(Fact::school, contact.told.school->text());
    if (!contact.told.school_name.empty())
        told.facts.set(Fact::school_name, contact.told.school_name);
    if (contact.told.first_day) told.facts.set(Fact::happened_on, iso(*contact.told.first_day));
    if (told.kind == EventKind::part_time_timetable)
        told.facts.set(Fact::still_running_on, iso(story.made_on));
    for (const auto happened : contact.told.happened)
        if (is_what_was_told(happened, told.kind)) told.happened = happened;
    return told;
}

/// Everything that the contact tells of: the story, and each tick that the story is not about.
std::vector<ToldEvent> all_told(const Contact& contact, const std::vector<FamilyStory>& stories)
{
    std::vector<ToldEvent> all;
    for (const auto& story : stories)
        if (story.contact == contact.id)
            if (auto event = event_of_story(story.answers))
                all.push_back(from_story(contact, story, std::move(*event)));
    const auto of_stories = all.size();
    for (const auto happened : contact.told.happened) {
        const auto kind = event_kind_of(happened);
        const bool in_story = std::any_of(
            all.begin(), all.begin() + static_cast<std::ptrdiff_t>(of_stories),
            [&](const ToldEvent& told) { return is_what_was_told(happened, told.kind); });
        if (kind && !in_story)
            all.push_back(
                {contact.id, contact.taken_on, *kind, happened, facts_given(contact, happened)});
    }
    return all;
}

bool is_recorded(const Contact& contact, const ToldEvent& told, const std::vector<Event>& events)
{
    return std::any_of(events.begin(), events.end(), [&](const Event& event) {
        const bool same =
            told.happened ? is_what_was_told(*told.happened, event.kind) : told.kind == event.kind;
        return same && (event.added_at >= contact.taken_at ||
                        (contact.told.first_day && event.on() == contact.told.first_day));
    });
}

} // namespace told_events_detail
using namespace told_events_detail;

std::optional<ToldEvent> told_event(const Contact& contact, EventKind kind,
                                    const std::vector<FamilyStory>& stories)
{
    for (auto& told : all_told(contact, stories))
        if (told.kind == kind) return std::move(told);
    return std::nullopt;
}

std::vector<ToldEvent> told_without_event(const std::vector<Contact>& contacts,
                                          const std::vector<Event>& events,
                                          const std::vector<FamilyStory>& stories)
{
    std::vector<ToldEvent> told;
    for (const auto& contact : contacts)
        for (auto& one : all_told(contact, stories))
            if (!is_recorded(contact, one, events)) told.push_back(std::move(one));
    return told;
}

} // namespace onroll::casework
