// Which half term each week of a school year belongs to, from real term dates. Pure.
#pragma once

#include "kernel/school_calendar.h"

#include <map>
#include <string>

namespace onroll::insight {

/// The half term of each school week by its number: week 1 is the first week of the school year
/// with a school day, and weeks without one are not counted. A whole week without school ends a
/// half term. "Autumn 1" to "Summer 2", or "Term 1" on where the council's year has six terms.
/// Empty where the calendar has no term that begins in that school year.
/// Source: DfE week numbers leave holidays out; the names are our convention, by the month in which
/// a half term begins.
std::map<int, std::string> half_terms_by_week(const SchoolCalendar& calendar, int year);

} // namespace onroll::insight
