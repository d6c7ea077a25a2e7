// Charts of one measure: over time, ranks, similar areas, areas by size, phases.
#include "insight/charts_area_inside.h"

#include "design/chart/scale.h"
#include "design/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace onroll::insight::charts_detail {

namespace chart = design::chart;

/// The value of an area in a period as a chart shows it.
chart::Value value_at(const MeasureHere& here, AreaCode area, const Period& period)
{
    return chart_value(here.values->find(area, period), *here.measure);
}

/// The middle of the similar areas in one period, where half of them or more have a figure.
chart::Value middle_of_neighbours(const AreaPicture& picture, const Period& period)
{
    std::vector<double> known;
    for (const auto& one : picture.neighbours.neighbours)
        if (const auto* value = picture.chosen.values->find(one.neighbour.area, period);
            value && value->value)
            known.push_back(*value->value);
    if (known.empty() || known.size() * 2 < picture.neighbours.neighbours.size())
        return chart::symbol("x");
    const auto middle = quantile_of(known, 0.5);
    return chart::shown_as(*middle, number_on_page(*middle, picture.chosen.measure->decimals));
}

/// School years that are not like the others.
std::vector<chart::Span> unusual_years(const std::vector<Period>& periods)
{
    std::optional<std::size_t> first;
    std::size_t last = 0;
    for (std::size_t n = 0; n < periods.size(); ++n) {
        const auto& period = periods[n];
        if (period.kind != PeriodKind::academic_year || period.year < 2019 || period.year > 2020)
            continue;
        if (!first) first = n;
        last = n;
    }
    if (!first) return {};
    return {{*first, last, "Schools part-closed"}};
}

/// Every period from the first to the last, so that a missing year is a gap and not hidden.
std::vector<Period> without_gaps(const std::vector<Period>& periods)
{
    std::vector<Period> all;
    for (auto period = periods.front(); period.year <= periods.back().year; ++period.year)
        all.push_back(period);
    return all;
}

std::string trend_message(const AreaPicture& picture, const AreaValue& now, const AreaValue* before)
{
    const auto& measure = *picture.chosen.measure;
    std::string words = picture.area.name + ": " + chart_value(&now, measure).shown + " " +
                        measure.in_sentence + " in " + period_in_sentence(now.period);
    if (before && before->value && now.value) {
        const auto change = against(now, before, measure);
        words += change == Against::higher  ? ", up from " + chart_value(before, measure).shown
                 : change == Against::lower ? ", down from " + chart_value(before, measure).shown
                                            : ", about the same as the year before";
    }
    const auto* england = picture.chosen.values->find(AreaCode::england(), now.period);
    if (picture.area.code != AreaCode::england()) switch (against(now, england, measure)) {
        case Against::higher:
            words += ", and above England";
            break;
        case Against::lower:
            words += ", and below England";
            break;
        case Against::no_clear_difference:
            words += ", with no clear difference from England";
            break;
        case Against::not_known:
            break;
        }
    return words;
}

std::string trend_description(const chart::LineChart& trend)
{
    std::string words = fmt::format(
        "{} over {} years.", design::counted(static_cast<std::int64_t>(trend.lines.size()), "line"),
        trend.periods.size());
    for (const auto& line : trend.lines)
        words += fmt::format(" {}: {} in {}, {} in {}.", line.name, line.values.front().shown,
                             trend.periods.front(), line.values.back().shown, trend.periods.back());
    return words;
}

