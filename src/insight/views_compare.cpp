// Several areas side by side: one measure, a small chart and a row each.
#include "insight/views_area.h"
#include "insight/words_of_figures.h"

#include "design/chart/line.h"
#include "design/chart/multiples.h"
#include "design/components/button.h"
#include "design/components/details.h"
#include "design/components/error_summary.h"
#include "design/components/lead.h"
#include "design/components/select.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>

namespace onroll::insight {
namespace views_compare_detail {

using design::element;
using design::Html;
using design::link;
using design::paragraph;
namespace chart = design::chart;

constexpr std::size_t fields_shown = 4;

Html choose_form(const CompareView& view)
{
    design::Select measure{
        .name = "measure", .label = {.content = "Measure"}, .value = view.measure->key};
    for (const auto& one : measures())
        measure.items.push_back({.value = one.key, .text = one.name});
    std::vector<Html> fields{render(measure)};
    const auto count = std::max(fields_shown, view.areas.size() + 1);
    for (std::size_t n = 0; n < count; ++n) {
        design::Select area{.name = "area",
                            .id = n == 0 ? "area" : "area-" + std::to_string(n + 1),
                            .label = {.content = "Area " + std::to_string(n + 1)}};
        if (n == 0 && !view.unknown.empty())
            area.error = design::ErrorMessage{.content = "Select an area from the list"};
        area.value = n < view.areas.size() ? view.areas[n].area.code.text() : "";
        area.items.push_back({.value = "", .text = "None"});
        for (const auto& one : view.all)
            area.items.push_back({.value = one.code.text(), .text = one.name});
        fields.push_back(render(area));
    }
    return element("form",
                   {{"action", "/area/compare"}, {"method", "get"}, {"class", "onr-noprint"}},
                   element("div", {{"class", "onr-compare-fields"}}, fields),
                   render(design::Button{.content = "Compare"}));
}

std::vector<Period> periods_with_figures(const CompareView& view)
{
    std::vector<Period> periods;
    for (const auto& period : view.periods)
        for (const auto& one : view.areas)
            if (one.values->find(one.area.code, period)) {
                periods.push_back(period);
                break;
            }
    return periods;
}

std::string in_one_sentence(const CompareView& view, const Period& period)
{
    const ComparedArea* highest = nullptr;
    double top = -1;
    for (const auto& one : view.areas)
        if (const auto* value = one.values->find(one.area.code, period);
            value && value->value && *value->value > top) {
            top = *value->value;
            highest = &one;
        }
    if (!highest || view.areas.size() < 2) return view.measure->name + " by year";
    const auto& ours = *highest->values->find(highest->area.code, period);
    for (const auto& one : view.areas) {
        if (&one == highest) continue;
        const auto* value = one.values->find(one.area.code, period);
        if (value && value->value && against(ours, value, *view.measure) != Against::higher)
            return "No one of these areas is clearly the highest in " + period_in_sentence(period);
    }
    return highest->area.name + " is the highest of these areas in " + period_in_sentence(period);
}

chart::Figure figure_of_compare(const CompareView& view, const std::vector<Period>& periods)
{
    ReleaseId release = 0;
    if (const auto* value =
            view.areas.front().values->find(view.areas.front().area.code, periods.back()))
        release = value->release;
    const auto file = view.releases.find(release);
    return {.id = "compare",
            .message = in_one_sentence(view, periods.back()),
            .subtitle = view.measure->name + ", " + std::string(in_words(view.measure->unit)) +
                        ", " + periods.front().text() + " to " + periods.back().text(),
            .description = "The chosen areas on one scale. The figures are in the table.",
            .source = link("#sources", file == view.releases.end()
                                           ? std::string("the files named below")
                                           : file->second.source + ", " + file->second.title),
            .notes = view.measure->caveat,
            .about = "the areas compared",
            .downloads = {{"CSV", "/area/compare.csv" + view.query}},
            .how_href = "/area/method#rates",
            .heading_level = 2};
}

Html chart_of(const CompareView& view)
{
    const auto periods = periods_with_figures(view);
    if (periods.empty()) return paragraph("None of these areas has a figure for this measure.");
    const auto values_of = [&](const ComparedArea& one) {
        std::vector<chart::Value> values;
        for (const auto& period : periods)
            values.push_back(chart_value(one.values->find(one.area.code, period), *view.measure));
        return values;
    };
    if (view.areas.size() <= 4 || periods.size() < 2) {
        chart::LineChart lines{.figure = figure_of_compare(view, periods)};
        for (const auto& period : periods) lines.periods.push_back(period.text());
        for (std::size_t n = 0; n < view.areas.size() && n < 4; ++n)
            lines.lines.push_back({view.areas[n].area.name, values_of(view.areas[n])});
        return render(lines);
    }
    chart::SmallMultiples many{.figure = figure_of_compare(view, periods)};
    for (const auto& period : periods) many.periods.push_back(period.text());
    for (const auto& one : view.areas)
        many.panels.push_back({one.area.name, values_of(one), false});
    return render(many);
}

Html latest_of(const CompareView& view)
{
    const auto periods = periods_with_figures(view);
    if (periods.empty()) return {};
    const auto& last = periods.back();
    design::Table table{.caption = view.measure->name + " in " + last.text(),
                        .caption_classes = "govuk-table__caption--m",
                        .head = {{.content = "Area"},
                                 {.content = "Figure", .format = "numeric"},
                                 {.content = "Range (95%)", .format = "numeric"},
                                 {.content = "Rank", .format = "numeric"}},
                        .first_cell_is_header = true};
    for (const auto& one : view.areas) {
        const auto* value = one.values->find(one.area.code, last);
        const auto* place = one.country ? one.country->place(one.area.code) : nullptr;
        table.rows.push_back(
            {{.content = link("/area/" + one.area.code.text() + "?measure=" + view.measure->key,
                              one.area.name)},
             {.content = chart_value(value, *view.measure).shown, .format = "numeric"},
             {.content = value && value->interval ? range_in_words(*value, *view.measure)
                                                  : std::string("[x]"),
              .format = "numeric"},
             {.content = place && one.country->period == last
                             ? std::to_string(place->tie_from) + " of " +
                                   std::to_string(one.country->ranking.of)
                             : std::string("[z]"),
              .format = "numeric"}});
    }
    return render_stacking(table) +
           element(
               "p", {{"class", "onr-src"}},
               "[x] not available. [z] does not apply. Where two ranges overlap, do not say that "
               "one area is worse.");
}

} // namespace views_compare_detail

design::Html compare_view(const CompareView& view)
{
    using namespace views_compare_detail;
    Html errors;
    if (!view.unknown.empty())
        errors =
            render(design::ErrorSummary{.errors = {{"Select an area from the list", "#area"}}});
    const auto head = errors + design::page_heading("Compare areas") +
                      design::lead("Choose any areas to see side by side. The address of this page "
                                   "holds your choice: copy it to share the view.") +
                      choose_form(view);
    if (view.areas.empty()) return head;
    return head + chart_of(view) + latest_of(view) +
           paragraph(link("/area/compare" + view.query, "A lasting link to this view")) +
           sources_view(view.releases);
}

std::string compare_csv(const CompareView& view)
{
    design::chart::Rows rows{
        .head = {"Area code", "Area", "Period", "Measure", "Value", "Low", "High"}};
    for (const auto& period : views_compare_detail::periods_with_figures(view))
        for (const auto& one : view.areas) {
            const auto* value = one.values->find(one.area.code, period);
            rows.cells.push_back(
                {one.area.code.text(), one.area.name, period.text(), view.measure->key,
                 chart_value(value, *view.measure).shown,
                 value && value->interval ? shown_low(*value, *view.measure) : "[x]",
                 value && value->interval ? shown_high(*value, *view.measure) : "[x]"});
        }
    return design::chart::csv_of(rows);
}

} // namespace onroll::insight
