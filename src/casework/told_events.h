// What a contact says happened, as an event with the facts that it gives, so that it is not typed
// again. Whoever records it checks it first: a caller may be wrong. Pure. capabilities.md N02, N37.
#pragma once

#include "casework/types.h"
#include "casework/types_events.h"

#include <optional>
#include <vector>

namespace onroll::casework {

struct ToldEvent {
    ContactId contact;
    Date told_on{};
    EventKind kind = EventKind::suspension;
    WhatHappened happened = WhatHappened::suspended; ///< as it was ticked
    Facts facts; ///< the school and the first day, as far as they were told
};

/// What the contact tells of an event of this kind; nothing where it tells of none.
std::optional<ToldEvent> told_event(const Contact& contact, EventKind kind);

/// What was told and is not recorded yet, the newest contact first. An event of the same day, or
/// one that was recorded after the call, is taken for what the call was about.
std::vector<ToldEvent> told_without_event(const std::vector<Contact>& contacts,
                                          const std::vector<Event>& events);

} // namespace onroll::casework
