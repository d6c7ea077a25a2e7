#include "casework/views_enquiries.h"

#include "design/chart/bar.h"
#include "design/components/inset_text.h"
#include "design/components/lead.h"
#include "design/components/summary_list.h"
#include "design/components/table.h"
#include "design/components/warning_text.h"
#include "design/page.h"
#include "design/words.h"

#include <array>
#include <cstdio>
#include <map>
#include <utility>

namespace onroll::casework {
namespace views_enquiries_detail {

using design::Html;
namespace chart = design::chart;

constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

std::string one_decimal(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

/// "1 in 900", rounded so that it does not say more than it knows.
std::string chance_in_words(double chance)
{
    if (chance < 0.0001) return "less than 1 in 10,000";
    const auto one_in = static_cast<std::int64_t>(1 / chance);
    const std::int64_t step = one_in >= 1000 ? 100 : one_in >= 100 ? 10 : 1;
    return "about 1 in " + number(one_in / step * step);
}

std::string query_of(const EnquiriesView& view)
{
    return "?year=" + std::to_string(view.year);
}

std::vector<chart::Download> downloads(const EnquiriesView& view, const std::string& name)
{
    return {{"CSV", "/advice/enquiries/" + name + ".csv" + query_of(view)},
            {"Excel", "/advice/enquiries.xlsx" + query_of(view)}};
}

Html weeks_chart(const EnquiriesView& view)
{
    chart::ColumnChart columns{.name_of_groups = "Month",
                               .name_of_bars = "Week from",
                               .name_of_values = "Enquiries",
                               .axis = "Weeks, by the month of their Monday"};
    std::int64_t most = 0;
    for (const auto& week : view.weeks) most = std::max(most, week.all);
    for (const auto& week : view.weeks) {
        const std::string month = months[month_of(week.from) - 1];
        if (columns.groups.empty() || columns.groups.back().name != month)
            columns.groups.push_back({month, month.substr(0, 1), {}});
        columns.groups.back().bars.push_back(
            {.name = in_table(week.from),
             .value = chart::shown_as(static_cast<double>(week.all), number(week.all)),
             .looked_at = week.all == most && most > 0});
    }
    columns.figure = {.id = "weeks",
                      .message = most == 0 ? std::string("No enquiry in these weeks")
                                           : "The busiest week had " + number(most) +
                                                 (most == 1 ? " enquiry" : " enquiries"),
                      .subtitle = "Enquiries by week, " + onroll::in_words(view.from) + " to " +
                                  onroll::in_words(view.to),
                      .description = "A bar for each week, with the number of enquiries.",
                      .source = "Contacts recorded by this service",
                      .notes = "Every contact counts as one enquiry, by the day it was recorded.",
                      .about = "enquiries by week",
                      .downloads = downloads(view, "weeks"),
                      .how_href = {},
                      .heading_level = 2};
    return chart::render(columns);
}

Html weekdays_chart(const EnquiriesView& view)
{
    std::array<std::int64_t, 7> by_day{};
    for (const auto& day : view.days) by_day[iso_weekday(day.from) - 1] += day.all;
    chart::BarChart bars{.name_of_bars = "Day of the week", .name_of_values = "Enquiries"};
    std::size_t busiest = 0;
    for (std::size_t i = 0; i < by_day.size(); ++i)
        if (by_day[i] > by_day[busiest]) busiest = i;
    for (std::size_t i = 0; i < by_day.size(); ++i)
        bars.bars.push_back(
            {.name = std::string(weekday_name(date(2026, 11, 23) + Days{static_cast<int>(i)})),
             .value = chart::shown_as(static_cast<double>(by_day[i]), number(by_day[i])),
             .looked_at = i == busiest && by_day[i] > 0});
    bars.figure = {.id = "weekdays",
                   .message = by_day[busiest] == 0
                                  ? std::string("No enquiry on any day")
                                  : "Most enquiries come on a " + bars.bars[busiest].name,
                   .subtitle = "Enquiries by day of the week, " + onroll::in_words(view.from) +
                               " to " + onroll::in_words(view.to),
                   .description = "A bar for each day of the week.",
                   .source = "Contacts recorded by this service",
                   .notes = {},
                   .about = "enquiries by day",
                   .downloads = downloads(view, "days"),
                   .how_href = {},
                   .heading_level = 2};
    return chart::render(bars);
}

design::SummaryRow row(const char* key, std::int64_t value)
{
    return {.key = {.content = key}, .value = {.content = number(value)}};
}

Html what_came_of_them(const Demand& all)
{
    design::SummaryList list;
    list.rows = {row("Enquiries", all.all),
                 row("Belong to a case", all.casework),
                 row("Answered at level 1, no case", all.general),
                 row("Early enquiries from schools", all.early),
                 row("Advice to professionals", all.professionals),
                 row("Minutes noted", all.minutes)};
    return design::element("h2", {{"class", "govuk-heading-m"}}, "What came of them") +
           design::render(list);
}

template <class Word>
Html counted_table(const EnquiriesView& view, const char* caption, const char* head,
                   const std::vector<Word>& words, std::optional<Word> (*of)(const EnquiryCount&))
{
    std::map<std::string, std::int64_t> counts;
    std::int64_t unknown = 0;
    for (const auto& count : view.counts) {
        const auto word = of(count);
        if (word)
            counts[std::string(in_words(*word))] += count.contacts;
        else
            unknown += count.contacts;
    }
    design::Table table{.caption = caption,
                        .head = {{.content = head}, {.content = "Enquiries", .format = "numeric"}}};
    for (const auto word : words)
        if (const auto found = counts.find(std::string(in_words(word))); found != counts.end())
            table.rows.push_back({{.content = found->first},
                                  {.content = number(found->second), .format = "numeric"}});
    if (unknown > 0)
        table.rows.push_back(
            {{.content = "Not noted"}, {.content = number(unknown), .format = "numeric"}});
    return design::render(table);
}

Html alarms(const EnquiriesView& view)
{
    Html all;
    for (const auto& one : view.dried_up)
        all += design::render(design::WarningText{
            .content = one.count.source + " has gone quiet: " + number(one.count.lately) +
                       " in the last " + std::to_string(view.sources.weeks.lately) +
                       " open weeks, where about " + one_decimal(one.expected) +
                       " would be expected. Had nothing changed, so few would come by chance " +
                       chance_in_words(one.chance) + " times. Ring them."});
    return all;
}

Html sources_table(const EnquiriesView& view)
{
    Html part = design::element("h2", {{"class", "govuk-heading-m"}, {"id", "sources"}},
                                "How families heard of us");
    part +=
        counted_table<ReferralSource>(view, "This school year", "Source", all_referral_sources(),
                                      [](const EnquiryCount& one) { return one.source; });
    if (view.sources.counts.empty())
        return part +
               design::paragraph("On each contact, under More to note, choose how they heard "
                                 "of the service. Lately and before are compared from the "
                                 "second week on.");
    design::Table table{
        .caption = "Enquiries by source, lately and before",
        .head = {{.content = "Source"},
                 {.content = "Last " + design::counted(view.sources.weeks.lately, "open week"),
                  .format = "numeric"},
                 {.content =
                      "The " + design::counted(view.sources.weeks.before, "open week") + " before",
                  .format = "numeric"}}};
    for (const auto& count : view.sources.counts)
        table.rows.push_back({{.content = count.source},
                              {.content = number(count.lately), .format = "numeric"},
                              {.content = number(count.before), .format = "numeric"}});
    return part + alarms(view) + design::render_stacking(table) +
           design::paragraph(
               "An alarm stands here when a source sends so much less than before that chance "
               "hardly explains it: a one-sided exact test of two Poisson rates, at one in twenty "
               "shared between the sources. A week counts as open where anybody enquired.") +
           design::paragraph(design::link("/advice/enquiries/sources.csv" + query_of(view),
                                          "Download the sources as CSV"));
}

Html years(const EnquiriesView& view)
{
    design::HtmlWriter out;
    out.open("nav", {{"aria-label", "School year"}});
    out.open("ul", {{"class", "onr-choices"}});
    for (int year = view.latest_year; year >= view.first_year; --year) {
        const auto words = std::to_string(year) + " to " + std::to_string(year + 1);
        out.add(design::element(
            "li", {},
            year == view.year
                ? design::element("strong", {{"aria-current", "page"}}, words)
                : design::link("/advice/enquiries?year=" + std::to_string(year), words)));
    }
    out.close().close();
    return std::move(out).done();
}

} // namespace views_enquiries_detail
using namespace views_enquiries_detail;

Html enquiries_view(const EnquiriesView& view)
{
    const auto heading =
        design::page_heading("Enquiries") +
        design::lead("Who gets in touch, when, and how they heard of the service.") + years(view);
    if (view.all.all == 0)
        return heading + design::paragraph("No contact was recorded in this school year. ") +
               design::paragraph(design::link("/advice/contacts/new", "Record a contact"));
    return heading + alarms(view) + weeks_chart(view) + weekdays_chart(view) +
           what_came_of_them(view.all) +
           counted_table<Channel>(
               view, "How they got in touch", "How", all_channels(),
               [](const EnquiryCount& one) { return std::optional(one.channel); }) +
           counted_table<Caller>(view, "Who got in touch", "Who", all_callers(),
                                 [](const EnquiryCount& one) { return one.caller; }) +
           sources_table(view);
}

chart::Rows rows_by_day(const EnquiriesView& view)
{
    chart::Rows rows{.head = {"Day", "Weekday", "Enquiries", "With a case",
                              "Level 1 without a case", "Early enquiries",
                              "Advice to professionals", "Minutes"},
                     .cells = {},
                     .words_columns = 2};
    for (const auto& day : view.days)
        rows.cells.push_back({iso(day.from), std::string(weekday_name(day.from)), number(day.all),
                              number(day.casework), number(day.general), number(day.early),
                              number(day.professionals), number(day.minutes)});
    return rows;
}

chart::Rows rows_by_week(const EnquiriesView& view)
{
    chart::Rows rows{.head = {"Week from", "Enquiries", "With a case", "Level 1 without a case",
                              "Early enquiries", "Advice to professionals", "Minutes"},
                     .cells = {},
                     .words_columns = 1};
    for (const auto& week : view.weeks)
        rows.cells.push_back({iso(week.from), number(week.all), number(week.casework),
                              number(week.general), number(week.early), number(week.professionals),
                              number(week.minutes)});
    return rows;
}

chart::Rows rows_by_source(const EnquiriesView& view)
{
    chart::Rows rows{.head = {"Source", "Lately", "Before", "Weeks lately", "Weeks before"},
                     .cells = {},
                     .words_columns = 1};
    for (const auto& count : view.sources.counts)
        rows.cells.push_back({count.source, number(count.lately), number(count.before),
                              std::to_string(view.sources.weeks.lately),
                              std::to_string(view.sources.weeks.before)});
    return rows;
}

} // namespace onroll::casework
