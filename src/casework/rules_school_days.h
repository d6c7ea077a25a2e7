// School days to or since a day, by the days that the dates of a case were counted on. Pure.
#pragma once

#include "casework/types_answers.h"

#include <optional>

namespace onroll::casework {

/// School days from tomorrow to `day`, of the school first in order; 0 for today, negative for
/// those since. Nothing where no days are known, or they do not reach so far.
/// Source: our convention: the day itself is counted, today is not.
std::optional<int> school_days_to(const DaysSeenBySchool& days, Date today, Date day);

} // namespace onroll::casework