std::optional<AreaChart> trend_chart(const AreaPicture& picture)
{
    const auto& here = picture.chosen;
    const auto* now = here.values->find(picture.area.code, here.period);
    if (!now) return std::nullopt;
    auto before = here.period;
    --before.year;
    chart::LineChart trend{
        .figure = figure_named(picture, "trend", "the figures by year", now->release, "rates")};
    const auto periods = without_gaps(picture.periods);
    chart::Line ours{picture.area.name, {}};
    chart::Line similar{"Similar areas", {}};
    chart::Line england{"England", {}};
    chart::Line region{picture.region ? picture.region->name : "", {}};
    for (const auto& period : periods) {
        trend.periods.push_back(period.text());
        ours.values.push_back(value_at(here, picture.area.code, period));
        england.values.push_back(value_at(here, AreaCode::england(), period));
        similar.values.push_back(middle_of_neighbours(picture, period));
        if (picture.region) region.values.push_back(value_at(here, picture.region->code, period));
    }
    const auto any = [](const chart::Line& line) {
        return std::any_of(line.values.begin(), line.values.end(),
                           [](const auto& value) { return value.drawn(); });
    };
    trend.lines.push_back(ours);
    if (any(similar)) trend.lines.push_back(similar);
    if (picture.area.code != AreaCode::england() && any(england)) trend.lines.push_back(england);
    if (picture.region && any(region)) trend.lines.push_back(region);
    trend.spans = unusual_years(periods);
    trend.period_name = here.period.kind == PeriodKind::academic_year ? "School year" : "Year";
    trend.figure.message =
        trend_message(picture, *now, here.values->find(picture.area.code, before));
    trend.figure.subtitle =
        fmt::format("{}, {}, {} to {}", here.measure->name, unit_of(*here.measure),
                    trend.periods.front(), trend.periods.back());
    trend.figure.description = trend_description(trend);
    trend.figure.notes =
        std::string(any(similar)
                        ? "“Similar areas” is the middle of the ten statistical neighbours. "
                        : "") +
        (trend.spans.empty() ? "" : "The shaded years are not like the others. ") +
        here.measure->caveat;
    return trend;
}

std::string rank_label(const MeasureHere& here)
{
    return here.measure->name + ", " + here.period.text();
}

std::optional<AreaChart> rank_chart(const AreaPicture& picture)
{
    if (picture.area.code.level() != AreaLevel::authority) return std::nullopt;
    chart::IntervalChart ranks{.name_of_values = "Rank"};
    int of = 0;
    ReleaseId release = 0;
    std::vector<const MeasureHere*> listed;
    for (const auto& here : picture.headline) listed.push_back(&here);
    if (!picture.chosen.measure->headline) listed.push_back(&picture.chosen);
    for (const auto* here : listed) {
        const auto* value = here->country->find(picture.area.code);
        const auto* place = here->country->place(picture.area.code);
        const auto* range = rank_range(*here, picture.area.code);
        chart::IntervalRow row{.name = rank_label(*here)};
        if (value) release = release ? release : value->release;
        of = std::max(of, here->country->ranking.of);
        if (place) {
            row.value = chart::shown_as(place->tie_from, std::to_string(place->tie_from));
            // Without counts no range can be told, so the tie stands for it.
            row.low = range ? range->low : place->tie_from;
            row.high = range ? range->high : place->tie_to;
            row.low_shown = std::to_string(static_cast<int>(row.low));
            row.high_shown = std::to_string(static_cast<int>(row.high));
            if (range && (*row.value.at < row.low || *row.value.at > row.high)) {
                row.low = std::min(row.low, *row.value.at);
                row.high = std::max(row.high, *row.value.at);
            }
        } else {
            row.value = value ? chart_value(value, *here->measure) : chart::symbol("x");
            row.value.at.reset();
        }
        ranks.rows.push_back(std::move(row));
    }
    if (ranks.rows.empty() || of < 4) return std::nullopt;
    const auto& chosen = *picture.chosen.country;
    const auto words = rank_in_words(picture.chosen, picture.area.code);
    ranks.figure = figure_named(picture, "ranks", "ranks", release, "ranks");
    ranks.figure.message =
        words.empty()
            ? picture.area.name + " has no rank for this measure in this year"
            : picture.area.name + " is " + words + " for " + picture.chosen.measure->in_sentence;
    ranks.figure.subtitle =
        fmt::format("Rank of {} among the areas with a figure, 1 is the highest "
                    "rate. Bars show where the rank could truly lie (95%)",
                    picture.area.name);
    ranks.figure.description =
        "A row for each measure, with a dot at the rank and a bar over its range.";
    for (const auto& row : ranks.rows)
        ranks.figure.description +=
            " " + row.name + ": " + row.value.shown +
            (row.value.drawn() ? ", " + row.low_shown + " to " + row.high_shown + "." : ".");
    ranks.figure.notes = fmt::format(
        "{} {} {} of {} areas have a figure; the others are left out. Where two bars "
        "overlap, do not say that one area is worse. A bar that is no wider than its dot "
        "rests on a file without counts, so that its range is not known.",
        in_words(chosen.ranking.ties), in_words(chosen.ranking.rounding), chosen.ranking.of,
        chosen.ranking.all);
    ranks.axis = "Rank among " + std::to_string(of) + " areas";
    ranks.from = 1;
    ranks.to = of;
    const double quarter = std::round(1 + (of - 1) / 4.0);
    const double last = std::round(1 + 3 * (of - 1) / 4.0);
    for (const double at :
         {1.0, quarter, std::round((1 + of) / 2.0), last, static_cast<double>(of)})
        ranks.ticks.emplace_back(at, fmt::format("{:.0f}", at));
    ranks.bands = {{1, quarter, "Highest quarter", "Highest"},
                   {last, static_cast<double>(of), "Lowest quarter", "Lowest"}};
    return ranks;
}

