// What a call says of how its caller may be reached, beside what held before. Pure: no clock, no
// database. A later answer may make contact stricter at once; what would make it laxer is for a
// person to decide.
#pragma once

#include "casework/types.h"

#include "people/types_family.h"

#include <string>

namespace onroll::casework {

/// Whether the contact says anything of it.
/// Source: trust rule M-03.
bool says_how_to_reach(const NewContact& told);

/// What the contact says; `held` gives what no call asks: the word to say when somebody else
/// answers, and what the sender's name may show.
/// Source: trust rules M-03 and F-07; which answer means which ways is our convention.
people::SafeContact safe_contact_told(const NewContact& told, const people::SafeContact& held);

/// What both allow: the ways of both, the hours of both, the words of both. Hours that have nothing
/// in common are those of the later answer. Where nobody was asked before, the later answer.
/// Source: trust rules M-03 and F-07, the safer of two until somebody decides; our convention.
people::SafeContact stricter_of(const people::SafeContact& held, const people::SafeContact& told);

/// The same answer in one line, also where all is ordinary.
/// Source: trust rule F-07.
std::string safe_contact_in_words(const people::SafeContact& safe);

} // namespace onroll::casework
