// What a family told the checker, on the pages of its contact and case.
#pragma once

#include "casework/pages_shared.h"
#include "casework/store_hand_over.h"

#include "design/html.h"

#include <optional>

namespace onroll::casework {

/// The answers in words; nothing where no code brought any.
design::Html story_section(const Services& services, const std::optional<TakenStory>& story);

} // namespace onroll::casework
