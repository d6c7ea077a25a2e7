// Charts of who and why: groups of pupils, year groups, reasons, lengths.
#include "insight/charts_area_inside.h"

#include "design/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>
#include <set>

namespace onroll::insight::charts_detail {

namespace chart = design::chart;

std::string whose(const AreaPicture& picture, bool of_england_instead)
{
    return of_england_instead ? std::string("England") : picture.area.name;
}

/// Said wherever the files have nothing for the area and England stands in for it.
std::string note_for(const AreaPicture& picture, bool of_england_instead)
{
    if (!of_england_instead) return {};
    return "These are England’s figures: the files have none for " + picture.area.name + ". ";
}

const GroupRow* row_of(const GroupsHere& groups, const std::string& group, const std::string& name)
{
    for (const auto& row : groups.picture.rows)
        if (row.group == group && row.name == name) return &row;
    return nullptr;
}

/// Groups that are pictured, in this order: few and not crossed with another. The rest is in open
/// data.
constexpr std::array<std::string_view, 6> pictured_groups{
    "Gender", "FSM eligible", "SEN provision", "Social worker", "Care", "Ethnicity"};

std::vector<const GroupRow*> pictured(const GroupPicture& groups)
{
    std::vector<const GroupRow*> rows;
    for (const auto group : pictured_groups) {
        const auto from = rows.size();
        for (const auto& row : groups.rows)
            if (row.group == group && row.name.find("Total") == std::string::npos &&
                row.name.find("nclassified") == std::string::npos &&
                row.name.find("Minority ethnic") == std::string::npos)
                rows.push_back(&row);
        std::stable_sort(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.end(),
                         [](const auto* a, const auto* b) {
                             return (a->ratio ? a->ratio->ratio : 0) >
                                    (b->ratio ? b->ratio->ratio : 0);
                         });
    }
    return rows;
}

chart::Value ratio_value(const GroupRow* row)
{
    if (!row) return chart::symbol("x");
    if (!row->ratio) {
        const auto symbol = symbol_of(row->value.state);
        return row->value.state == CellState::known ? chart::symbol("u")
                                                    : chart::symbol(symbol.empty() ? "x" : symbol);
    }
    return chart::shown_as(row->ratio->ratio, shown_number(row->ratio->ratio, 1));
}

std::optional<AreaChart> groups_chart(const AreaPicture& picture)
{
    if (picture.groups.empty()) return std::nullopt;
    const auto& first = picture.groups.front();
    chart::HeatMap heat{.columns = {},
                        .begins = {1, 1.5, 2, 3},
                        .key = {"lower than others", "1 to 1.4 times", "1.5 to 1.9 times",
                                "2 to 2.9 times", "3 times or more"}};
    for (const auto& groups : picture.groups) {
        const auto& measure = *groups.measure;
        heat.columns.push_back(measure.name);
        heat.short_columns.push_back(measure.topic == "permanent_exclusions" ? "Permanent"
                                     : measure.counted == CountedAs::pupils  ? "Pupils"
                                                                             : "Suspended");
    }
    const GroupRow* top = nullptr;
    ReleaseId release = 0;
    for (const auto* row : pictured(first.picture)) {
        release = release ? release : row->value.release;
        chart::HeatRow drawn{group_in_words(row->group, row->name), {}};
        for (const auto& groups : picture.groups)
            drawn.values.push_back(ratio_value(row_of(groups, row->group, row->name)));
        if (row->ratio && (!top || row->ratio->ratio > top->ratio->ratio)) top = row;
        heat.rows.push_back(std::move(drawn));
    }
    if (heat.rows.empty()) return std::nullopt;
    heat.figure = figure_named(picture, "groups", "groups of pupils", release, "groups-of-pupils");
    heat.figure.message =
        !top ? "How groups of pupils compare"
             : fmt::format("{}: {} {} times as often as all other pupils",
                           group_in_words(top->group, top->name),
                           first.measure->topic == "permanent_exclusions" ? "permanently excluded"
                                                                          : "suspended",
                           shown_number(top->ratio->ratio, 1));
    heat.figure.subtitle =
        fmt::format("How many times the rate of all other pupils, by group, {}, {}",
                    whose(picture, first.picture.of_england_instead), first.period.text());
    heat.figure.description = "A table shaded by ratio. " + heat.figure.message + ".";
    heat.figure.notes =
        note_for(picture, first.picture.of_england_instead) +
        "1 means the same rate as all other pupils. [u] stands where either side has fewer than 3. "
        "A pupil may be in more than one row.";
    return heat;
}

int number_in(std::string_view words)
{
    const auto at = words.find_first_of("0123456789");
    if (at == std::string_view::npos)
        return words.find("Reception") != std::string_view::npos ? 0 : -1;
    int number = -1;
    std::from_chars(words.data() + at, words.data() + words.size(), number);
    return number;
}

std::optional<AreaChart> years_chart(const AreaPicture& picture)
{
    const auto* chosen = picture.chosen.measure;
    const GroupsHere* groups = nullptr;
    for (const auto& one : picture.groups)
        if (!groups || one.measure == chosen) groups = &one;
    if (!groups) return std::nullopt;
    const auto* measure = groups->measure;
    std::vector<const GroupRow*> years;
    for (const auto& row : groups->picture.rows)
        if (row.group == "NC year" && number_in(row.name) >= 0) years.push_back(&row);
    if (years.size() < 3) return std::nullopt;
    std::stable_sort(years.begin(), years.end(), [](const auto* a, const auto* b) {
        return number_in(a->name) < number_in(b->name);
    });
    const auto in_sentence = [](const GroupRow& row) {
        auto words = group_in_words(row.group, row.name);
        words.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(words.front())));
        return words;
    };
    chart::ColumnChart columns{.name_of_groups = "Stage",
                               .name_of_bars = "Year group",
                               .name_of_values = "Rate",
                               .axis = "Year groups, " + in_sentence(*years.front()) + " to " +
                                       in_sentence(*years.back())};
    const GroupRow* top = nullptr;
    for (const auto* row : years)
        if (row->value.value && (!top || *row->value.value > *top->value.value)) top = row;
    for (const auto* row : years) {
        const int number = number_in(row->name);
        const std::string stage = number <= 6 ? "Primary" : "Secondary";
        if (columns.groups.empty() || columns.groups.back().name != stage)
            columns.groups.push_back({stage, stage, {}});
        columns.groups.back().bars.push_back({group_in_words(row->group, row->name),
                                              chart_value(&row->value, *measure), row == top});
    }
    columns.figure =
        figure_named(picture, "years", "year groups", years.front()->value.release, "rates");
    columns.figure.message =
        !top ? "The figures by year group"
             : group_in_words(top->group, top->name) + " has the highest rate of all year groups";
    columns.figure.subtitle =
        fmt::format("{}, {}, by year group, {}, {}", measure->name, unit_of(*measure),
                    whose(picture, groups->picture.of_england_instead), groups->period.text());
    columns.figure.description = "Bars for each year group. " + columns.figure.message + ".";
    columns.figure.notes = note_for(picture, groups->picture.of_england_instead);
    return columns;
}

