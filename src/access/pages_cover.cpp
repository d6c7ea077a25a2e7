// Cover for absence: /staff/cover. And the agencies of a server: /agencies.
#include "access/accounts.h"
#include "access/pages.h"
#include "access/views_staff.h"

#include "forms/asked.h"
#include "kernel/date.h"

namespace onroll::access {

namespace pages_cover_detail {

std::map<std::string, std::string> typed_in(const http::Form& form)
{
    std::map<std::string, std::string> typed;
    for (const auto& field : form.fields) typed.emplace(field.name, field.value);
    return typed;
}

CoverView covers_now(const http::Request& request, const Pages& pages)
{
    CoverView view;
    view.actor = &actor(request);
    auto reading = pages.services->database->read(db::View::snapshot);
    view.covers = covers_of_agency(reading, view.actor->agency, pages.services->clock->today());
    for (auto& user : users_of_agency(reading, view.actor->agency))
        if (user.state != UserState::disabled) view.users.push_back(std::move(user));
    return view;
}

http::Response shown(const http::Request& request, const Pages& pages, const CoverView& view)
{
    return staff_page(*pages.services, request,
                      {.title = "Cover for absence",
                       .section = "Staff",
                       .active = "/staff",
                       .back = "/staff",
                       .has_errors = !view.errors.empty(),
                       .width = design::PageWidth::full},
                      cover_view(view), view.errors.empty() ? 200 : 400);
}

Result<Date> day_from(const http::Form& form, const std::string& name, std::string_view label)
{
    auto day =
        parse_typed_date(form[name + "-day"], form[name + "-month"], form[name + "-year"], label);
    if (day) return day;
    auto error = day.error();
    error.where = name + "-" + (error.where.empty() ? "day" : error.where);
    return error;
}

http::Response take_cover(const http::Request& request, const Pages& pages)
{
    const auto& form = request.form();
    auto view = covers_now(request, pages);
    view.typed = typed_in(form);
    const auto absent = UserId::parse(form["absent"]);
    const auto covered_by = UserId::parse(form["covered_by"]);
    const auto first_day = day_from(form, "first_day", "First day");
    const auto last_day = day_from(form, "last_day", "Last day");
    if (!absent) view.errors.push_back(bad_input("Select who is absent", "absent"));
    if (!covered_by) view.errors.push_back(bad_input("Select who stands in", "covered_by"));
    if (!first_day) view.errors.push_back(first_day.error());
    if (!last_day) view.errors.push_back(last_day.error());
    if (view.errors.empty()) {
        const auto arranged = arrange_cover(*pages.services, actor(request),
                                            {*absent, *covered_by, *first_day, *last_day},
                                            visit_of(request, *pages.services));
        if (arranged) return http::redirect("/staff/cover");
        if (arranged.error().kind != ErrorKind::bad_input) return http::failure(arranged.error());
        view.errors = {arranged.error()};
    }
    return shown(request, pages, view);
}

/// What is asked before cover ends. One that has ended already leads back to the list.
http::Response show_end_of_cover(const http::Request& request, const Pages& pages)
{
    const auto absent = UserId::parse(request.query("absent"));
    const auto covered_by = UserId::parse(request.query("covered_by"));
    const auto first_day = parse_date(request.query("first_day"));
    if (!absent || !covered_by || !first_day) return http::not_found();
    const auto view = covers_now(request, pages);
    for (const auto& cover : view.covers)
        if (cover.absent == *absent && cover.covered_by == *covered_by &&
            cover.first_day == *first_day)
            return staff_page(*pages.services, request,
                              {.title = "End the cover",
                               .section = "Staff",
                               .active = "/staff",
                               .back = "/staff/cover"},
                              end_cover_view(view, cover), 200);
    return http::redirect("/staff/cover");
}

http::Response end_of_cover(const http::Request& request, const Pages& pages)
{
    const auto& form = request.form();
    const auto absent = UserId::parse(form["absent"]);
    const auto covered_by = UserId::parse(form["covered_by"]);
    const auto first_day = parse_date(form["first_day"]);
    if (!absent || !covered_by || !first_day) return http::not_found();
    end_cover(*pages.services, actor(request), {*absent, *covered_by, *first_day, *first_day},
              visit_of(request, *pages.services));
    return http::redirect("/staff/cover");
}

http::Response shown(const http::Request& request, const Pages& pages, AgenciesView view)
{
    view.actor = &actor(request);
    {
        auto reading = pages.services->database->read();
        view.agencies = all_agencies(reading);
    }
    return staff_page(
        *pages.services, request,
        {.title = "Organisations", .active = "/agencies", .has_errors = !view.errors.empty()},
        agencies_view(view), view.errors.empty() ? 200 : 400);
}

http::Response show_agencies(const http::Request& request, const Pages& pages)
{
    AgenciesView view;
    if (request.query("done") == "opened")
        view.said = "The organisation is open, and the invitation is on its way";
    return shown(request, pages, std::move(view));
}

http::Response take_agency(const http::Request& request, const Pages& pages)
{
    const auto& form = request.form();
    const auto kind = agency_kind_named(form["kind"]);
    const auto opened =
        kind ? open_agency(*pages.services, {actor(request).agency, actor(request).user},
                           {*kind, std::string(form["agency_name"])}, form["name"], form["email"],
                           visit_of(request, *pages.services))
             : Result<AgencyId>(bad_input("Select what kind of organisation it is", "kind"));
    if (opened) return http::redirect("/agencies?done=opened");
    AgenciesView view;
    view.typed = typed_in(form);
    view.errors = {opened.error()};
    return shown(request, pages, std::move(view));
}

} // namespace pages_cover_detail

void add_cover_pages(http::Router& router, const Pages& pages)
{
    using namespace pages_cover_detail;
    router.get("/staff/cover", pages.guard->policy("staff.cover"),
               [&pages](const http::Request& request) {
                   return shown(request, pages, covers_now(request, pages));
               });
    router.post("/staff/cover",
                forms::taking(pages.guard->policy("staff.cover"),
                              {"absent", "covered_by", "first_day", "last_day"}),
                [&pages](const http::Request& request) { return take_cover(request, pages); });
    router.get(
        "/staff/cover/end", pages.guard->policy("staff.cover"),
        [&pages](const http::Request& request) { return show_end_of_cover(request, pages); });
    router.post(
        "/staff/cover/end",
        forms::taking(pages.guard->policy("staff.cover"), {"absent", "covered_by", "first_day"}),
        [&pages](const http::Request& request) { return end_of_cover(request, pages); });
}

void add_agency_pages(http::Router& router, const Pages& pages)
{
    using namespace pages_cover_detail;
    router.get("/agencies", pages.guard->policy("agency.open"),
               [&pages](const http::Request& request) { return show_agencies(request, pages); });
    router.post(
        "/agencies",
        forms::taking(pages.guard->policy("agency.open"), {"kind", "agency_name", "name", "email"}),
        [&pages](const http::Request& request) { return take_agency(request, pages); });
}

} // namespace onroll::access
