// A family's answers to the checker as a first contact of the service. Pure.
#pragma once

#include "casework/types.h"

#include "check/answers.h"

#include <string>

namespace onroll::casework {

/// What the answers say of a contact; they name nobody. `school_name` is that of the school in the
/// answers, empty where it is not listed.
/// Source: capabilities N07, told once; our convention for which answer fits which tick.
NewContact contact_of_story(const check::Answers& answers, const std::string& school_name);

} // namespace onroll::casework
