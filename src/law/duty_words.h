// A duty in plain words: who acts, and what they must or may do. Neutral between family and school.
// Pure.
#pragma once

#include "law/types.h"

#include <string>

namespace onroll::law {

/// "Suspension", "Lunchtime suspension", "Permanent exclusion".
std::string kind_in_words(Kind kind);

/// "The head teacher", "A parent"; inside a sentence "the head teacher", "a parent".
std::string who_acts(Actor actor);
std::string who_acts_inside(Actor actor);

/// How a duty hangs on its day: it happens on it, begins with it, or may be met until it.
enum class Timing { on, from, by };

/// A duty as the rest of a sentence that begins with who acts. None ends with a full stop.
struct DutyWords {
    Timing timing = Timing::on;
    bool permission = false; ///< a right or a freedom, or nothing to do: neither must nor should
    std::string does;        ///< "must tell the parents without delay"
    std::string did;         ///< once its day has passed: "had to tell the parents without delay"
    std::string now;         ///< while it runs on: "must be giving …"
};
DutyWords words_for(const Duty& duty);

} // namespace onroll::law
