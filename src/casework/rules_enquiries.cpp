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

/// The weeks in which the service was open and that are over, the latest first.
std::vector<Date> open_weeks(const std::vector<EnquiryCount>& counts, Date today)
{
    std::set<Date, std::greater<>> weeks;
    for (const auto& count : counts)
        if (count.contacts > 0 && monday_of(count.on) < monday_of(today))
            weeks.insert(monday_of(count.on));
    return {weeks.begin(), weeks.end()};
}

std::vector<std::string> labels_of(const EnquiryCount& count)
{
    if (!count.source) return {};
    const std::string kind(in_words(*count.source));
    if (count.source_name.empty()) return {kind};
    return {kind, kind + ": " + count.source_name};
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

Sources sources_of(const std::vector<EnquiryCount>& counts, Date today)
{
    Sources sources;
    const auto weeks = open_weeks(counts, today);
    sources.weeks.lately = std::min<int>(static_cast<int>(weeks.size()), weeks_lately);
    sources.weeks.before =
        std::clamp<int>(static_cast<int>(weeks.size()) - weeks_lately, 0, weeks_before);
    if (weeks.empty()) return sources;
    const auto lately_from = weeks[static_cast<std::size_t>(sources.weeks.lately) - 1];
    sources.weeks.lately_from = lately_from;
    const auto first =
        weeks[static_cast<std::size_t>(sources.weeks.lately + sources.weeks.before) - 1];
    std::map<std::string, SourceCount> by_label;
    for (const auto& count : counts) {
        if (count.on < first || monday_of(count.on) >= monday_of(today)) continue;
        for (const auto& label : labels_of(count)) {
            auto& source = by_label[label];
            source.source = label;
            (count.on < lately_from ? source.before : source.lately) += count.contacts;
        }
    }
    for (auto& [label, count] : by_label) sources.counts.push_back(count);
    std::stable_sort(
        sources.counts.begin(), sources.counts.end(),
        [](const SourceCount& one, const SourceCount& other) { return one.before > other.before; });
    return sources;
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
