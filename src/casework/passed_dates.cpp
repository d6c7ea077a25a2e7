#include "casework/passed_dates.h"

#include "casework/rules_passed_dates.h"
#include "casework/rules_school_days.h"
#include "casework/store_answers.h"
#include "casework/store_day.h"
#include "casework/store_events.h"

#include <set>
#include <tuple>

namespace onroll::casework {
namespace passed_dates_detail {

/// The lines of those that nothing answers, each sentence of a case and a day once.
std::vector<DayLine> unanswered(db::Queries& database, const access::AgencyId& agency,
                                const std::vector<DayDate>& dates)
{
    std::set<EventId> events;
    for (const auto& date : dates)
        if (date.event && asks_whether_it_happened(date.name)) events.insert(*date.event);
    auto known = facts_of_events(database, agency, {events.begin(), events.end()});
    std::vector<DayLine> lines;
    std::set<std::tuple<std::string, Date, std::string>> said;
    for (const auto& date : dates) {
        if (!date.event || !asks_whether_it_happened(date.name)) continue;
        if (happened_as_recorded(date.name, date.words, known[date.event->text()])) continue;
        if (!said.emplace(date.of.id.text(), date.due, date.words).second) continue;
        lines.push_back({.task = {},
                         .of = date.of,
                         .words = date.words,
                         .due = date.due,
                         .last_day = date.last_day,
                         .school_days = {},
                         .stands_in_for = {},
                         .passed = PassedDate{date.name, *date.event}});
    }
    return lines;
}

} // namespace passed_dates_detail
using namespace passed_dates_detail;

std::vector<DayLine> passed_lines_of_worker(db::Queries& database, const access::AgencyId& agency,
                                            const access::UserId& worker,
                                            const std::map<std::string, DaysSeenBySchool>& days,
                                            Date today)
{
    auto lines = unanswered(
        database, agency,
        passed_dates_of_worker(database, agency, worker, today - passed_dates_asked_for, today));
    for (auto& line : lines) {
        const auto seen = days.find(line.of->id.text());
        if (seen != days.end()) line.school_days = school_days_to(seen->second, today, *line.due);
    }
    return lines;
}

std::vector<DayLine> passed_lines_for_the_manager(db::Queries& database,
                                                  const access::AgencyId& agency, Date today,
                                                  std::size_t wanted)
{
    // Most of the oldest may be answered: further ones are looked at until there are enough.
    for (auto looked_at = 3 * wanted;; looked_at *= 4) {
        const auto dates =
            passed_dates(database, agency, today - passed_dates_asked_for, today, looked_at);
        auto lines = unanswered(database, agency, dates);
        std::set<CaseId> cases;
        for (const auto& line : lines) cases.insert(line.of->id);
        auto days = days_of_cases(database, agency, {cases.begin(), cases.end()});
        for (auto& line : lines)
            line.school_days = school_days_to(days[line.of->id.text()], today, *line.due);
        std::erase_if(lines, [&](const DayLine& line) { return !is_for_the_manager(line, today); });
        if (lines.size() >= wanted || dates.size() < looked_at) return lines;
    }
}

} // namespace onroll::casework
