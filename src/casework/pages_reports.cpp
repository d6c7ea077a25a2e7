#include "casework/pages_case_frame.h"
#include "casework/store_reports.h"
#include "casework/views_reports.h"

#include "platform/csv/writer.h"

#include <algorithm>
#include <utility>

namespace onroll::casework {
namespace pages_reports_detail {

struct Asked {
    YearKind kind = YearKind::school;
    int year = 0;
    Audience audience = Audience::the_service;

    Period period() const
    {
        return kind == YearKind::school ? school_year_from(year) : financial_year_from(year);
    }
    std::string query() const
    {
        return std::string("?kind=") + (kind == YearKind::school ? "school" : "financial") +
               "&year=" + std::to_string(year) +
               (audience == Audience::outside ? "&for=outside" : "");
    }
};

Asked asked_by(const http::Request& request, Date today)
{
    Asked asked;
    if (request.query("kind") == "financial") asked.kind = YearKind::financial;
    if (request.query("for") == "outside") asked.audience = Audience::outside;
    const auto year = whole_number(request.query("year"));
    asked.year = year && *year >= 2000 && *year <= 2100 ? static_cast<int>(*year)
                                                        : first_year_of(asked.kind, today);
    return asked;
}

/// The years of both kinds that hold a case, the newest first.
std::vector<ReportView::Year> years_since(const std::optional<Date>& first, Date today,
                                          Audience audience)
{
    std::vector<ReportView::Year> years;
    for (const auto kind : {YearKind::school, YearKind::financial}) {
        const int oldest = first_year_of(kind, std::min(first.value_or(today), today));
        for (int year = first_year_of(kind, today); year >= oldest; --year) {
            const Asked one{kind, year, audience};
            years.push_back({one.period().name, "/advice/reports" + one.query()});
        }
    }
    return years;
}

http::Response show_report(const http::Request& request, const Services& services)
{
    const auto& agency = access::actor(request).agency;
    const auto today = services.guard->clock().today();
    const auto asked = asked_by(request, today);
    auto other = asked;
    other.audience =
        asked.audience == Audience::outside ? Audience::the_service : Audience::outside;
    ReportView view{.period = asked.period(),
                    .audience = asked.audience,
                    .other_audience = "/advice/reports" + other.query(),
                    .csv = "/advice/reports/figures.csv" + asked.query()};
    {
        auto reading = store_of(request, services).read(db::View::snapshot);
        view.tables = tables_of(counted_in(reading, agency, view.period, today));
        view.years = years_since(first_case_opened(reading, agency), today, asked.audience);
    }
    return page(request, services,
                asked.audience == Audience::outside ? "Figures to share" : "Reports",
                report_view(view));
}

http::Response figures(const http::Request& request, const Services& services)
{
    const auto today = services.guard->clock().today();
    const auto asked = asked_by(request, today);
    auto reading = store_of(request, services).read(db::View::snapshot);
    const auto tables =
        tables_of(counted_in(reading, access::actor(request).agency, asked.period(), today));
    csv::Writer writer({"table", "what", "answer", "number"});
    for (const auto& table : tables)
        for (const auto& row : table.rows)
            for (std::size_t each = 0; each < row.counts.size(); ++each) {
                writer.text(table.key).text(row.name).text(table.columns[each]);
                const auto told = asked.audience == Audience::outside
                                      ? told_outside(row.counts[each])
                                      : std::optional(row.counts[each]);
                writer.text(told ? std::to_string(*told) : std::string(hidden_count));
                writer.end_row();
            }
    return http::csv(std::move(writer).take(),
                     "advice-figures-" + std::to_string(asked.year) + ".csv");
}

} // namespace pages_reports_detail

void add_report_pages(http::Router& router, const Services& services)
{
    using namespace pages_reports_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto reporting = services.guard->policy("advice.report");
    router.get("/advice/reports", reporting, page_of(show_report));
    router.get("/advice/reports/figures.csv", services.guard->policy("advice.figures"),
               page_of(figures));
}

} // namespace onroll::casework
