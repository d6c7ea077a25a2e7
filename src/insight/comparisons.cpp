#include "insight/comparisons.h"

#include "insight/comparisons_inside.h"

#include "kernel/ensure.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace onroll::insight {

namespace comparisons_detail {

std::optional<Interval> interval_of(const Measure& measure, double count, double base)
{
    switch (measure.counted) {
    case CountedAs::events:
        return rate_interval_per_100(count, base);
    case CountedAs::pupils:
        if (const auto share = wilson_interval(count, base))
            return Interval{100 * share->low, 100 * share->high};
        return std::nullopt;
    case CountedAs::share:
        return std::nullopt; // sessions and the like are not independent
    }
    return std::nullopt;
}

} // namespace comparisons_detail

AreaValue comparisons_detail::value_from(const Measure& measure, AreaCode area,
                                         const Period& period, const SourceCells& cells)
{
    AreaValue value{area, period};
    const Figure* first = cells.value ? cells.value : cells.count ? cells.count : cells.base;
    value.state = first->state;
    value.release = first->release;
    value.row = first->row;
    if (first->known() && cells.value) value.value = first->value;
    const bool counted = cells.count && cells.base && cells.count->known() && cells.base->known() &&
                         cells.base->value > 0;
    if (!counted) return value;
    value.state = CellState::known;
    value.count = cells.count->value;
    value.pupils = std::llround(cells.base->value);
    value.value = rate_per_100_pupils(*value.count, static_cast<double>(value.pupils));
    value.interval = interval_of(measure, *value.count, static_cast<double>(value.pupils));
    return value;
}

namespace comparisons_detail {

/// Adds what one source has at one level, in periods that no earlier source gave.
void add_source(db::Queries& database, const MeasureSource& source, AreaLevel level,
                const std::set<Period>& given, MeasureValues& values)
{
    const auto series = [&](const std::string& indicator) {
        if (indicator.empty()) return Series{};
        return figures(database, {source.dataset, indicator, source.breakdown, source.period},
                       level);
    };
    const auto value = series(source.value), count = series(source.count),
               base = series(source.base);
    std::map<std::pair<AreaCode, Period>, SourceCells> cells;
    for (const auto& cell : value.cells) cells[{cell.area, cell.period}].value = &cell.figure;
    for (const auto& cell : count.cells) cells[{cell.area, cell.period}].count = &cell.figure;
    for (const auto& cell : base.cells)
        if (const auto found = cells.find({cell.area, cell.period}); found != cells.end())
            found->second.base = &cell.figure;
    for (const auto& [key, found] : cells)
        if (!given.contains(key.second))
            values.add(value_from(values.measure(), key.first, key.second, found));
}

std::string text_of_steps(std::int64_t steps, int decimals)
{
    const std::string sign = steps < 0 ? "-" : "";
    auto digits = std::to_string(std::abs(steps));
    if (decimals == 0) return sign + digits;
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    return sign + digits.insert(digits.size() - places, ".");
}

/// Small rates need one more decimal for their range to be seen.
int decimals_of_range(const AreaValue& value, const Measure& measure)
{
    return value.value && *value.value < 1 && measure.decimals > 0 ? measure.decimals + 1
                                                                   : measure.decimals;
}

} // namespace comparisons_detail

std::string shown_number(double value, int decimals)
{
    return comparisons_detail::text_of_steps(shown_value_steps(value, decimals), decimals);
}

std::string shown(const AreaValue& value, const Measure& measure)
{
    if (value.count)
        if (const auto steps = shown_rate_steps(*value.count, value.pupils, measure.decimals))
            return comparisons_detail::text_of_steps(*steps, measure.decimals);
    if (value.value) return shown_number(*value.value, measure.decimals);
    const auto symbol = symbol_of(value.state);
    return "[" + std::string(symbol.empty() ? "x" : symbol) + "]";
}

std::string shown_low(const AreaValue& value, const Measure& measure)
{
    if (!value.interval) return {};
    return shown_number(value.interval->low, comparisons_detail::decimals_of_range(value, measure));
}

std::string shown_high(const AreaValue& value, const Measure& measure)
{
    if (!value.interval) return {};
    return shown_number(value.interval->high,
                        comparisons_detail::decimals_of_range(value, measure));
}

const AreaValue* MeasureValues::find(AreaCode area, const Period& period) const
{
    const auto found = values_.find({area, period});
    return found == values_.end() ? nullptr : &found->second;
}

std::vector<AreaValue> MeasureValues::of(AreaCode area) const
{
    std::vector<AreaValue> values;
    constexpr Period earliest{PeriodKind::academic_year, INT16_MIN, INT16_MIN};
    for (auto found = values_.lower_bound({area, earliest});
         found != values_.end() && found->first.first == area; ++found)
        values.push_back(found->second);
    return values;
}

std::vector<AreaValue> MeasureValues::authorities_in(const Period& period) const
{
    std::vector<AreaValue> values;
    for (const auto& [key, value] : values_)
        if (key.second == period && key.first.level() == AreaLevel::authority)
            values.push_back(value);
    return values;
}

