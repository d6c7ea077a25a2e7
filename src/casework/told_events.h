// What a contact says happened, as an event with the facts that it gives, so that it is not typed
// again. Whoever records it checks it first: a caller may be wrong. Pure. capabilities.md N02, N37.
#pragma once

#include "casework/told_stories.h"
#include "casework/types.h"
#include "casework/types_events.h"

#include <optional>
#include <vector>

namespace onroll::casework {

struct ToldEvent {
    ContactId contact;
    Date told_on{};
    EventKind kind = EventKind::suspension;
    std::optional<WhatHappened> happened{}; ///< as it was ticked; nothing where no tick fits
    Facts facts;                            ///< as far as they were told
    std::vector<std::string> to_ask{};      ///< what was told and has no day yet
};

/// What a family told the checker, by the contact that took it over.
struct FamilyStory {
    ContactId contact;
    Date made_on{};
    check::Answers answers;
};

/// What the contact tells of an event of this kind, with what its family told the checker; nothing
/// where it tells of none.
std::optional<ToldEvent> told_event(const Contact& contact, EventKind kind,
                                    const std::vector<FamilyStory>& stories = {});

/// What was told and is not recorded yet, the newest contact first. An event of the same day, or
/// one that was recorded after the call, is taken for what the call was about.
std::vector<ToldEvent> told_without_event(const std::vector<Contact>& contacts,
                                          const std::vector<Event>& events,
                                          const std::vector<FamilyStory>& stories = {});

} // namespace onroll::casework
