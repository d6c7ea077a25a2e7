#include "places/views_calendar.h"

#include "design/components/calendar_grid.h"
#include "design/components/details.h"
#include "design/components/inset_text.h"
#include "design/components/table.h"
#include "design/words.h"
#include "kernel/bank_holidays.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace onroll::places {

namespace views_calendar_detail {

using design::Html;

struct Row {
    Date start{};
    Date end{};
    std::string what;
    std::string name;
};

/// Terms, closures and bank holidays that share a day with the school year, by date.
std::vector<Row> rows_of(const TermDates& dates, int year)
{
    const auto first = date(year, 8, 1), last = date(year + 1, 7, 31);
    std::vector<Row> rows;
    for (const auto& term : dates.terms)
        if (term.start <= last && term.end >= first)
            rows.push_back({term.start, term.end, "Term", term.name});
    for (const auto& closure : dates.closures)
        if (closure.start <= last && closure.end >= first)
            rows.push_back(
                {closure.start, closure.end, std::string(in_words(closure.reason)), closure.name});
    for (const auto calendar_year : {year, year + 1})
        for (const auto& holiday : bank_holidays(calendar_year))
            if (holiday.on >= first && holiday.on <= last)
                rows.push_back({holiday.on, holiday.on, "Bank holiday", std::string(holiday.name)});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.start < b.start; });
    return rows;
}

Html table_of(const TermDates& dates, int year)
{
    design::Table table{.caption = "Term dates " + design::school_year_in_words(year),
                        .caption_classes = "govuk-table__caption--m",
                        .head = {{.content = "Dates"}, {.content = "What"}, {.content = "Name"}},
                        .first_cell_is_header = true};
    for (const auto& row : rows_of(dates, year))
        table.rows.push_back({{.content = Html(design::date_range(row.start, row.end))},
                              {.content = Html(row.what)},
                              {.content = Html(row.name == row.what ? "" : row.name)}});
    return render_stacking(table);
}

std::string word_for(DayKind kind)
{
    switch (kind) {
    case DayKind::inset:
        return "INSET";
    case DayKind::bank_holiday:
        return "Bank hol";
    case DayKind::half_term:
        return "Half term";
    case DayKind::holiday:
        return "Holiday";
    case DayKind::closure:
        return "Closed";
    case DayKind::not_known:
        return "?";
    case DayKind::school_day:
    case DayKind::weekend:
        return "";
    }
    return "";
}

Html month_grid(const TermDates& dates, Date first)
{
    design::CalendarGrid grid{.caption = design::month_and_year(first)};
    for (auto day = first; month_of(day) == month_of(first); day += Days{1}) {
        if (is_weekend(day)) continue;
        const auto kind = kind_of_day(dates, day);
        grid.days.push_back(
            {.day = day,
             .mark = kind == DayKind::school_day ? design::DayMark::plain : design::DayMark::closed,
             .word = word_for(kind)});
    }
    return render(grid);
}

Html months_of(const TermDates& dates, int year)
{
    Html grids;
    for (unsigned month = 8; month < 20; ++month) {
        const auto first = month <= 12 ? date(year, month, 1) : date(year + 1, month - 12, 1);
        grids += month_grid(dates, first);
    }
    return render(
        design::Details{.summary = "Show the year month by month",
                        .content = design::element("div", {{"class", "onr-months"}}, grids)});
}

Html years_of(const SchoolView& view)
{
    std::vector<Html> items;
    for (const auto year : view.years) {
        const auto words = design::school_year_in_words(year);
        items.push_back(year == view.year
                            ? design::element("strong", {}, words)
                            : design::link("/schools/" + view.school.urn.text() +
                                               "?year=" + std::to_string(year) + "#term-dates",
                                           words));
    }
    return items.size() < 2
               ? Html()
               : design::element("div", {{"class", "onr-noprint"}},
                                 design::paragraph("School years known:"), design::bullets(items));
}

Html whose(const SchoolDates& dates, const std::string& authority)
{
    const auto name = authority.empty() ? std::string("the local authority") : authority;
    const auto& school = dates.layered.school;
    std::string text;
    if (dates.authority_source.empty())
        text = "These dates are the school's own.";
    else if (dates.school_source.empty())
        text = "These dates are those of " + name +
               ". Academies, free schools, foundation and voluntary aided schools may set their "
               "own: ask the school.";
    else if (!school.own_terms.empty())
        text = "The school sets its own terms. Where it has stated none, those of " + name +
               " are shown.";
    else
        text = "The terms are those of " + name + ", with the school's own INSET days and changes.";
    auto source = dates.school_source;
    if (!dates.authority_source.empty() && dates.authority_source != source)
        source += (source.empty() ? "" : "; ") + dates.authority_source;
    return design::paragraph(Html(text)) + design::paragraph(Html("Source: " + source));
}

} // namespace views_calendar_detail

design::Html calendar_view(const SchoolView& view)
{
    using namespace views_calendar_detail;
    const auto heading = design::section_heading("term-dates", "Term dates");
    const auto dates = in_effect(view.dates.layered);
    if (dates.terms.empty())
        return heading + render(design::InsetText{
                             .content = "No term dates are known for this school, so school days "
                                        "cannot be counted. Ask the school, or "
                                        "look at the local authority's website."});
    Html out = heading + whose(view.dates, view.authority_name) + years_of(view);
    if (const auto calendar = calendar_of(dates)) {
        const auto days = school_days_in_year(*calendar, view.year).count;
        out += design::paragraph(Html(design::school_days_in_words(days) + " are known in " +
                                      design::school_year_in_words(view.year) + "." +
                                      (dates.system == TermSystem::more_than_three
                                           ? " The school has more than three terms a year."
                                           : "")));
    }
    const auto path = "/schools/" + view.school.urn.text();
    return out + table_of(dates, view.year) + months_of(dates, view.year) +
           design::element("p", {{"class", "govuk-body onr-noprint"}},
                           "Take these dates with you: ",
                           design::link(path + "/calendar.ics", "for your calendar (ICS)"), " or ",
                           design::link(path + "/calendar.csv", "as a table (CSV)"), ".");
}

} // namespace onroll::places
