// The page that asks what holds where somebody says another thing in a call than before. Words and
// layout; no queries, no rules.
#pragma once

#include "design/html.h"
#include "forms/form_start.h"
#include "kernel/result.h"

#include <string>
#include <vector>

namespace onroll::casework {

struct CallerReachView {
    std::string action;
    forms::FormStart start;
    std::string name;   ///< of the person
    std::string holds;  ///< in words: what holds until it is decided
    std::string said;   ///< in words: what was said in this call
    std::string answer; ///< as chosen
    std::vector<Error> errors;
    std::string leave; ///< the contact
};
design::Html caller_reach_view(const CallerReachView& view);

} // namespace onroll::casework
