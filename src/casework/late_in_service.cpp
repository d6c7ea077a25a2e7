#include "casework/late_in_service.h"

#include "casework/passed_dates.h"
#include "casework/store_answers.h"
#include "casework/store_day.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace onroll::casework {

namespace late_in_service_detail {

/// The tasks: `wanted` or more, where there are so many.
std::vector<DayLine> late_tasks(db::Queries& database, const access::AgencyId& agency, Date today,
                                std::size_t wanted)
{
    // In holidays the oldest may not be late enough while others are.
    for (auto looked_at = wanted;; looked_at *= 4) {
        const auto tasks = tasks_due_before(database, agency, today, looked_at);
        std::set<CaseId> cases;
        for (const auto& task : tasks)
            if (task.of) cases.insert(task.of->id);
        const auto days = days_of_cases(database, agency, {cases.begin(), cases.end()});
        auto lines = day_lines(tasks, {}, days, today);
        std::erase_if(lines, [&](const DayLine& line) { return !is_for_the_manager(line, today); });
        if (lines.size() >= wanted || tasks.size() < looked_at) return lines;
    }
}

} // namespace late_in_service_detail

std::vector<DayLine> late_in_service(db::Queries& database, const access::AgencyId& agency,
                                     Date today, std::size_t most)
{
    auto lines = late_in_service_detail::late_tasks(database, agency, today, most);
    auto passed = passed_lines_for_the_manager(database, agency, today, most);
    lines.insert(lines.end(), std::make_move_iterator(passed.begin()),
                 std::make_move_iterator(passed.end()));
    std::stable_sort(lines.begin(), lines.end(),
                     [](const DayLine& one, const DayLine& other) { return one.due < other.due; });
    if (lines.size() > most) lines.resize(most);
    return lines;
}

} // namespace onroll::casework
