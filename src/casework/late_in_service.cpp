#include "casework/late_in_service.h"

#include "casework/passed_dates.h"
#include "casework/store_answers.h"
#include "casework/store_day.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace onroll::casework {

std::vector<DayLine> late_in_service(db::Queries& database, const access::AgencyId& agency,
                                     Date today, std::size_t looked_at)
{
    const auto tasks = tasks_due_before(database, agency, today, looked_at);
    std::set<CaseId> cases;
    for (const auto& task : tasks)
        if (task.of) cases.insert(task.of->id);
    auto lines =
        day_lines(tasks, {}, days_of_cases(database, agency, {cases.begin(), cases.end()}), today);
    std::erase_if(lines, [&](const DayLine& line) { return !is_for_the_manager(line, today); });
    auto passed = passed_lines_for_the_manager(database, agency, today, looked_at);
    lines.insert(lines.end(), std::make_move_iterator(passed.begin()),
                 std::make_move_iterator(passed.end()));
    std::stable_sort(lines.begin(), lines.end(),
                     [](const DayLine& one, const DayLine& other) { return one.due < other.due; });
    return lines;
}

} // namespace onroll::casework
