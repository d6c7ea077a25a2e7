// An agency's own administrators and its teams: /staff/teams.
#include "access/accounts.h"
#include "access/pages.h"
#include "access/views_teams.h"

#include "forms/asked.h"

namespace onroll::access {

namespace pages_teams_detail {

TeamsView all_teams(const http::Request& request, const Pages& pages)
{
    TeamsView view;
    view.actor = &actor(request);
    auto reading = pages.services->database->read(db::View::snapshot);
    view.teams = teams_of_agency(reading, view.actor->agency);
    for (const auto& user : users_of_agency(reading, view.actor->agency))
        for (const auto& team : user.teams) ++view.members[team];
    return view;
}

http::Response show_teams(const http::Request& request, const Pages& pages)
{
    auto view = all_teams(request, pages);
    if (request.query("done") == "removed") view.said = "The team is removed";
    return page_of_staff(request, pages, "Teams", teams_view(view), "/staff");
}

http::Response take_team(const http::Request& request, const Pages& pages)
{
    const auto added = open_team(*pages.services, actor(request), request.form()["name"],
                                 visit_of(request, *pages.services));
    if (added) return http::redirect("/staff/teams");
    auto view = all_teams(request, pages);
    view.typed = request.form()["name"];
    view.errors = {added.error()};
    return page_of_staff(request, pages, "Teams", teams_view(view), "/staff", 400);
}

/// Not found for another agency's team, as for nobody's.
Result<TeamView> team_asked_for(const http::Request& request, const Pages& pages)
{
    const auto id = request.path<TeamId>("team");
    if (!id) return id.error();
    const auto& who = actor(request);
    const auto found = [&] {
        auto reading = pages.services->database->read();
        return find_team(reading, who.agency, *id);
    }();
    if (!found) return found.error();
    return TeamView{.actor = &who,
                    .team = *found,
                    .holds = held_by_team(*pages.services, who, *id),
                    .typed = found->name};
}

http::Response show_team(const http::Request& request, const Pages& pages)
{
    auto view = team_asked_for(request, pages);
    if (!view) return http::failure(view.error());
    if (request.query("done") == "saved") view->said = "Saved";
    return page_of_staff(request, pages, view->team.name, team_view(*view), "/staff/teams");
}

http::Response take_team_name(const http::Request& request, const Pages& pages)
{
    auto view = team_asked_for(request, pages);
    if (!view) return http::failure(view.error());
    const auto& form = request.form();
    const auto renamed =
        rename_team(*pages.services, actor(request), {view->team.id, std::string(form["was"])},
                    form["name"], visit_of(request, *pages.services));
    if (renamed) return http::redirect("/staff/teams/" + view->team.id.text() + "?done=saved");
    if (renamed.error().where.empty()) return http::failure(renamed.error());
    view->typed = form["name"];
    view->errors = {renamed.error()};
    return page_of_staff(request, pages, view->team.name, team_view(*view), "/staff/teams", 400);
}

http::Response ask_to_remove(const http::Request& request, const Pages& pages, int status)
{
    const auto view = team_asked_for(request, pages);
    if (!view) return http::failure(view.error());
    return page_of_staff(request, pages, "Remove the team", remove_team_view(*view),
                         "/staff/teams/" + view->team.id.text(), status);
}

http::Response show_remove_team(const http::Request& request, const Pages& pages)
{
    return ask_to_remove(request, pages, 200);
}

http::Response take_remove_team(const http::Request& request, const Pages& pages)
{
    const auto id = request.path<TeamId>("team");
    if (!id) return http::failure(id.error());
    const auto removed =
        remove_team(*pages.services, actor(request), *id, visit_of(request, *pages.services));
    if (removed) return http::redirect("/staff/teams?done=removed");
    if (removed.error().kind != ErrorKind::conflict) return http::failure(removed.error());
    // Somebody came into it meanwhile: the page says who.
    return ask_to_remove(request, pages, 409);
}

} // namespace pages_teams_detail

void add_team_pages(http::Router& router, const Pages& pages)
{
    using namespace pages_teams_detail;
    using Answer = http::Response (*)(const http::Request&, const Pages&);
    const auto get = [&](std::string_view path, Answer answer) {
        router.get(
            path, pages.guard->policy("staff.change"),
            [&pages, answer](const http::Request& request) { return answer(request, pages); });
    };
    const auto post = [&](std::string_view path, forms::Asked asked, Answer answer) {
        router.post(
            path, forms::taking(pages.guard->policy("staff.change"), std::move(asked)),
            [&pages, answer](const http::Request& request) { return answer(request, pages); });
    };
    get("/staff/teams", show_teams);
    post("/staff/teams", {"name"}, take_team);
    get("/staff/teams/{team}", show_team);
    post("/staff/teams/{team}", {"name", "was"}, take_team_name);
    get("/staff/teams/{team}/remove", show_remove_team);
    post("/staff/teams/{team}/remove", forms::Asked{}, take_remove_team);
}

} // namespace onroll::access
