// One plain sentence for each duty and finding about a movement, for people. Words only: the rules
// decide. Never holds a name or a number of a pupil.
#pragma once

#include "law/types.h"

#include <string>

namespace onroll::law {

/// What must, should or may be done, by whom and by when. For rows of rules_from_movements.
std::string movement_sentence(const History&, const Duty&);
/// What the recorded facts show. For findings of rules_from_movements.
std::string movement_sentence(const History&, const Finding&);

} // namespace onroll::law
