#include "places/pages.h"

#include "places/store.h"
#include "places/views.h"

#include "design/page.h"
#include "kernel/whole_characters.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <utility>

namespace onroll::places {

namespace pages_detail {

/// The number of a page, 1 where none is named.
int page_in(std::string_view text)
{
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::max(page, 1);
}

/// The page asked for, or the last where there are fewer.
void find_page_of_schools(SchoolListView& view, SchoolSearch& search)
{
    const auto on_page = [&] {
        return search.find_part(view.words,
                                static_cast<std::size_t>(view.page - 1) * schools_on_a_page,
                                schools_on_a_page);
    };
    auto part = on_page();
    if (part.schools.empty() && part.of_all > 0) {
        view.page = static_cast<int>((part.of_all + schools_on_a_page - 1) / schools_on_a_page);
        part = on_page();
    }
    view.found = std::move(part.schools);
    view.of_all = part.of_all;
}

http::Response public_page(std::string markup)
{
    auto response = http::html(std::move(markup));
    response.caching = http::Caching::public_revalidated;
    return response;
}

http::Response show_schools(const http::Request& request, const Services& services)
{
    SchoolListView view;
    view.words = whole_characters(request.query("q"), 200);
    view.page = page_in(request.query("page"));
    find_page_of_schools(view, *services.search);
    {
        auto reading = services.database->read();
        view.schools = count_schools(reading);
        if (!view.found.empty())
            for (const auto& [code, authority] : all_authorities(reading))
                view.authority_names.emplace(code, authority.name);
    }
    const design::PageOptions options{.title =
                                          view.words.empty() ? "Schools" : "Schools: " + view.words,
                                      .section = "Schools",
                                      .active = "/schools",
                                      .keep_out_of_search = !view.words.empty(),
                                      .width = design::PageWidth::full};
    return public_page(page(*services.site, options, school_list_view(view)).str());
}

std::vector<int> years_of(const TermDates& dates)
{
    std::set<int> years;
    for (const auto& term : dates.terms) {
        years.insert(school_year_of(term.start));
        years.insert(school_year_of(term.end));
    }
    return {years.begin(), years.end()};
}

/// The year asked for where it has a term; else this one, or the known year nearest to it.
int year_shown(const std::vector<int>& years, std::string_view asked, int now)
{
    int year = now;
    std::from_chars(asked.data(), asked.data() + asked.size(), year);
    if (years.empty()) return now;
    if (std::find(years.begin(), years.end(), year) == years.end()) year = now;
    return std::clamp(year, years.front(), years.back());
}

http::Response show_school(const http::Request& request, const Services& services)
{
    const auto urn = request.path<Urn>("urn");
    if (!urn) return http::not_found();
    auto reading = services.database->read(db::View::snapshot);
    auto school = find_school(reading, *urn);
    if (!school) return http::failure(school.error());
    SchoolView view{std::move(school).value()};
    if (const auto authority = find_authority(reading, view.school.authority))
        view.authority_name = authority->name;
    view.links = links_of_school(reading, view.school.urn);
    view.dates = dates_of_school(reading, view.school);
    view.years = years_of(in_effect(view.dates.layered));
    view.year =
        year_shown(view.years, request.query("year"), school_year_of(services.clock->today()));
    const design::PageOptions options{.title = shown_name(view.school),
                                      .section = "Schools",
                                      .active = "/schools",
                                      .back = "/schools",
                                      .width = design::PageWidth::full};
    return public_page(page(*services.site, options, school_view(view)).str());
}

enum class Form { ics, csv };

http::Response take_calendar(const http::Request& request, const Services& services, Form form)
{
    const auto urn = request.path<Urn>("urn");
    if (!urn) return http::not_found();
    auto reading = services.database->read(db::View::snapshot);
    const auto school = find_school(reading, *urn);
    if (!school) return http::failure(school.error());
    const auto dates = in_effect(dates_of_school(reading, *school).layered);
    if (dates.terms.empty())
        return http::failure(not_found("No term dates are known for this school"));
    const auto file = "onroll-term-dates-" + urn->text();
    if (form == Form::csv) return http::csv(calendar_csv(dates), file + ".csv");
    // Stamped with the day and not the second, so that the same dates are the same bytes all day.
    auto response = http::bytes(calendar_ics(dates, "school-" + urn->text(), shown_name(*school),
                                             Instant(services.clock->today())),
                                "text/calendar; charset=utf-8");
    response.headers.add("Content-Disposition", "attachment; filename=\"" + file + ".ics\"");
    return response;
}

} // namespace pages_detail

void add_pages(http::Router& router, const Services& services)
{
    using namespace pages_detail;
    const auto open = http::Policy::open_to_all();
    router.get("/schools", open, [&services](const http::Request& request) {
        return show_schools(request, services);
    });
    router.get("/schools/{urn}", open, [&services](const http::Request& request) {
        return show_school(request, services);
    });
    router.get("/schools/{urn}/calendar.ics", open, [&services](const http::Request& request) {
        return take_calendar(request, services, Form::ics);
    });
    router.get("/schools/{urn}/calendar.csv", open, [&services](const http::Request& request) {
        return take_calendar(request, services, Form::csv);
    });
}

} // namespace onroll::places