std::vector<Period> MeasureValues::periods() const
{
    std::set<Period> periods;
    for (const auto& [key, value] : values_) periods.insert(key.second);
    return {periods.begin(), periods.end()};
}

void MeasureValues::add(const AreaValue& value)
{
    values_.try_emplace({value.area, value.period}, value);
}

const AreaValue* CountryPicture::find(AreaCode area) const
{
    const auto found = std::find_if(values.begin(), values.end(),
                                    [&](const AreaValue& value) { return value.area == area; });
    return found == values.end() ? nullptr : &*found;
}

std::string Gazetteer::name_of(AreaCode area) const
{
    const auto* found = find(area);
    return found ? found->name : area.text();
}

const Area* Gazetteer::find(AreaCode area) const
{
    const auto found = areas.find(area);
    return found == areas.end() ? nullptr : &found->second;
}

std::shared_ptr<const MeasureValues> Comparisons::values(db::Queries& database,
                                                         const Measure& measure)
{
    return keep(database, values_, measure.key, [&] {
        MeasureValues values(measure);
        for (const auto& source : measure.sources) {
            const auto periods = values.periods();
            const std::set<Period> given(periods.begin(), periods.end());
            for (const auto level : {AreaLevel::national, AreaLevel::region, AreaLevel::authority})
                comparisons_detail::add_source(database, source, level, given, values);
        }
        return values;
    });
}

std::shared_ptr<const Gazetteer> Comparisons::gazetteer(db::Queries& database)
{
    return keep(database, gazetteers_, 0, [&] {
        Gazetteer gazetteer;
        for (const auto level : {AreaLevel::national, AreaLevel::region, AreaLevel::authority})
            for (auto& area : areas(database, level))
                gazetteer.areas.insert_or_assign(area.code, std::move(area));
        return gazetteer;
    });
}

std::shared_ptr<const CountryPicture> Comparisons::country(db::Queries& database,
                                                           const Measure& measure,
                                                           const Period& period, TieRule ties,
                                                           RankedRounding rounding)
{
    const auto key = std::tuple(measure.key, period, ties, rounding);
    return keep(database, countries_, key, [&] {
        CountryPicture picture;
        picture.measure = &measure;
        picture.period = period;
        picture.values = values(database, measure)->authorities_in(period);
        const auto names = gazetteer(database);
        std::vector<RankedValue> ranked;
        std::vector<Exposure> exposures;
        std::vector<double> numbers;
        for (const auto& value : picture.values) {
            ranked.push_back({value.area.text(), names->name_of(value.area), value.value,
                              value.count, value.pupils});
            if (value.value) numbers.push_back(*value.value);
            if (!value.count) continue;
            picture.funnel_point.emplace(value.area, exposures.size());
            exposures.push_back({*value.count, static_cast<double>(value.pupils)});
        }
        picture.ranking = rank_values(ranked, ties, rounding);
        picture.quartiles = quartile_cuts(numbers);
        if (measure.counted != CountedAs::share && !exposures.empty())
            picture.funnel = funnel_of(exposures);
        return picture;
    });
}

std::shared_ptr<const RankIntervals>
Comparisons::rank_intervals(db::Queries& database, const Measure& measure, const Period& period)
{
    return keep(database, rank_intervals_, std::pair(measure.key, period), [&] {
        RankIntervals intervals;
        if (measure.counted == CountedAs::share) return intervals;
        std::vector<AreaCode> codes;
        std::vector<Exposure> exposures;
        for (const auto& value : values(database, measure)->authorities_in(period))
            if (value.count) {
                codes.push_back(value.area);
                exposures.push_back({*value.count, static_cast<double>(value.pupils)});
            }
        const auto prior = fit_rate_prior(exposures);
        if (!prior) return intervals;
        const auto ranks = insight::rank_intervals(exposures, *prior, {rank_draws_, 1});
        for (std::size_t i = 0; i < codes.size(); ++i) intervals.emplace(codes[i], ranks[i]);
        return intervals;
    });
}

NeighbourPicture Comparisons::neighbours(db::Queries& database, AreaCode area,
                                         const Measure& measure, const Period& period,
                                         std::optional<int> list)
{
    NeighbourPicture picture;
    const auto lists = neighbour_lists(database);
    if (lists.empty()) return picture;
    picture.list = list.value_or(lists.back());
    const auto all = values(database, measure);
    const auto names = gazetteer(database);
    std::vector<std::optional<double>> others;
    for (auto& neighbour : neighbours_of(database, area, picture.list)) {
        const auto* value = all->find(neighbour.area, period);
        others.push_back(value ? value->value : std::nullopt);
        const auto name = names->name_of(neighbour.area);
        picture.neighbours.push_back(
            {std::move(neighbour), name, value ? std::optional(*value) : std::nullopt});
    }
    if (const auto* own = all->find(area, period); own && own->value)
        picture.among = among_neighbours(*own->value, others);
    return picture;
}

} // namespace onroll::insight
