#include "insight/own_records.h"

#include "insight/rules_suppression.h"

#include <algorithm>
#include <cmath>

namespace onroll::insight {

namespace own_records_detail {

std::int64_t whole(const AreaValue& value)
{
    return std::llround(value.value.value_or(0));
}

void hide(AreaValue& week)
{
    week.state = CellState::suppressed;
    week.value.reset();
    week.count.reset();
    week.interval.reset();
}

bool any_small(const std::vector<AreaValue>& weeks)
{
    return std::any_of(weeks.begin(), weeks.end(),
                       [](const AreaValue& week) { return is_small(whole(week), {}); });
}

double sum_of(const std::vector<AreaValue>& weeks)
{
    double sum = 0;
    for (const auto& week : weeks) sum += week.value.value_or(0);
    return sum;
}

} // namespace own_records_detail

double shown_sum_of_weeks(const std::vector<AreaValue>& weeks)
{
    using namespace own_records_detail;
    const double sum = sum_of(weeks);
    return any_small(weeks) ? static_cast<double>(rounded_to(std::llround(sum))) : sum;
}

std::vector<AreaValue> shown_running_sums(const std::vector<AreaValue>& weeks)
{
    using namespace own_records_detail;
    const bool rounded = any_small(weeks);
    std::vector<AreaValue> sums;
    double sum = 0;
    for (const auto& week : weeks) {
        auto shown = week;
        sum += week.value.value_or(0);
        shown.state = CellState::known;
        shown.value = sum;
        if (rounded) hide(shown);
        sums.push_back(std::move(shown));
    }
    if (rounded) {
        sums.back().state = CellState::known;
        sums.back().value = shown_sum_of_weeks(weeks);
    }
    return sums;
}

OwnWeeks hide_small_weeks(std::vector<AreaValue> weeks)
{
    using namespace own_records_detail;
    OwnWeeks own{.weeks = std::move(weeks)};
    own.so_far = shown_sum_of_weeks(own.weeks);
    own.so_far_is_rounded = any_small(own.weeks);
    if (!own.so_far_is_rounded) return own;
    CountTable list{1, 0, {}};
    std::vector<std::size_t> place;
    for (std::size_t i = 0; i < own.weeks.size(); ++i) {
        if (!own.weeks[i].value) continue;
        list.counts.push_back(whole(own.weeks[i]));
        place.push_back(i);
    }
    list.columns = list.counts.size();
    const auto shown = suppress(list);
    for (std::size_t column = 0; column < place.size(); ++column) {
        if (shown.count(0, column)) continue;
        const bool small = is_small(list.counts[column], {});
        ++(small ? own.small : own.hidden_to_protect);
        hide(own.weeks[place[column]]);
    }
    own.fewest = shown.least_cost;
    return own;
}

} // namespace onroll::insight
