#include "casework/rules_date_changes.h"

#include <algorithm>
#include <map>

namespace onroll::casework {
namespace rules_date_changes_detail {

std::optional<char> seen_on(const DaysSeen& seen, Date day)
{
    const auto place = (day - seen.from).count();
    if (place < 0 || place >= static_cast<long>(seen.days.size())) return std::nullopt;
    return seen.days[static_cast<std::size_t>(place)];
}

std::string listed_days(const std::vector<Date>& days)
{
    constexpr std::size_t named = 3;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(days.size(), named); ++i)
        words.push_back(with_weekday(days[i]));
    if (days.size() > named) words.push_back(std::to_string(days.size() - named) + " more days");
    std::string listed;
    for (std::size_t i = 0; i < words.size(); ++i)
        listed += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return listed;
}

/// The days that explain a move from one date to another, of whichever school they are.
std::string explained_by_days(const DaysSeenBySchool& before, const DaysSeenBySchool& now, Date one,
                              Date other)
{
    const auto to = std::max(one, other);
    for (const auto& [school, days] : now) {
        const auto seen = before.find(school);
        if (seen == before.end()) continue;
        const auto changed = days_changed(seen->second, days, days.from, to);
        if (!changed.none()) return in_words(changed);
    }
    return {};
}

DateChange change_of(const KeptDate& date, std::optional<Date> was, std::optional<Date> now,
                     std::string why)
{
    return {date.name, date.words, was, now, std::move(why), {}};
}

void add_once(std::vector<DateChange>& changes, DateChange change)
{
    const bool said = std::any_of(changes.begin(), changes.end(), [&](const DateChange& other) {
        return other.words == change.words && other.was == change.was && other.now == change.now;
    });
    if (!said) changes.push_back(std::move(change));
}

} // namespace rules_date_changes_detail
using namespace rules_date_changes_detail;

DaysChanged days_changed(const DaysSeen& before, const DaysSeen& now, Date from, Date to)
{
    DaysChanged changed;
    for (auto day = from; day <= to; day += Days{1}) {
        const auto was = seen_on(before, day);
        const auto is = seen_on(now, day);
        if (!was || !is || *was == *is) continue;
        (*is == '0' ? changed.closed : changed.opened).push_back(day);
    }
    return changed;
}

std::string in_words(const DaysChanged& changed)
{
    std::string words;
    if (!changed.closed.empty()) words = "the school is closed on " + listed_days(changed.closed);
    if (!changed.opened.empty()) {
        words += words.empty() ? "the school is open on " : ", and open on ";
        words += listed_days(changed.opened);
    }
    return words;
}

std::vector<DateChange> date_changes(const std::vector<KeptDate>& before,
                                     const std::vector<KeptDate>& now,
                                     const DaysSeenBySchool& days_before,
                                     const DaysSeenBySchool& days_now, const std::string& why)
{
    std::map<std::string, const KeptDate*> kept;
    std::map<std::string, bool> had_dates;
    for (const auto& date : before) {
        kept[date.name] = &date;
        had_dates[date.event.text()] = true;
    }
    std::vector<DateChange> changes;
    for (const auto& date : now) {
        const auto found = kept.find(date.name);
        if (found == kept.end()) {
            if (had_dates[date.event.text()])
                add_once(changes, change_of(date, std::nullopt, date.due, why));
            continue;
        }
        const auto was = found->second->due;
        kept.erase(found);
        if (was == date.due) continue;
        auto because =
            was && date.due ? explained_by_days(days_before, days_now, *was, *date.due) : "";
        add_once(changes, change_of(date, was, date.due, because.empty() ? why : because));
    }
    for (const auto& [name, date] : kept)
        add_once(changes, change_of(*date, date->due, std::nullopt, why));
    return changes;
}

std::optional<std::string> task_from(const KeptDate& date)
{
    using law::DutyType;
    switch (date.type) {
    case DutyType::decide_by:
    case DutyType::decide_by_extended:
    case DutyType::hold_by:
        return "Get ready for the governors’ meeting";
    case DutyType::apply_by:
        return "Ask the family whether it wants a review";
    case DutyType::provide_from:
        return "Check that teaching has started";
    case DutyType::claim_by:
        return "Ask the family whether it wants to claim at the tribunal";
    default:
        return std::nullopt;
    }
}

} // namespace onroll::casework
