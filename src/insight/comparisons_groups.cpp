#include "insight/comparisons_inside.h"

#include <algorithm>
#include <set>

namespace onroll::insight {

namespace comparisons_groups_detail {

constexpr std::string_view dataset = "exclusion_characteristics";

/// Puts the group beside everybody else.
void compare(GroupRow& row, const AreaValue& whole, const Measure& measure)
{
    if (!row.value.count || !whole.count) return;
    const GroupCount group{*row.value.count, static_cast<double>(row.value.pupils)};
    const auto others = everybody_else({*whole.count, static_cast<double>(whole.pupils)}, group);
    if (!others || others->pupils <= 0) return;
    row.ratio = rate_ratio(
        group, *others, measure.counted == CountedAs::pupils ? Counted::pupils : Counted::events);
    if (row.ratio) row.others = *others;
    row.difference = difference_per_100(group, *others);
}

} // namespace comparisons_groups_detail

std::shared_ptr<const std::vector<Comparisons::GroupSeries>>
Comparisons::group_series(db::Queries& database, const Measure& measure, AreaLevel level)
{
    return keep(database, groups_, std::pair(measure.key, level), [&] {
        const auto& source = measure.sources.front();
        std::vector<GroupSeries> all;
        for (const auto& key : keys_of(database, comparisons_groups_detail::dataset, level)) {
            if (key.indicator != source.count || key.breakdown.value_of("phase") != measure.phase())
                continue;
            if (key.breakdown.value_of("group").find(" and ") != std::string::npos) continue;
            const auto series = [&](const std::string& indicator) {
                return figures(database, {key.dataset, indicator, key.breakdown, key.period},
                               level);
            };
            all.push_back(
                {key.breakdown, series(source.value), series(source.count), series(source.base)});
        }
        return all;
    });
}

GroupPicture Comparisons::groups(db::Queries& database, AreaCode area, const Measure& measure,
                                 const Period& period)
{
    GroupPicture picture{area, false, {}, {}};
    if (measure.sources.front().count.empty()) return picture;
    auto all = group_series(database, measure, area.level());
    if (std::none_of(all->begin(), all->end(),
                     [&](const GroupSeries& series) { return !series.count.of(area).empty(); })) {
        picture.area = AreaCode::england();
        picture.of_england_instead = area != AreaCode::england();
        all = group_series(database, measure, AreaLevel::national);
    }
    std::optional<AreaValue> whole;
    std::set<Period> periods;
    for (const auto& series : *all) {
        for (const auto& cell : series.count.of(picture.area)) periods.insert(cell.period);
        const comparisons_detail::SourceCells cells{series.published.find(picture.area, period),
                                                    series.count.find(picture.area, period),
                                                    series.pupils.find(picture.area, period)};
        if (!cells.count) continue;
        const auto value = comparisons_detail::value_from(measure, picture.area, period, cells);
        const auto group = series.breakdown.value_of("group");
        if (group.empty())
            whole = value;
        else
            picture.rows.push_back(
                {group, series.breakdown.value_of("characteristic"), value, shown(value, measure)});
    }
    picture.periods.assign(periods.begin(), periods.end());
    if (whole)
        for (auto& row : picture.rows) comparisons_groups_detail::compare(row, *whole, measure);
    std::stable_sort(picture.rows.begin(), picture.rows.end(),
                     [](const GroupRow& one, const GroupRow& other) {
                         return std::tie(one.group, one.name) < std::tie(other.group, other.name);
                     });
    return picture;
}

} // namespace onroll::insight
