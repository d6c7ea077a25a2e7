#include "casework/rules_day_list.h"

#include "casework/rules_school_days.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace onroll::casework {
namespace rules_day_list_detail {

constexpr int near_school_days = 10;
constexpr Days near_days{14};

std::optional<int> left_to(const std::map<std::string, DaysSeenBySchool>& days,
                           const std::optional<DayCase>& of, std::optional<Date> due, Date today)
{
    if (!of || !due) return std::nullopt;
    const auto found = days.find(of->id.text());
    return found == days.end() ? std::nullopt : school_days_to(found->second, today, *due);
}

bool is_near(const DayLine& line, Date today)
{
    if (line.school_days) return *line.school_days <= near_school_days;
    return *line.due <= today + near_days;
}

/// A day without a time lasts until its end.
std::chrono::minutes time_of(const DayLine& line)
{
    constexpr std::chrono::minutes end_of_day{24 * 60};
    return line.task ? line.task->told.due_at.value_or(end_of_day) : end_of_day;
}

void sort_by_day(std::vector<DayLine>& lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const DayLine& one, const DayLine& other) {
        return std::pair(one.due.value_or(Date::max()), time_of(one)) <
               std::pair(other.due.value_or(Date::max()), time_of(other));
    });
}

} // namespace rules_day_list_detail
using namespace rules_day_list_detail;

void put_in(DayList& list, std::vector<DayLine> lines, Date today)
{
    for (auto& line : lines) {
        auto& part = line.task && line.task->state == TaskState::waiting ? list.waiting
                     : line.passed                                       ? list.passed
                     : !line.due                                         ? list.undated
                     : *line.due < today                                 ? list.late
                     : *line.due == today                                ? list.today
                     : is_near(line, today)                              ? list.next
                                                                         : list.later;
        part.push_back(std::move(line));
    }
    for (auto* part : {&list.late, &list.passed, &list.today, &list.next, &list.later,
                       &list.waiting, &list.undated})
        sort_by_day(*part);
}

std::vector<DayLine> day_lines(const std::vector<DayTask>& tasks, const std::vector<DayDate>& dates,
                               const std::map<std::string, DaysSeenBySchool>& days, Date today)
{
    std::vector<DayLine> lines;
    std::set<std::pair<std::string, std::string>> made; // the case and the date of each task
    for (const auto& [task, of] : tasks) {
        if (of && task.told.duty) made.emplace(of->id.text(), *task.told.duty);
        lines.push_back({.task = task,
                         .of = of,
                         .words = task.told.title,
                         .due = task.told.due_on,
                         .last_day = true,
                         .school_days = left_to(days, of, task.told.due_on, today),
                         .stands_in_for = {},
                         .law = task.told.duty.value_or("")});
    }
    std::set<std::tuple<std::string, Date, std::string>> said;
    for (const auto& date : dates) {
        const auto id = date.of.id.text();
        if (made.contains({id, date.name})) continue;
        if (!said.emplace(id, date.due, date.words).second) continue;
        lines.push_back({.task = {},
                         .of = date.of,
                         .words = date.words,
                         .due = date.due,
                         .last_day = date.last_day,
                         .school_days = left_to(days, date.of, date.due, today),
                         .stands_in_for = {},
                         .law = date.name});
    }
    return lines;
}

std::optional<access::UserId> whose_line(const DayLine& line)
{
    if (line.task && line.task->told.owner) return line.task->told.owner;
    return line.of ? line.of->caseworker : std::nullopt;
}

bool is_for_the_manager(const DayLine& line, Date today)
{
    if ((!line.task && !line.passed) || !line.due || *line.due >= today) return false;
    if (line.school_days) return *line.school_days <= -school_days_before_escalation;
    return *line.due <= today - Days{5};
}

} // namespace onroll::casework
