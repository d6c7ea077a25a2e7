// Weeks of school days with their count, so that a reader can check a date by eye.
#pragma once

#include "design/html.h"

#include "kernel/date.h"
#include "kernel/school_calendar.h"

namespace onroll::design {

enum class DayMark { plain, start, counted, last, closed };

struct CalendarDay {
    Date day;
    DayMark mark = DayMark::plain;
    int count = 0;      ///< which school day it is, where counted
    std::string word{}; ///< "Told", "Shut"
};

struct CalendarGrid {
    std::string caption;
    std::vector<CalendarDay> days{}; ///< in order; weekends are not shown
};

/// A table with a row for each week that holds one of the days.
Html render(const CalendarGrid& grid);

/// The days from the week of `start` to the week of `last`. School days after `start` are counted
/// up to `last`; weeks without any school day are left out. `start_word` is written into the first
/// day: "Told".
std::vector<CalendarDay> counted_days(const SchoolCalendar& calendar, Date start, Date last,
                                      const std::string& start_word);

} // namespace onroll::design
