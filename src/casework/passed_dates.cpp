#include "casework/passed_dates.h"

#include "casework/rules_passed_dates.h"
#include "casework/rules_school_days.h"
#include "casework/store_answers.h"
#include "casework/store_day.h"
#include "casework/store_events.h"

#include <set>
#include <tuple>
#include <utility>

namespace onroll::casework {
namespace passed_dates_detail {

/// What was said already: a sentence of a case and a day.
using Said = std::set<std::tuple<std::string, Date, std::string>>;

/// The lines of those that nothing answers, each sentence of a case and a day once.
std::vector<DayLine> unanswered(db::Queries& database, const access::AgencyId& agency,
                                const std::vector<DayDate>& dates, Said& said)
{
    std::set<EventId> events;
    for (const auto& date : dates)
        if (date.event && asks_whether_it_happened(date.name)) events.insert(*date.event);
    auto known = facts_of_events(database, agency, {events.begin(), events.end()});
    std::vector<DayLine> lines;
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
    Said said;
    auto lines = unanswered(
        database, agency,
        passed_dates_of_worker(database, agency, worker, today - passed_dates_asked_for, today),
        said);
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
    std::vector<DayLine> lines;
    Said said;
    std::set<std::pair<CaseId, std::string>> seen;
    // Most of the oldest may be answered: further ones are looked at until there are enough.
    for (auto looked_at = 3 * wanted;; looked_at *= 4) {
        auto dates =
            passed_dates(database, agency, today - passed_dates_asked_for, today, looked_at);
        const bool is_all = dates.size() < looked_at;
        // Those of the look before come first again.
        std::erase_if(dates, [&](const DayDate& date) {
            return !seen.emplace(date.of.id, date.name).second;
        });
        auto more = unanswered(database, agency, dates, said);
        std::set<CaseId> cases;
        for (const auto& line : more) cases.insert(line.of->id);
        auto days = days_of_cases(database, agency, {cases.begin(), cases.end()});
        for (auto& line : more) {
            line.school_days = school_days_to(days[line.of->id.text()], today, *line.due);
            if (is_for_the_manager(line, today)) lines.push_back(std::move(line));
        }
        if (lines.size() >= wanted || is_all) return lines;
    }
}

} // namespace onroll::casework
