#include "audit/rules_unusual.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace onroll::audit {

namespace unusual_detail {

using Records = std::set<std::string>;

/// One actor's day.
struct Day {
    Records seen;
    Records outside;
    Records at_night;
    Records refused;
};

struct Use {
    std::map<std::string, std::map<Date, Day>> by_actor;
    /// Days on which an actor opened a record outside the caseload.
    std::map<std::pair<std::string, std::string>, std::set<Date>> returns;
};

bool is_night(int hour, const UnusualLimits& limits)
{
    return hour >= limits.night_from || hour < limits.night_until;
}

/// A change that failed opens it too: its page showed the record again.
bool opens_a_record(const Entry& entry)
{
    const auto& deed = entry.deed;
    return !entry.erased && !deed.actor.empty() && !deed.record.empty() &&
           (deed.kind == Kind::read || deed.kind == Kind::printed || deed.kind == Kind::exported ||
            deed.kind == Kind::denied || deed.outcome == Outcome::failed);
}

Use use_of(const std::vector<Entry>& entries, const InLondon& in_london,
           const UnusualLimits& limits)
{
    Use use;
    for (const auto& entry : entries) {
        if (!opens_a_record(entry)) continue;
        const auto& deed = entry.deed;
        // Whoever looks into the audit or answers a request for records does so by their office.
        if (deed.act.starts_with("audit.") || deed.act.starts_with("records_request.")) continue;
        // A family reads its own record by its link, as often and as late as it likes.
        if (deed.relation == "link") continue;
        const auto when = in_london(entry.at);
        auto& day = use.by_actor[deed.actor][when.day];
        if (deed.outcome == Outcome::refused) {
            day.refused.insert(deed.record);
            continue;
        }
        day.seen.insert(deed.record);
        if (is_night(when.hour, limits)) day.at_night.insert(deed.record);
        if (deed.relation != "same_agency") continue;
        day.outside.insert(deed.record);
        use.returns[{deed.actor, deed.record}].insert(when.day);
    }
    return use;
}

double median(std::vector<int> counts)
{
    if (counts.empty()) return 0;
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    return *middle;
}

/// What an ordinary day is: one's own where enough days are known, and never less than the
/// colleagues', so that a quiet worker's first busy day does not stand out.
double ordinary_day(const std::map<Date, Day>& own, double of_all)
{
    std::vector<int> counts;
    for (const auto& [date, day] : own) counts.push_back(static_cast<int>(day.seen.size()));
    return own.size() < 5 ? of_all : std::max(of_all, median(counts));
}

double ordinary_day_of_all(const Use& use)
{
    std::vector<int> counts;
    for (const auto& [actor, days] : use.by_actor)
        for (const auto& [date, day] : days) counts.push_back(static_cast<int>(day.seen.size()));
    return median(counts);
}

void look_at_days(const Use& use, const AreAlike& are_alike, const UnusualLimits& limits,
                  std::vector<Unusual>& found)
{
    const auto of_all = ordinary_day_of_all(use);
    for (const auto& [actor, days] : use.by_actor) {
        const auto ordinary = ordinary_day(days, of_all);
        for (const auto& [date, day] : days) {
            const auto add = [&, &its_actor = actor, &its_date = date](
                                 Oddity oddity, std::size_t count, std::string record = {}) {
                found.push_back(
                    {oddity, its_actor, its_date, std::move(record), static_cast<int>(count)});
            };
            const auto reaches = [](const Records& records, int limit) {
                return static_cast<int>(records.size()) >= limit;
            };
            if (reaches(day.outside, limits.outside_caseload))
                add(Oddity::outside_caseload, day.outside.size());
            if (reaches(day.seen, limits.much_at_least) &&
                static_cast<double>(day.seen.size()) >= limits.much_times * ordinary)
                add(Oddity::much, day.seen.size());
            if (reaches(day.at_night, limits.odd_hours))
                add(Oddity::odd_hours, day.at_night.size());
            if (reaches(day.refused, limits.refusals)) add(Oddity::refusals, day.refused.size());
            for (const auto& record : day.outside)
                if (are_alike(actor, record)) add(Oddity::likeness, 1, record);
        }
    }
}

} // namespace unusual_detail

std::string_view key_of(Oddity oddity)
{
    constexpr std::array<std::string_view, 6> keys{"outside_caseload", "much",       "odd_hours",
                                                   "likeness",         "one_record", "refusals"};
    return keys[static_cast<std::size_t>(oddity)];
}

std::vector<Unusual> unusual_use(const std::vector<Entry>& entries, const InLondon& in_london,
                                 const AreAlike& are_alike, const UnusualLimits& limits)
{
    const auto use = unusual_detail::use_of(entries, in_london, limits);
    std::vector<Unusual> found;
    unusual_detail::look_at_days(use, are_alike, limits, found);
    for (const auto& [who_and_what, days] : use.returns)
        if (static_cast<int>(days.size()) >= limits.one_record)
            found.push_back({Oddity::one_record, who_and_what.first, *days.rbegin(),
                             who_and_what.second, static_cast<int>(days.size())});
    std::stable_sort(found.begin(), found.end(),
                     [](const Unusual& one, const Unusual& other) { return one.day < other.day; });
    return found;
}

} // namespace onroll::audit
