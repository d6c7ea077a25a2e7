#include "casework/rules_enquiries.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace onroll::casework {
namespace rules_enquiries_detail {

constexpr double alarm_level = 0.05;
constexpr int fewest_weeks_lately = 4;
constexpr int fewest_weeks_before = 12;

void add(Demand& demand, const EnquiryCount& count)
{
    demand.all += count.contacts;
    demand.minutes += count.minutes;
    if (count.enquiry == Enquiry::early)
        demand.early += count.contacts;
    else if (count.enquiry == Enquiry::professional)
        demand.professionals += count.contacts;
    else if (count.has_case)
        demand.casework += count.contacts;
    else
        demand.general += count.contacts;
}

std::vector<Demand> demand_by(const std::vector<EnquiryCount>& counts, Date from, Date to,
                              Days step)
{
    std::vector<Demand> demand;
    for (auto day = from; day <= to; day += step) demand.push_back({.from = day});
    for (const auto& count : counts) {
        if (count.on < from || count.on > to + step) continue;
        const auto place = static_cast<std::size_t>((count.on - from).count() / step.count());
        if (place < demand.size()) add(demand[place], count);
    }
    return demand;
}

std::vector<std::string> labels_of(const SentBy& sent)
{
    const std::string kind(in_words(sent.source));
    if (sent.name.empty()) return {kind};
    return {kind, kind + ": " + sent.name};
}

} // namespace rules_enquiries_detail
using namespace rules_enquiries_detail;

Date monday_of(Date day)
{
    return day - Days{static_cast<int>(iso_weekday(day)) - 1};
}

std::vector<Demand> demand_by_day(const std::vector<EnquiryCount>& counts, Date from, Date to)
{
    return demand_by(counts, from, to, Days{1});
}

std::vector<Demand> demand_by_week(const std::vector<EnquiryCount>& counts, Date from, Date to)
{
    return demand_by(counts, monday_of(from), to, Days{7});
}

Demand demand_of(const std::vector<EnquiryCount>& counts)
{
    Demand all;
    for (const auto& count : counts) add(all, count);
    return all;
}

OpenWeeks open_weeks(const std::vector<Date>& days, Date today)
{
    std::set<Date, std::greater<>> mondays;
    for (const auto day : days)
        if (monday_of(day) < monday_of(today)) mondays.insert(monday_of(day));
    const std::vector<Date> latest_first(mondays.begin(), mondays.end());
    const auto all = static_cast<int>(latest_first.size());
    OpenWeeks weeks{.before = std::clamp(all - weeks_lately, 0, weeks_before),
                    .lately = std::min(all, weeks_lately)};
    if (all == 0) return weeks;
    weeks.lately_from = latest_first[static_cast<std::size_t>(weeks.lately) - 1];
    weeks.before_from = latest_first[static_cast<std::size_t>(weeks.lately + weeks.before) - 1];
    return weeks;
}

Sources sources_of(const OpenWeeks& weeks, const std::vector<SentBy>& sent)
{
    Sources sources{.weeks = weeks, .counts = {}};
    std::map<std::string, SourceCount> by_label;
    for (const auto& one : sent)
        for (const auto& label : labels_of(one)) {
            auto& source = by_label[label];
            source.source = label;
            source.before += one.before;
            source.lately += one.lately;
        }
    for (auto& [label, count] : by_label) sources.counts.push_back(count);
    std::stable_sort(
        sources.counts.begin(), sources.counts.end(),
        [](const SourceCount& one, const SourceCount& other) { return one.before > other.before; });
    return sources;
}

Sources sources_of(const std::vector<EnquiryCount>& counts, Date today)
{
    std::vector<Date> days;
    for (const auto& count : counts)
        if (count.contacts > 0) days.push_back(count.on);
    const auto weeks = open_weeks(days, today);
    std::vector<SentBy> sent;
    for (const auto& count : counts) {
        if (!count.source || weeks.lately == 0 || count.on < weeks.before_from ||
            monday_of(count.on) >= monday_of(today))
            continue;
        const bool is_late = count.on >= weeks.lately_from;
        sent.push_back({.source = *count.source,
                        .name = count.source_name,
                        .before = is_late ? 0 : count.contacts,
                        .lately = is_late ? count.contacts : 0});
    }
    return sources_of(weeks, sent);
}

double chance_of_so_few(std::int64_t before, std::int64_t lately, const OpenWeeks& weeks)
{
    const double n = static_cast<double>(before + lately);
    const double p = static_cast<double>(weeks.lately) /
                     static_cast<double>(std::max(weeks.lately + weeks.before, 1));
    if (p <= 0 || p >= 1) return 1;
    double chance = 0;
    for (std::int64_t k = 0; k <= lately; ++k) {
        const auto x = static_cast<double>(k);
        chance += std::exp(std::lgamma(n + 1) - std::lgamma(x + 1) - std::lgamma(n - x + 1) +
                           x * std::log(p) + (n - x) * std::log1p(-p));
    }
    return std::min(chance, 1.0);
}

std::vector<DriedUp> dried_up(const Sources& sources)
{
    const auto& weeks = sources.weeks;
    if (weeks.lately < fewest_weeks_lately || weeks.before < fewest_weeks_before) return {};
    std::vector<DriedUp> tested;
    for (const auto& count : sources.counts) {
        if (chance_of_so_few(count.before + count.lately, 0, weeks) >= alarm_level) continue;
        tested.push_back({.count = count,
                          .expected = static_cast<double>(count.before) * weeks.lately /
                                      static_cast<double>(weeks.before),
                          .chance = chance_of_so_few(count.before, count.lately, weeks)});
    }
    const double level = alarm_level / static_cast<double>(std::max<std::size_t>(tested.size(), 1));
    std::erase_if(tested, [&](const DriedUp& one) { return one.chance >= level; });
    std::stable_sort(tested.begin(), tested.end(), [](const DriedUp& one, const DriedUp& other) {
        return one.chance < other.chance;
    });
    return tested;
}

} // namespace onroll::casework