/// Bars of counts, the largest first and dark; those without a number at the end.
void add_bars(chart::BarChart& bars, const CountedThings& counted,
              std::string (*words)(std::string_view))
{
    for (const auto& thing : counted.things) {
        chart::Bar bar{.name = words(thing.name)};
        if (thing.value.value)
            bar.value = chart::shown_as(*thing.value.value,
                                        design::with_thousands(static_cast<std::int64_t>(
                                            std::llround(*thing.value.value))));
        else
            bar.value = chart::symbol(
                symbol_of(thing.value.state).empty() ? "x" : symbol_of(thing.value.state));
        bars.bars.push_back(std::move(bar));
    }
}

double total_of(const chart::BarChart& bars)
{
    double total = 0;
    for (const auto& bar : bars.bars) total += bar.value.at.value_or(0);
    return total;
}

std::string share_words(double part, double total)
{
    return fmt::format("{:.0f}%", std::floor(part * 100 / total + 0.5));
}

std::optional<AreaChart> reasons_chart(const AreaPicture& picture)
{
    if (picture.reasons.things.empty()) return std::nullopt;
    chart::BarChart bars{.name_of_bars = "Reason"};
    add_bars(bars, picture.reasons, reason_in_words);
    std::stable_sort(bars.bars.begin(), bars.bars.end(), [](const auto& a, const auto& b) {
        return a.value.at.value_or(-1) > b.value.at.value_or(-1);
    });
    const double total = total_of(bars);
    if (total <= 0) return std::nullopt;
    bars.bars.front().looked_at = true;
    const bool permanent = picture.chosen.measure->topic == "permanent_exclusions";
    const std::string of = permanent ? "permanent exclusions" : "suspensions";
    bars.figure = figure_named(picture, "reasons", "reasons",
                               picture.reasons.things.front().value.release, "rates");
    bars.figure.message = fmt::format("{}: {} of the reasons given", bars.bars.front().name,
                                      share_words(*bars.bars.front().value.at, total));
    bars.figure.subtitle = fmt::format("Number of {} by reason, {}, {}", of,
                                       whose(picture, picture.reasons.of_england_instead),
                                       picture.reasons.period.text());
    bars.figure.description =
        fmt::format("Bars from the most common reason to the least. The first is {} with {}.",
                    bars.bars.front().name, bars.bars.front().value.shown);
    bars.figure.notes =
        note_for(picture, picture.reasons.of_england_instead) +
        (picture.reasons.period.year >= 2020
             ? "Up to three reasons may be given for one event, so they add up to more."
             : "One reason was recorded for each event. Reasons since 2020/21 are counted "
               "differently and cannot be put beside these.");
    return bars;
}

