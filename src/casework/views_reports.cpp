#include "casework/views_reports.h"

#include "design/chart/likert.h"
#include "design/components/card.h"
#include "design/components/table.h"
#include "design/page.h"
#include "design/words.h"

#include <algorithm>
#include <numeric>

namespace onroll::casework {
namespace views_reports_detail {

using design::element;
using design::Html;

std::string shown(std::int64_t count, Audience audience)
{
    const auto told = audience == Audience::outside ? told_outside(count) : std::optional(count);
    return told ? design::with_thousands(*told) : std::string(hidden_count);
}

std::int64_t sum_of(const std::vector<std::int64_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

Html table_of(const ReportTable& report, Audience audience)
{
    design::Table table{.caption = report.title, .head = {{""}}, .first_cell_is_header = true};
    table.head.front() = {report.rows.size() == 3 && report.columns.size() > 1 ? "For whom"
                                                                               : "What"};
    for (const auto& column : report.columns)
        table.head.push_back({.content = column, .format = "numeric"});
    // Shares only inside: of rounded counts they would tell more than the counts do.
    const bool has_shares =
        report.has_shares && report.columns.size() > 1 && audience == Audience::the_service;
    for (const auto& row : report.rows) {
        std::vector<design::Cell> cells{{row.name}};
        const auto whole = sum_of(row.counts);
        for (const auto count : row.counts) {
            auto words = shown(count, audience);
            if (has_shares && whole > 0) words += " (" + percentage(count, whole) + ")";
            cells.push_back({.content = words, .format = "numeric"});
        }
        table.rows.push_back(std::move(cells));
    }
    return render_stacking(table) +
           element("p", {{"class", "govuk-body onr-small onr-soft"}}, report.about + ".");
}

/// The judged part of the impact as bars; nothing where no case has closed.
Html impact_chart(const ReportView& view, const ReportTable& impact)
{
    namespace chart = design::chart;
    chart::LikertChart bars{.name_of_rows = "For whom"};
    bool any = false;
    for (std::size_t each = 0; each + 1 < impact.columns.size(); ++each)
        bars.answers.push_back(impact.columns[each]);
    for (const auto& row : impact.rows) {
        auto counts = row.counts;
        counts.pop_back(); // what is not known is no point of the scale
        any = any || sum_of(counts) > 0;
        bars.rows.push_back({.name = row.name, .counts = std::move(counts)});
    }
    if (!any) return {};
    bars.figure = {.id = "impact",
                   .message = "Impact where the adviser could judge it",
                   .subtitle = view.period.name + ", share of closed cases",
                   .description = "For the child and family, the school and the authority, the "
                                  "share of each answer from no impact to significant long-term "
                                  "impact. The table beneath has the same figures.",
                   .source = "the service’s own cases",
                   .notes = "“Don’t know” is left out of the bars and counted in the table.",
                   .about = "impact",
                   .downloads = {{"CSV", view.csv}},
                   .heading_level = 2};
    return render(bars);
}

} // namespace views_reports_detail
using namespace views_reports_detail;

design::Html report_view(const ReportView& view)
{
    const bool outside = view.audience == Audience::outside;
    auto out = design::page_heading(outside ? "Figures to share" : "Reports") +
               element("p", {{"class", "onr-lead"}}, view.period.name);
    out += design::paragraph(
        outside ? Html("Counts of 1 to 4 are shown as [c] and all others to the nearest 5, so that "
                       "no child can be told from them. ") +
                      design::link(view.other_audience, "The exact figures, for the service alone")
                : Html("These are exact figures for the service alone. Small counts can point to a "
                       "child. ") +
                      design::link(view.other_audience, "Figures to share outside the service"));
    std::vector<design::ContentsItem> years;
    for (const auto& year : view.years) years.push_back({year.name, year.href});
    Html side =
        element("nav", {{"aria-label", "Years"}, {"class", "onr-noprint"}},
                render(design::Card{.title = "Years", .content = design::link_list(years)})) +
        element("div", {{"class", "onr-noprint"}},
                render(design::Card{.title = "Take away",
                                    .content = design::paragraph(design::link(
                                        view.csv, outside ? "These figures as CSV, to share"
                                                          : "These figures as CSV"))}));
    Html main;
    for (const auto& table : view.tables) {
        if (table.key == "impact" && !outside) main += impact_chart(view, table);
        main += table_of(table, view.audience);
    }
    return out + design::two_columns(main, side);
}

} // namespace onroll::casework
