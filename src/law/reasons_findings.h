// One plain sentence for each finding, naming the fact that it rests on, and for each duty that
// comes from optional facts. No names of people. Pure.
#pragma once

#include "law/types.h"

#include <string>

namespace onroll::law {

/// What the recorded facts show, in one sentence. What to ask and what to do next stand in the data
/// of the rule (`Rule::ask`, `Rule::next`).
std::string finding_sentence(const History&, const Finding&);

/// Why a duty from optional facts about an exclusion is there; empty for any other duty.
std::string circumstance_sentence(const History&, const Duty&);

} // namespace onroll::law