std::optional<AreaChart> neighbours_chart(const AreaPicture& picture)
{
    const auto& here = picture.chosen;
    if (picture.neighbours.neighbours.empty()) return std::nullopt;
    auto periods = without_gaps(picture.periods);
    std::erase_if(periods, [&](const Period& period) { return here.period < period; });
    if (periods.size() > 6) periods.erase(periods.begin(), periods.end() - 6);
    if (periods.size() < 2) return std::nullopt;
    chart::SmallMultiples many;
    for (const auto& period : periods) many.periods.push_back(period.text());
    const auto add = [&](AreaCode area, const std::string& name, bool ours) {
        chart::SmallPanel panel{name, {}, ours};
        for (const auto& period : periods) panel.values.push_back(value_at(here, area, period));
        many.panels.push_back(std::move(panel));
    };
    add(picture.area.code, picture.area.name, true);
    for (const auto& one : picture.neighbours.neighbours) add(one.neighbour.area, one.name, false);
    for (const auto& period : periods)
        many.compared.push_back(value_at(here, AreaCode::england(), period));
    many.compared_name = "England";
    const auto* now = here.values->find(picture.area.code, here.period);
    many.figure = figure_named(picture, "neighbours", "similar areas", now ? now->release : 0,
                               "similar-areas");
    const auto& among = picture.neighbours.among;
    many.figure.message =
        !among ? "How similar areas have changed"
               : fmt::format("{} of {} similar areas with a figure {} higher than {} in {}",
                             among->higher == 0 ? "None" : std::to_string(among->higher),
                             among->with_value, among->higher == 1 ? "is" : "are",
                             picture.area.name, period_in_sentence(here.period));
    many.figure.subtitle =
        fmt::format("{}, {}, {} to {}", here.measure->name, unit_of(*here.measure),
                    many.periods.front(), many.periods.back());
    many.figure.description = fmt::format(
        "A small chart for {} and for each of its statistical neighbours, with England in each.",
        picture.area.name);
    many.figure.notes = fmt::format("The Department for Education’s list of {}, the closest first.",
                                    picture.neighbours.list);
    return many;
}

std::string verdict_of(FunnelZone wide, double rate, double centre)
{
    switch (wide) {
    case FunnelZone::inside:
        return "Inside the limits";
    case FunnelZone::outside_95:
        return rate > centre ? "Above the 95% limit" : "Below the 95% limit";
    case FunnelZone::outside_998:
        return rate > centre ? "Above the 99.8% limit" : "Below the 99.8% limit";
    }
    return {};
}

