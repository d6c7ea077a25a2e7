// Support access: /staff/support.
#include "access/pages.h"
#include "access/store_support.h"
#include "access/store_users.h"
#include "access/support.h"
#include "access/views_support.h"

#include "forms/asked.h"

#include <utility>

namespace onroll::access {

namespace pages_support_detail {

constexpr const char* own_page = "/staff/support";

http::Response shown(const http::Request& request, const Pages& pages, SupportView view)
{
    const auto& who = actor(request);
    view.actor = &who;
    view.now = pages.services->clock->now();
    {
        auto reading = pages.services->database->read(db::View::snapshot);
        view.all = supports_of_agency(reading, who.agency);
        for (const auto& user : users_of_agency(reading, who.agency))
            view.names.emplace(user.id, user.name);
    }
    const bool wrong = !view.errors.empty();
    return staff_page(*pages.services, request,
                      {.title = "Support access",
                       .section = "Staff",
                       .active = "/staff",
                       .back = "/staff",
                       .has_errors = wrong,
                       .width = design::PageWidth::full},
                      support_view(view), wrong ? 400 : 200);
}

http::Response show(const http::Request& request, const Pages& pages)
{
    SupportView view;
    if (request.query("done") == "given") view.said = "They may look now";
    if (request.query("done") == "ended") view.said = "They are out";
    return shown(request, pages, std::move(view));
}

http::Response give(const http::Request& request, const Pages& pages)
{
    const auto& form = request.form();
    const SupportAsked asked{std::string(form["name"]), std::string(form["email"]),
                             std::string(form["hours"]), std::string(form["reason"])};
    const auto given =
        give_support(*pages.services, actor(request), asked, visit_of(request, *pages.services));
    if (given) return http::redirect(std::string(own_page) + "?done=given");
    SupportView again;
    again.name = asked.name;
    again.email = asked.email;
    again.hours = asked.hours;
    again.reason = asked.reason;
    again.errors = {given.error()};
    return shown(request, pages, std::move(again));
}

http::Response end(const http::Request& request, const Pages& pages)
{
    const auto user = request.path<UserId>("user");
    if (!user) return http::not_found();
    const auto ended = take_support_back(*pages.services, actor(request), *user,
                                         visit_of(request, *pages.services));
    if (!ended) return http::failure(ended.error());
    return http::redirect(std::string(own_page) + "?done=ended");
}

} // namespace pages_support_detail

void add_support_pages(http::Router& router, const Pages& pages)
{
    using namespace pages_support_detail;
    const auto& guard = *pages.guard;
    router.get(own_page, guard.policy("support.view"),
               [&pages](const http::Request& request) { return show(request, pages); });
    router.post(own_page,
                forms::taking(guard.policy("support.change"), {"name", "email", "hours", "reason"}),
                [&pages](const http::Request& request) { return give(request, pages); });
    router.post("/staff/support/{user}/end",
                forms::taking(guard.policy("support.change"), forms::Asked{}),
                [&pages](const http::Request& request) { return end(request, pages); });
}

} // namespace onroll::access
