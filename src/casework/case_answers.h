// What the law makes of the events of a case, seen on one day. Asks for schools; stores nothing.
#pragma once

#include "casework/told_history.h"
#include "casework/types_answers.h"

#include <vector>

namespace onroll::casework {

struct Reckoned {
    CaseAnswers answers;
    DaysSeenBySchool days; ///< that the dates were counted on
};

Reckoned reckon_case(const std::vector<Event>& events, const SchoolFor& school_for, Date today);

} // namespace onroll::casework
