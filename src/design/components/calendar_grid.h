// Weeks of school days with their count, so that a reader can check a date by eye.
#pragma once

#include "design/html.h"

#include "kernel/date.h"
#include "kernel/school_calendar.h"

#include <array>
#include <functional>

namespace onroll::design {

enum class DayMark { plain, start, counted, last, closed };

struct CalendarDay {
    Date day;
    DayMark mark = DayMark::plain;
    int count = 0;      ///< which school day it is, where counted
    std::string word{}; ///< "Told", "Shut"
};

/// What the grid itself says.
struct CalendarWords {
    std::string week = "Week";
    std::array<std::string, 5> weekdays{"Mon", "Tue", "Wed", "Thu", "Fri"};
    std::string school_day = "school day";         ///< before the count, for screen readers
    std::function<std::string(Date)> short_date{}; ///< "16 Nov"; English where there is none
};

struct CalendarGrid {
    std::string caption;
    std::vector<CalendarDay> days{}; ///< in order; weekends are not shown
    CalendarWords words{};
};

/// A table with a row for each week that holds one of the days.
Html render(const CalendarGrid& grid);

/// The days from the week of `start` to the week of `last`. School days after `start` are counted
/// up to `last`; weeks without any school day are left out. `start_word` is written into the first
/// day: "Told", and `closed_word` into days without school.
std::vector<CalendarDay> counted_days(const SchoolCalendar& calendar, Date start, Date last,
                                      const std::string& start_word,
                                      const std::string& closed_word = "Shut");

} // namespace onroll::design
