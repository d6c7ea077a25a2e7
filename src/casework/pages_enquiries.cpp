// The log of enquiries over a school year, and its downloads.
#include "casework/pages_shared.h"
#include "casework/rules_enquiries.h"
#include "casework/store_enquiries.h"
#include "casework/views_enquiries.h"

#include "platform/xlsx/workbook.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace onroll::casework {
namespace pages_enquiries_detail {

constexpr int years_back = 6;

/// The year in which the school year of that day begins.
int school_year_of(Date day)
{
    return month_of(day) >= 9 ? year_of(day) : year_of(day) - 1;
}

int year_asked(const http::Request& request, int latest)
{
    const auto text = request.query("year");
    int year = latest;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return std::clamp(year, latest - years_back, latest);
}

EnquiriesView read_enquiries(const http::Request& request, const Services& services)
{
    const auto today = services.guard->clock().today();
    EnquiriesView view;
    view.latest_year = school_year_of(today);
    view.first_year = view.latest_year - years_back;
    view.year = year_asked(request, view.latest_year);
    view.from = date(view.year, 9, 1);
    view.to = std::min(date(view.year + 1, 8, 31), today);
    std::vector<EnquiryCount> lately;
    {
        const auto& agency = access::actor(request).agency;
        auto reading = store_of(request, services).read();
        view.counts = enquiries_between(reading, agency, view.from, view.to);
        // Two years hold as many open weeks as the comparison of sources asks for.
        lately = enquiries_between(reading, agency, today - Days{2 * 366}, today);
    }
    view.all = demand_of(view.counts);
    view.days = demand_by_day(view.counts, view.from, view.to);
    view.weeks = demand_by_week(view.counts, view.from, view.to);
    view.sources = sources_of(lately, today);
    view.dried_up = dried_up(view.sources);
    return view;
}

http::Response show_enquiries(const http::Request& request, const Services& services)
{
    return page(request, services, "Enquiries", enquiries_view(read_enquiries(request, services)));
}

template <design::chart::Rows (*rows_of)(const EnquiriesView&)>
http::Response download(const http::Request& request, const Services& services)
{
    return http::csv(design::chart::csv_of(rows_of(read_enquiries(request, services))),
                     "onroll-enquiries.csv");
}

xlsx::Sheet sheet_of(std::string name, std::string title, const design::chart::Rows& rows)
{
    xlsx::Sheet sheet{.name = std::move(name), .title = std::move(title), .columns = rows.head};
    for (const auto& cells : rows.cells) {
        std::vector<xlsx::Cell> row;
        for (std::size_t column = 0; column < cells.size(); ++column)
            row.push_back(column < rows.words_columns ? xlsx::Cell::words(cells[column])
                                                      : xlsx::Cell::digits(cells[column]));
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

http::Response download_workbook(const http::Request& request, const Services& services)
{
    const auto view = read_enquiries(request, services);
    const auto period = onroll::in_words(view.from) + " to " + onroll::in_words(view.to);
    const auto written = xlsx::write(
        {.title = "Enquiries of " + access::actor(request).agency_name,
         .about = {"Enquiries recorded from " + period + ".",
                   "Counts only: no person is named here."},
         .notes = {},
         .sheets = {sheet_of("By week", "Enquiries by week", rows_by_week(view)),
                    sheet_of("By day", "Enquiries by day", rows_by_day(view)),
                    sheet_of("Sources", "How families heard of the service", rows_by_source(view))},
         .made_on = services.guard->clock().today()});
    if (!written) return http::failure(written.error());
    auto response =
        http::bytes(*written, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    response.headers.set("Content-Disposition", "attachment; filename=\"onroll-enquiries.xlsx\"");
    return response;
}

} // namespace pages_enquiries_detail

void add_enquiry_pages(http::Router& router, const Services& services)
{
    using namespace pages_enquiries_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto& guard = *services.guard;
    router.get("/advice/enquiries", guard.policy("advice.search"), page_of(show_enquiries));
    router.get("/advice/enquiries/days.csv", guard.policy("advice.figures"),
               page_of(download<rows_by_day>));
    router.get("/advice/enquiries/weeks.csv", guard.policy("advice.figures"),
               page_of(download<rows_by_week>));
    router.get("/advice/enquiries/sources.csv", guard.policy("advice.figures"),
               page_of(download<rows_by_source>));
    router.get("/advice/enquiries.xlsx", guard.policy("advice.figures"),
               page_of(download_workbook));
}

} // namespace onroll::casework
