// When something may be the same thing saved once more: somebody pressed Back and then the button
// again. A double click or a retry carries the key of its form and is no case of this. Pure: the
// moment is given.
#pragma once

#include "casework/types.h"
#include "casework/types_messages.h"

#include <chrono>

namespace onroll::casework {

/// How long after a save the same content from the same person is asked about.
inline constexpr std::chrono::minutes same_again_within{10};

/// Whether what was saved then is near enough to be asked about.
/// Source: trust rule R-10; ten minutes are our convention.
bool saved_just_before(Moment saved, Moment now);

/// Whether the contact says whom it is about, so that a second like it is not somebody else's call.
/// Source: our convention; two callers who give no name may well tell the same.
bool says_who(const NewContact& told);

} // namespace onroll::casework
