#include "insight/views_school.h"

#include "insight/words_of_figures.h"

#include "design/chart/line.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/page.h"

namespace onroll::insight {
namespace views_school_detail {

namespace chart = design::chart;
using design::Html;
using design::link;
using design::paragraph;

chart::Figure school_figure(const SchoolView& view, const char* id, std::string message)
{
    const auto path = "/area/" + view.area.code.text() + "/patterns/" + view.code;
    return {.id = id,
            .message = std::move(message),
            .source = Html(view.source),
            .about = "the school’s own years",
            .downloads = {{"CSV", path + ".csv?measure=" + view.measure->key}},
            .how_href = "/area/method#schools-and-trusts",
            .heading_level = 2};
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

} // namespace views_school_detail

design::Html school_view(const SchoolView& view)
{
    using namespace views_school_detail;
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
    using namespace views_school_detail;
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