std::optional<AreaChart> lengths_chart(const AreaPicture& picture)
{
    if (picture.durations.things.empty()) return std::nullopt;
    chart::BarChart all{.name_of_bars = "Length"};
    add_bars(all, picture.durations, days_in_words);
    // One bar a day up to five, then bands: a suspension over 5 days and over 15 has other duties.
    static constexpr std::array<std::pair<int, const char*>, 3> bands{
        {{10, "6 to 10 days"}, {15, "11 to 15 days"}, {1000, "More than 15 days"}}};
    chart::BarChart bars{.name_of_bars = "Length"};
    struct Band {
        double sum = 0;
        bool any = false;
        bool hidden = false; ///< a part of it is hidden, so that its sum would be too low
    };
    std::array<Band, bands.size()> sums{};
    double up_to_five = 0;
    double total = 0;
    for (std::size_t n = 0; n < all.bars.size(); ++n) {
        const int days = number_in(picture.durations.things[n].name);
        const auto& value = all.bars[n].value;
        if (days < 0) continue;
        total += value.at.value_or(0);
        if (days <= 5) {
            bars.bars.push_back(all.bars[n]);
            up_to_five += value.at.value_or(0);
            continue;
        }
        for (std::size_t band = 0; band < bands.size(); ++band)
            if (days <= bands[band].first) {
                sums[band].sum += value.at.value_or(0);
                sums[band].any = true;
                sums[band].hidden = sums[band].hidden || !value.drawn();
                break;
            }
    }
    for (std::size_t band = 0; band < bands.size(); ++band) {
        if (!sums[band].any) continue;
        const auto count = static_cast<std::int64_t>(std::llround(sums[band].sum));
        bars.bars.push_back({bands[band].second,
                             sums[band].hidden
                                 ? chart::symbol("c")
                                 : chart::shown_as(sums[band].sum, design::with_thousands(count))});
    }
    if (total <= 0) return std::nullopt;
    bars.bars.front().looked_at = true;
    bars.figure = figure_named(picture, "lengths", "lengths of suspensions",
                               picture.durations.things.front().value.release, "rates");
    bars.figure.message =
        fmt::format("{} of suspensions last 5 days or less", share_words(up_to_five, total));
    bars.figure.subtitle = fmt::format("Number of suspensions by length, {}, {}",
                                       whose(picture, picture.durations.of_england_instead),
                                       picture.durations.period.text());
    bars.figure.description = "Bars by length. " + bars.figure.message + ".";
    bars.figure.notes = note_for(picture, picture.durations.of_england_instead) +
                        "From the sixth day the council or school must give other teaching.";
    return bars;
}

} // namespace onroll::insight::charts_detail
