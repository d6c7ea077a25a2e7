// What changed between the dates last given and those of now, and why; and which dates make a task
// for the adviser. Pure.
#pragma once

#include "casework/types_answers.h"

#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// The days on which a school was open when dates were last counted and is closed now, and the
/// other way, from `from` to `to` (both included) as far as both were seen. Source: our convention:
/// a change is explained by the days that the count passes over.
struct DaysChanged {
    std::vector<Date> closed;
    std::vector<Date> opened;
    bool none() const { return closed.empty() && opened.empty(); }
};
DaysChanged days_changed(const DaysSeen& before, const DaysSeen& now, Date from, Date to);

/// "the school is closed on Monday 30 November 2026"; empty where no day changed.
/// Source: our convention.
std::string in_words(const DaysChanged& changed);

/// Every date that moved, came or went. A date of an event that had none before is not a change but
/// an answer, and is left out. `why` stands where no day of a school explains it; a date that moved
/// with the calendar is explained by the days between the two. When it changed is left to whoever
/// keeps it.
/// Source: our convention: the duty is the same while its rule, body and event are.
std::vector<DateChange> date_changes(const std::vector<KeptDate>& before,
                                     const std::vector<KeptDate>& now,
                                     const DaysSeenBySchool& days_before,
                                     const DaysSeenBySchool& days_now, const std::string& why);

/// The task that a date in law makes for the adviser: "Get ready for the governors’ meeting";
/// nothing for most dates, which are shown and may be made into tasks by hand.
/// Source: our convention: what a family loses when nobody thought of it in time.
std::optional<std::string> task_from(const KeptDate& date);

} // namespace onroll::casework
