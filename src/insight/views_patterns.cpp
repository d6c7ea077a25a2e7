#include "insight/views_patterns.h"

#include "insight/words_of_figures.h"

#include "design/chart/interval.h"
#include "design/chart/scale.h"
#include "design/components/button.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/select.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>
#include <cmath>

namespace onroll::insight {
namespace views_patterns_detail {

namespace chart = design::chart;
using design::element;
using design::Html;
using design::link;
using design::paragraph;

/// A chart of more rows than this is no picture any more: the table alone is shown.
constexpr std::size_t most_drawn = 60;

std::string_view plural_of(PatternsOf of)
{
    return of == PatternsOf::schools ? "schools" : of == PatternsOf::trusts ? "trusts" : "towns";
}

std::string_view in_words(PatternReading reading)
{
    switch (reading) {
    case PatternReading::like_others:
        return "No clear difference";
    case PatternReading::above:
        return "Above";
    case PatternReading::below:
        return "Below";
    case PatternReading::cannot_be_told:
        return "Cannot be told";
    }
    return "";
}

std::string number(double value)
{
    return shown_number(value, 2);
}

std::string rate_in(const Pattern& pattern)
{
    return pattern.rate ? number(pattern.rate->mean) : symbol_in(pattern);
}

std::string range_in(const Pattern& pattern)
{
    return pattern.rate ? number(pattern.rate->low) + " to " + number(pattern.rate->high)
                        : std::string("[z]");
}

std::string path_of(const PatternsView& view)
{
    return "/area/" + view.area.code.text() + "/patterns";
}

std::string share_in(const PatternsView& view, const Pattern& pattern)
{
    double all = 0;
    for (const auto& one : view.picture.patterns)
        if (one.phase == pattern.phase) all += one.pupils;
    return all > 0 && pattern.pupils > 0 ? shown_number(100 * pattern.pupils / all, 0) : "[x]";
}

std::vector<const Pattern*> of_phase(const PatternsView& view, const std::string& phase)
{
    std::vector<const Pattern*> all;
    for (const auto& pattern : view.picture.patterns)
        if (pattern.phase == phase) all.push_back(&pattern);
    return all;
}

std::string found_in_words(const PatternsView& view, const std::string& phase)
{
    std::int64_t above = 0, below = 0, told = 0, with_figures = 0;
    for (const auto* pattern : of_phase(view, phase)) {
        above += pattern->reading == PatternReading::above;
        below += pattern->reading == PatternReading::below;
        told += pattern->reading != PatternReading::cannot_be_told;
        with_figures += pattern->pupils > 0;
    }
    if (told == 0)
        return phase + ": it cannot be told whether any differs, since " +
               (with_figures == 0   ? "none has figures that can be shown"
                : with_figures == 1 ? "only one has figures that can be shown"
                                    : "nothing was counted in those whose figures can be shown");
    if (above + below == 0)
        return phase + ": none differs from the others by more than chance would give";
    return phase + ": " + std::to_string(above) + " above the others and " + std::to_string(below) +
           " below, by more than chance would give";
}

chart::IntervalChart chart_of(const PatternsView& view, const std::string& phase)
{
    chart::IntervalChart made{.name_of_rows = "Name", .name_of_values = "Rate"};
    double most = 0;
    for (const auto* pattern : of_phase(view, phase)) {
        chart::IntervalRow row{.name = pattern->name};
        row.value = pattern->rate
                        ? chart::shown_as(pattern->rate->mean, number(pattern->rate->mean))
                        : chart::Value{std::nullopt, symbol_in(*pattern)};
        if (pattern->rate) {
            row.low = pattern->rate->low;
            row.high = pattern->rate->high;
            row.low_shown = number(row.low);
            row.high_shown = number(row.high);
            most = std::max(most, row.high);
        }
        made.rows.push_back(std::move(row));
    }
    const auto steps = chart::steps_to(most, 4);
    made.to = steps.top();
    for (int step = 0; step <= steps.count; ++step)
        made.ticks.emplace_back(steps.step * step, steps.shown(step));
    made.axis = view.measure->name + ", " + std::string(insight::in_words(view.measure->unit));
    if (const auto all = view.picture.overall.find(phase); all != view.picture.overall.end()) {
        made.reference = all->second;
        made.reference_name = "All together " + number(all->second);
    }
    const auto place = "patterns-" + phase;
    made.figure = {.id = place,
                   .message = found_in_words(view, phase),
                   .subtitle = made.axis + ", " + phase + " schools, " + view.area.name + ", " +
                               view.picture.period.text() + ", in order of name",
                   .description = "A dot with its range for each of the " + phase + " " +
                                  std::string(plural_of(view.of)) + ", in order of name.",
                   .source = Html(view.source),
                   .notes = view.picture.alike.contains(phase)
                                ? "The rates differ no more than chance would give, so each is "
                                  "drawn all the way to that of all together."
                                : "Each rate is drawn towards that of all schools of the phase, "
                                  "the more the smaller the school. The range holds the true rate "
                                  "95 times in 100.",
                   .about = phase + " " + std::string(plural_of(view.of)),
                   .downloads = {{"CSV", path_of(view) + ".csv" + query_of(view)}},
                   .how_href = "/area/method#schools-and-trusts",
                   .heading_level = 2};
    return made;
}

Html table_of(const PatternsView& view, const std::string& phase)
{
    const bool schools = view.of == PatternsOf::schools;
    design::Table table{.caption = phase + ", in order of name",
                        .caption_classes = "govuk-table__caption--m",
                        .head = {{.content = schools ? "School" : "Name"}},
                        .first_cell_is_header = true};
    if (!schools) {
        table.head.push_back({.content = "Schools", .format = "numeric"});
        table.head.push_back({.content = "Share of pupils, %", .format = "numeric"});
    }
    table.head.push_back({.content = "Rate", .format = "numeric"});
    table.head.push_back({.content = "Range", .format = "numeric"});
    table.head.push_back({.content = "Beside others"});
    for (const auto* pattern : of_phase(view, phase)) {
        std::vector<design::Cell> row;
        row.push_back({.content = schools ? link(path_of(view) + "/" + pattern->code +
                                                     "?measure=" + view.measure->key,
                                                 pattern->name)
                                          : Html(pattern->name)});
        if (!schools) {
            row.push_back({.content = std::to_string(pattern->schools), .format = "numeric"});
            row.push_back({.content = share_in(view, *pattern), .format = "numeric"});
        }
        row.push_back({.content = rate_in(*pattern), .format = "numeric"});
        row.push_back({.content = range_in(*pattern), .format = "numeric"});
        row.push_back({.content = std::string(in_words(pattern->reading))});
        table.rows.push_back(std::move(row));
    }
    return render_stacking(table);
}

/// What the symbols in the tables stand for; of [c] the page says how many there are.
std::string key_of_tables(const PatternsView& view)
{
    std::vector<std::string> shown;
    for (const auto& pattern : view.picture.patterns) {
        shown.push_back(rate_in(pattern));
        shown.push_back(range_in(pattern));
        if (view.of != PatternsOf::schools) shown.push_back(share_in(view, pattern));
    }
    std::erase(shown, "[c]");
    return chart::key_of_symbols(shown);
}

std::vector<std::string> phases_in(const PatternsView& view)
{
    std::vector<std::string> phases;
    for (const char* phase : {"Primary", "Secondary", "Special"})
        if (!of_phase(view, phase).empty()) phases.emplace_back(phase);
    return phases;
}

Html choose_form(const PatternsView& view)
{
    design::Select by{.name = "by",
                      .label = {.content = "Show"},
                      .items = {{.value = "schools", .text = "Schools"},
                                {.value = "trusts", .text = "Trusts"},
                                {.value = "parts", .text = "Parts of the area, by town"}},
                      .value = std::string(key_of(view.of))};
    design::Select measure{
        .name = "measure", .label = {.content = "Measure"}, .value = view.measure->key};
    for (const auto* one : headline_measures())
        measure.items.push_back({.value = one->key, .text = one->name});
    design::Select year{.name = "year",
                        .label = {.content = "Year"},
                        .value = std::to_string(view.picture.period.year)};
    for (auto period = view.periods.rbegin(); period != view.periods.rend(); ++period)
        year.items.push_back({.value = std::to_string(period->year), .text = period->text()});
    return element(
        "form", {{"action", path_of(view)}, {"method", "get"}, {"class", "onr-choose onr-noprint"}},
        render(by), render(measure), render(year),
        render(design::Button{.content = "Show", .classes = "govuk-button--secondary"}));
}

Html nothing_by_school(const PatternsView& view)
{
    return design::lead("There are no figures by school here for " + view.area.name + ".") +
           paragraph(
               "The Department for Education publishes some of its files by school. Once such "
               "a file has been loaded, this page shows the schools in order of name, with "
               "chance allowed for.") +
           paragraph(link("/area/" + view.area.code.text(), "Back to the area’s figures"));
}

} // namespace views_patterns_detail

std::string_view key_of(PatternsOf of)
{
    return of == PatternsOf::schools ? "schools" : of == PatternsOf::trusts ? "trusts" : "parts";
}

PatternsOf patterns_named(std::string_view key)
{
    return key == "trusts"  ? PatternsOf::trusts
           : key == "parts" ? PatternsOf::parts
                            : PatternsOf::schools;
}

std::string query_of(const PatternsView& view)
{
    return "?by=" + std::string(key_of(view.of)) + "&measure=" + view.measure->key +
           "&year=" + std::to_string(view.picture.period.year);
}

std::string heading_of(const PatternsView& view)
{
    switch (view.of) {
    case PatternsOf::schools:
        return "Schools in " + view.area.name;
    case PatternsOf::trusts:
        return "Trusts in " + view.area.name;
    case PatternsOf::parts:
        return "Parts of " + view.area.name;
    }
    return {};
}

design::Html patterns_view(const PatternsView& view)
{
    using namespace views_patterns_detail;
    const auto heading = design::page_heading(heading_of(view), "The area’s figures");
    if (view.periods.empty()) return heading + nothing_by_school(view);
    Html body;
    for (const auto& phase : phases_in(view)) {
        const auto here = of_phase(view, phase);
        const auto count = here.size();
        const bool any = std::any_of(here.begin(), here.end(),
                                     [](const Pattern* one) { return one->rate.has_value(); });
        if (count <= most_drawn && any) body += render(chart_of(view, phase));
        if (count > most_drawn || !any)
            body += element("h2", {{"class", "govuk-heading-m"}}, found_in_words(view, phase));
        body += table_of(view, phase);
    }
    if (body.empty())
        body = paragraph(view.of == PatternsOf::trusts
                             ? "No school with figures here is known to belong to a trust."
                             : "No school with figures here has a known town.");
    if (view.picture.hidden > 0)
        body += paragraph("[c] " + std::to_string(view.picture.hidden) + " of the " +
                          std::string(plural_of(view.of)) +
                          " cannot be told, since a number is hidden so that no pupil can be "
                          "known.");
    if (const auto key = key_of_tables(view); !key.empty()) body += paragraph(key);
    return heading +
           design::lead("How often each suspends or excludes, once chance is allowed for: " +
                        view.measure->name + ", " + view.picture.period.text() + ".") +
           render(design::InsetText{
               .content = "This is not a league table. Names are in order of the alphabet. A high "
                          "figure is a question to ask the school, not a verdict."}) +
           choose_form(view) + body +
           paragraph(Html("Source: " + view.source + ". ") +
                     link(path_of(view) + ".csv" + query_of(view),
                          Html("Download as CSV") + design::visually_hidden(" these figures")) +
                     Html(". ") +
                     link("/area/method#schools-and-trusts", "How we worked this out")) +
           paragraph(link("/area/" + view.area.code.text(), "Back to the area’s figures"));
}

std::string patterns_csv(const PatternsView& view)
{
    using namespace views_patterns_detail;
    chart::Rows all{.head = {"Area code", "Area", "Year", "Measure", "Phase", "Name", "Code",
                             "Schools", "Rate", "Low", "High", "Beside others"},
                    .words_columns = 7};
    for (const auto& pattern : view.picture.patterns)
        all.cells.push_back({view.area.code.text(), view.area.name, view.picture.period.text(),
                             view.measure->key, pattern.phase, pattern.name, pattern.code,
                             std::to_string(pattern.schools), rate_in(pattern),
                             pattern.rate ? number(pattern.rate->low) : "[z]",
                             pattern.rate ? number(pattern.rate->high) : "[z]",
                             std::string(in_words(pattern.reading))});
    return chart::csv_of(all);
}

} // namespace onroll::insight