std::optional<AreaChart> areas_chart(const AreaPicture& picture)
{
    const auto& country = *picture.chosen.country;
    if (!country.funnel || picture.area.code.level() != AreaLevel::authority) return std::nullopt;
    const auto& funnel = *country.funnel;
    const auto& measure = *picture.chosen.measure;
    chart::FunnelChart drawn{.name_of_rates = measure.name, .centre = funnel.overall * 100};
    double largest = 0;
    std::size_t outside = 0;
    std::string ours = "is not drawn, as its figure is hidden or missing";
    for (const auto& value : country.values) {
        if (!value.value || value.pupils == 0) continue;
        const auto size = static_cast<double>(value.pupils);
        largest = std::max(largest, size);
        const auto zone = zone_of(*value.value / 100, additive_limits(funnel, size));
        chart::FunnelPoint point{.name = picture.gazetteer->name_of(value.area),
                                 .size = size,
                                 .size_shown = design::with_thousands(value.pupils),
                                 .rate = chart_value(&value, measure),
                                 .ours = value.area == picture.area.code,
                                 .verdict = verdict_of(zone, *value.value / 100, funnel.overall)};
        if (zone == FunnelZone::outside_998) {
            point.standing = chart::Standing::outside;
            ++outside;
        }
        if (point.ours)
            ours = zone == FunnelZone::inside
                       ? "lies within what size and usual differences would give"
                       : "lies " + point.verdict.substr(0, 5) + " the limits: worth a talk";
        drawn.points.push_back(std::move(point));
    }
    if (drawn.points.size() < 5) return std::nullopt;
    for (auto& point : drawn.points)
        if (!point.verdict.empty() && point.ours && ours.rfind("lies Above", 0) == 0)
            ours.replace(5, 5, "above");
        else if (point.ours && ours.rfind("lies Below", 0) == 0)
            ours.replace(5, 5, "below");
    for (int n = 1; n <= 60; ++n) {
        const double size = largest * n / 60;
        const auto limits = additive_limits(funnel, size);
        drawn.limits.push_back({size, limits.low_95 * 100, limits.high_95 * 100,
                                limits.low_998 * 100, limits.high_998 * 100});
    }
    const auto* now = country.find(picture.area.code);
    drawn.figure =
        figure_named(picture, "areas", "areas by size", now ? now->release : 0, "areas-by-size");
    drawn.figure.message = picture.area.name + " " + ours;
    drawn.figure.subtitle =
        fmt::format("{}, {}, by number of pupils, {} areas of England, {}", measure.name,
                    unit_of(measure), drawn.points.size(), picture.chosen.period.text());
    drawn.figure.description = fmt::format(
        "A funnel plot: each dot is an area, larger areas to the right. {} of {} areas lie outside "
        "the 99.8% limits, drawn as diamonds. {} {}.",
        outside, drawn.points.size(), picture.area.name, ours);
    drawn.figure.notes = "The limits are widened by how much areas usually differ.";
    drawn.centre_name = "All areas " + number_on_page(drawn.centre, measure.decimals);
    drawn.axis = "Pupils in the area";
    return drawn;
}

std::optional<AreaChart> phases_chart(const AreaPicture& picture)
{
    if (picture.phases.empty()) return std::nullopt;
    chart::IntervalChart phases{.name_of_rows = "Phase", .name_of_values = "Rate"};
    double highest = 0;
    ReleaseId release = 0;
    std::string top;
    double top_value = -1;
    int known = 0;
    for (const auto& here : picture.phases) {
        const auto* value = here.values->find(picture.area.code, here.period);
        const auto* england = here.values->find(AreaCode::england(), here.period);
        const auto phase = here.measure->phase();
        const auto add = [&](const AreaValue* one, const std::string& name) {
            if (!one) return;
            chart::IntervalRow row{.name = name, .value = chart_value(one, *here.measure)};
            if (one->value) {
                row.low = one->interval ? one->interval->low : *one->value;
                row.high = one->interval ? one->interval->high : *one->value;
                row.low_shown = one->interval ? shown_low(*one, *here.measure) : row.value.shown;
                row.high_shown = one->interval ? shown_high(*one, *here.measure) : row.value.shown;
                highest = std::max(highest, row.high);
            }
            release = release ? release : one->release;
            phases.rows.push_back(std::move(row));
        };
        if (value && value->value) ++known;
        if (value && value->value && *value->value > top_value) {
            top_value = *value->value;
            top = phase;
        }
        add(value, phase + ", " + picture.area.name);
        if (picture.area.code != AreaCode::england()) add(england, phase + ", England");
    }
    if (phases.rows.empty() || highest <= 0) return std::nullopt;
    phases.figure = figure_named(picture, "phases", "phases", release, "rates");
    phases.figure.message = known < 2
                                ? "The figures by phase"
                                : top + " schools have the highest rate in " + picture.area.name;
    phases.figure.subtitle =
        subtitle_of(picture, "Rates " + unit_of(*picture.chosen.measure) + " by phase");
    phases.figure.description = "Dots with ranges for primary, secondary and special schools.";
    for (const auto& row : phases.rows)
        phases.figure.description += " " + row.name + ": " + row.value.shown + ".";
    phases.figure.notes = "Special schools are small, and their rates move by chance.";
    const auto steps = chart::steps_to(highest);
    phases.from = 0;
    phases.to = steps.top();
    for (int n = 0; n <= steps.count; ++n)
        phases.ticks.emplace_back(steps.step * n, steps.shown(n));
    return phases;
}

} // namespace onroll::insight::charts_detail
