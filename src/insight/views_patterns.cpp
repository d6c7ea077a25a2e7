#include "insight/views_patterns.h"

#include "insight/words_of_figures.h"

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

std::string symbol_in(const Pattern& pattern)
{
    const auto symbol = symbol_of(pattern.state);
    return "[" + std::string(symbol.empty() ? "x" : symbol) + "]";
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
    std::int64_t above = 0, below = 0;
    for (const auto* pattern : of_phase(view, phase)) {
        above += pattern->reading == PatternReading::above;
        below += pattern->reading == PatternReading::below;
    }
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
                        : chart::symbol(
                              symbol_of(pattern->state).empty() ? "x" : symbol_of(pattern->state));
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
                   .notes = "Each rate is drawn towards that of all schools of the phase, the more "
                            "the smaller the school. The range holds the true rate 95 times in "
                            "100.",
                   .about = phase + " " + std::string(plural_of(view.of)),
                   .downloads = {{"CSV", path_of(view) + ".csv" + query_of(view)}},
                   .how_href = "/area/method#schools-and-trusts"};
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

chart::Figure school_figure(const SchoolView& view, const char* id, std::string message)
{
    const auto path = "/area/" + view.area.code.text() + "/patterns/" + view.code;
    return {.id = id,
            .message = std::move(message),
            .source = Html(view.source),
            .about = "the school’s own years",
            .downloads = {{"CSV", path + ".csv?measure=" + view.measure->key}},
            .how_href = "/area/method#schools-and-trusts"};
}

std::string alarm_message(const SchoolView& view)
{
    const auto& series = *view.series;
    const auto past = series.periods.size() - series.alarms.size();
    for (std::size_t i = series.alarms.size(); i-- > 0;)
        if (series.alarms[i].alarm)
            return "The running sum passed the alarm level, last in " +
                   period_in_sentence(series.periods[past + i]);
    return "The running sum has not passed the alarm level";
}

chart::LineChart own_years(const SchoolView& view)
{
    const auto& series = *view.series;
    chart::LineChart made{
        .figure = school_figure(view, "own-years",
                                view.name + ": " + shown_number(series.counts.back(), 0) + " in " +
                                    period_in_sentence(series.periods.back()) + ", and " +
                                    shown_number(series.rule.usual, 1) + " was usual before")};
    chart::Line counts{"This school", {}};
    chart::Line usual{"Usual before", {}};
    for (std::size_t i = 0; i < series.periods.size(); ++i) {
        made.periods.push_back(series.periods[i].text());
        counts.values.push_back(
            chart::shown_as(series.counts[i], shown_number(series.counts[i], 0)));
        usual.values.push_back(
            chart::shown_as(series.rule.usual, shown_number(series.rule.usual, 1)));
    }
    made.lines = {std::move(counts), std::move(usual)};
    made.figure.subtitle =
        "Number each school year, " + made.periods.front() + " to " + made.periods.back();
    made.figure.description = "The school’s number by year, beside what was usual in its first "
                              "three years.";
    made.figure.notes = "“Usual” is the mean of the first three years shown here.";
    return made;
}

chart::LineChart running_sum(const SchoolView& view)
{
    const auto& series = *view.series;
    const auto past = series.periods.size() - series.alarms.size();
    chart::LineChart made{.figure = school_figure(view, "running-sum", alarm_message(view))};
    chart::Line sums{"Running sum", {}};
    chart::Line level{"Alarm level", {}};
    for (std::size_t i = 0; i < series.alarms.size(); ++i) {
        made.periods.push_back(series.periods[past + i].text());
        sums.values.push_back(
            chart::shown_as(series.alarms[i].sum, shown_number(series.alarms[i].sum, 1)));
        level.values.push_back(
            chart::shown_as(series.rule.level, shown_number(series.rule.level, 0)));
    }
    made.lines = {std::move(sums), std::move(level)};
    made.figure.subtitle = "Running sum of what is above the usual number (CUSUM)";
    made.figure.description = "The running sum by year beside the level of alarm.";
    made.figure.notes = "The sum grows while a year has more than " +
                        shown_number(series.rule.allowance(), 1) +
                        ", falls while it has fewer, and never goes below 0. It says that "
                        "something changed, not why.";
    return made;
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

design::Html patterns_view(const PatternsView& view)
{
    using namespace views_patterns_detail;
    const auto heading = design::page_heading(heading_of(view), "The area’s figures");
    if (view.periods.empty()) return heading + nothing_by_school(view);
    Html body;
    for (const auto& phase : phases_in(view)) {
        const auto count = of_phase(view, phase).size();
        const bool any = view.picture.overall.contains(phase);
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

design::Html school_view(const SchoolView& view)
{
    using namespace views_patterns_detail;
    const auto back = "/area/" + view.area.code.text() + "/patterns";
    const auto heading = design::page_heading(view.name, "Schools in " + view.area.name);
    const auto foot = paragraph(link(back, "All schools in " + view.area.name));
    if (!view.series)
        return heading + design::lead("This school’s own years cannot be told.") +
               paragraph("That takes four years or more that have a number, and something in the "
                         "first three. Numbers that are hidden count as missing.") +
               foot;
    return heading + design::lead(view.measure->name + ": this school beside its own past.") +
           render(design::InsetText{.content = "A school is held against itself here, never "
                                               "against another school."}) +
           render(own_years(view)) + render(running_sum(view)) + foot;
}

std::string school_csv(const SchoolView& view)
{
    using namespace views_patterns_detail;
    chart::Rows rows{.head = {"Year", "Count", "Usual", "Running sum", "Alarm"}};
    if (view.series) {
        const auto& series = *view.series;
        const auto past = series.periods.size() - series.alarms.size();
        for (std::size_t i = 0; i < series.periods.size(); ++i)
            rows.cells.push_back({series.periods[i].text(), shown_number(series.counts[i], 0),
                                  shown_number(series.rule.usual, 2),
                                  i < past ? "[z]" : shown_number(series.alarms[i - past].sum, 2),
                                  i < past                        ? "[z]"
                                  : series.alarms[i - past].alarm ? "1"
                                                                  : "0"});
    }
    return chart::csv_of(rows);
}

} // namespace onroll::insight
