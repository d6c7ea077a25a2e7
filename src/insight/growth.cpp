#include "insight/growth.h"

#include "insight/rules_quartiles.h"
#include "insight/words_of_figures.h"

#include <cmath>

namespace onroll::insight {

namespace growth_detail {

std::optional<Growth> growth_in(const MeasureValues& values, AreaCode area, const Period& from,
                                const Period& to)
{
    const auto* first = values.find(area, from);
    const auto* last = values.find(area, to);
    if (!first || !last || !first->value || !last->value) return std::nullopt;
    return Growth{*first->value, *last->value, change_between(*first->value, *last->value)};
}

/// "rose by 5.16", "fell by 0.20", "did not change".
std::string moved(const Growth& growth, const Measure& measure)
{
    const double difference = growth.change.difference;
    const auto words = number_on_page(std::abs(difference), measure.decimals);
    if (shown_value_steps(difference, measure.decimals) == 0) return "did not change";
    return (difference > 0 ? "rose by " : "fell by ") + words;
}

} // namespace growth_detail

GrowthPicture growth_of(db::Queries& database, Comparisons& comparisons, const Measure& measure,
                        const Area& area, const Period& from, const Period& to)
{
    using growth_detail::growth_in;
    const auto values = comparisons.values(database, measure);
    GrowthPicture picture{from, to};
    picture.area = growth_in(*values, area.code, from, to);
    if (area.region) picture.region = growth_in(*values, *area.region, from, to);
    if (area.code != AreaCode::england())
        picture.england = growth_in(*values, AreaCode::england(), from, to);
    std::vector<double> differences;
    for (const auto& value : values->authorities_in(from)) {
        const auto growth = growth_in(*values, value.area, from, to);
        if (!growth) continue;
        ++picture.of;
        differences.push_back(growth->change.difference);
        if (picture.area && growth->change.difference > picture.area->change.difference)
            ++picture.grew_more;
    }
    picture.median_difference = quantile_of(differences, 0.5);
    return picture;
}

std::string growth_in_words(const GrowthPicture& picture, const Measure& measure)
{
    using growth_detail::moved;
    if (!picture.area) return {};
    auto words = measure.name + " " + moved(*picture.area, measure) + " between " +
                 picture.from.text() + " and " + picture.to.text();
    if (picture.region) words += "; the region " + moved(*picture.region, measure);
    if (picture.england) words += "; England " + moved(*picture.england, measure);
    words += ".";
    if (picture.of > 0)
        words += " " + std::to_string(picture.grew_more) + " of " + std::to_string(picture.of) +
                 (shown_value_steps(picture.area->change.difference, measure.decimals) < 0
                      ? " areas fell by less, or rose."
                      : " areas rose by more.");
    return words;
}

} // namespace onroll::insight
