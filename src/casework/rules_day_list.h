// How a day list is put together: what is late, what falls due today, in the next ten school days
// and later, and what waits for somebody else. Pure.
#pragma once

#include "casework/types_day.h"
#include "casework/types_pack.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace onroll::casework {

/// What names a date in law whose day has passed, for what can be done about it.
struct PassedDate {
    std::string name; ///< as it is kept
    EventId event;    ///< of which it follows
};

/// One line: a task, or a date in law that has no task.
struct DayLine {
    std::optional<Task> task; ///< nothing for a date in law
    std::optional<DayCase> of;
    std::string words;
    std::optional<Date> due;
    bool last_day = false;
    std::optional<int> school_days;              ///< to its day; negative for those since
    std::optional<access::UserId> stands_in_for; ///< a colleague who is away
    std::optional<PassedDate> passed{};          ///< a date in law that nothing says was kept
    std::string law{};                           ///< the date in law that it is, or rests on
    std::optional<PackProgress> pack{};          ///< that is being prepared for that day
};

struct DayList {
    std::vector<DayLine> late;
    std::vector<DayLine> passed; ///< dates in law: did it happen?
    std::vector<DayLine> today;
    std::vector<DayLine> next; ///< within ten school days, or two weeks where no days are known
    std::vector<DayLine> later;
    std::vector<DayLine> waiting; ///< for somebody else
    std::vector<DayLine> undated;
};

/// Puts one worker's lines into the list, in the order of their days.
/// Source: our convention: late first, then dates in law and promises together by day.
void put_in(DayList& list, std::vector<DayLine> lines, Date today);

/// The lines of one worker: each task, and each date in law that no unsettled task is about, once.
/// Source: our convention.
std::vector<DayLine> day_lines(const std::vector<DayTask>& tasks, const std::vector<DayDate>& dates,
                               const std::map<std::string, DaysSeenBySchool>& days, Date today);

/// With whom it lies: the owner of a task, else the caseworker of the case; nobody where it has
/// neither.
/// Source: our convention.
std::optional<access::UserId> whose_line(const DayLine& line);

/// How late a task is before its manager is shown it.
/// Source: our convention, on the same school days that dates are counted in.
inline constexpr int school_days_before_escalation = 3;
/// Whether a late task, or a date in law that has passed unanswered, is shown to the manager.
/// Source: our convention: three school days, or five days where no school days are known.
bool is_for_the_manager(const DayLine& line, Date today);

} // namespace onroll::casework
