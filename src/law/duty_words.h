// A duty in plain words: who acts, and what they must or may do. Neutral between family and school.
// Pure.
#pragma once

#include "law/types.h"

#include <string>

namespace onroll::law {

/// "Suspension", "Lunchtime suspension", "Permanent exclusion".
std::string kind_in_words(Kind kind);

/// "The head teacher", "A parent".
std::string who_acts(Actor actor);

/// What they do, as the rest of the sentence: "must tell the parent, with its length and the
/// reasons, without delay."
std::string what_they_do(const Duty& duty);

} // namespace onroll::law
