// An agency's own administrators and its staff: /staff.
#include "access/accounts.h"
#include "access/pages.h"
#include "access/views_staff.h"

#include "forms/asked.h"

#include <algorithm>

namespace onroll::access {

namespace pages_staff_detail {

/// What was done a moment ago, by a word in the address.
std::string said(std::string_view done)
{
    if (done == "invited") return "The invitation is on its way";
    if (done == "saved") return "Saved";
    if (done == "asked") return "A second administrator must agree before it happens";
    if (done == "disabled") return "The account is disabled";
    if (done == "signed-out") return "They are signed out everywhere";
    if (done == "agreed") return "Done, as the other administrator asked";
    if (done == "turned-down") return "The request is gone and nothing has changed";
    return {};
}

std::string name_in(const std::vector<User>& users, const UserId& id)
{
    const auto found =
        std::find_if(users.begin(), users.end(), [&](const User& user) { return user.id == id; });
    return found == users.end() ? "Somebody" : found->name;
}

http::Response show_staff(const http::Request& request, const Pages& pages)
{
    const auto& who = actor(request);
    StaffListView view;
    view.actor = &who;
    view.said = said(request.query("done"));
    auto reading = pages.services->database->read(db::View::snapshot);
    view.users = users_of_agency(reading, who.agency);
    for (const auto& team : teams_of_agency(reading, who.agency))
        view.team_names.emplace(team.id, team.name);
    for (const auto& each : requests_of_agency(reading, who.agency))
        view.requests.push_back({each, name_in(view.users, each.user),
                                 name_in(view.users, each.asked_by),
                                 each.asked_by != who.user && each.user != who.user});
    return staff_page(*pages.services, request,
                      {.title = "Staff",
                       .section = who.agency_name,
                       .active = "/staff",
                       .width = design::PageWidth::full},
                      staff_list_view(view));
}

/// What a form says of a member of staff; unknown roles and teams are an error of their own kind.
Result<Invitation> invitation_from(const http::Form& form)
{
    Invitation invitation{std::string(form["name"]), std::string(form["email"]), {}, {}};
    for (const auto key : form.all("roles")) {
        const auto role = role_named(key);
        if (!role) return bad_input("Select roles from the list", "roles");
        invitation.roles.push_back(*role);
    }
    for (const auto text : form.all("teams")) {
        const auto team = TeamId::parse(text);
        if (!team) return bad_input("Select teams from the list", "teams");
        invitation.teams.push_back(*team);
    }
    return invitation;
}

StaffFormView form_view(const http::Request& request, const Pages& pages, std::string action)
{
    StaffFormView view;
    view.actor = &actor(request);
    view.action = std::move(action);
    auto reading = pages.services->database->read();
    view.all_teams = teams_of_agency(reading, view.actor->agency);
    return view;
}

void fill_with_typed(StaffFormView& view, const http::Form& form, const Error& error)
{
    view.name = form["name"];
    view.email = form["email"];
    for (const auto key : form.all("roles")) view.roles.emplace_back(key);
    for (const auto key : form.all("teams")) view.teams.emplace_back(key);
    view.errors = {error};
}

bool is_shown_by_the_field(const Error& error)
{
    return error.kind == ErrorKind::bad_input ||
           (error.kind == ErrorKind::conflict && !error.where.empty());
}

http::Response show_invite(const http::Request& request, const Pages& pages)
{
    return page_of_staff(request, pages, "Invite somebody",
                         invite_view(form_view(request, pages, "/staff/new")));
}

http::Response take_invite(const http::Request& request, const Pages& pages)
{
    const auto invitation = invitation_from(request.form());
    const auto invited = invitation ? invite(*pages.services, actor(request), *invitation,
                                             visit_of(request, *pages.services))
                                    : Result<UserId>(invitation.error());
    if (invited) return http::redirect("/staff?done=invited");
    if (!is_shown_by_the_field(invited.error())) return http::failure(invited.error());
    auto view = form_view(request, pages, "/staff/new");
    fill_with_typed(view, request.form(), invited.error());
    return page_of_staff(request, pages, "Invite somebody", invite_view(view), "/staff", 400);
}

Result<User> member_of(const http::Request& request, const Pages& pages)
{
    const auto id = request.path<UserId>("user");
    if (!id) return id.error();
    auto reading = pages.services->database->read();
    return find_user(reading, actor(request).agency, *id);
}

StaffMemberView member_view(const http::Request& request, const Pages& pages, const User& user)
{
    StaffMemberView view{form_view(request, pages, "/staff/" + user.id.text()), user, 0, {}};
    view.form.name = user.name;
    for (const auto role : user.roles) view.form.roles.emplace_back(key_of(role));
    for (const auto& team : user.teams) view.form.teams.push_back(team.text());
    auto reading = pages.services->database->read();
    view.sign_ins = static_cast<int>(
        sign_ins_of(reading, {user.agency, user.id}, pages.services->clock->now()).size());
    return view;
}

http::Response show_member(const http::Request& request, const Pages& pages)
{
    const auto user = member_of(request, pages);
    if (!user) return http::failure(user.error());
    auto view = member_view(request, pages, *user);
    view.said = said(request.query("done"));
    return page_of_staff(request, pages, user->name, staff_member_view(view));
}

http::Response take_member(const http::Request& request, const Pages& pages)
{
    const auto user = member_of(request, pages);
    if (!user) return http::failure(user.error());
    const auto now_is = invitation_from(request.form());
    auto changed = now_is ? change_user(*pages.services, actor(request), user->id, *now_is,
                                        visit_of(request, *pages.services))
                          : Result<std::optional<SignedIn>>(now_is.error());
    if (changed) {
        const auto page = "/staff/" + user->id.text() + "?done=saved";
        return *changed ? with_sign_in(page, **std::move(changed)) : http::redirect(page);
    }
    if (!is_shown_by_the_field(changed.error())) return http::failure(changed.error());
    auto view = member_view(request, pages, *user);
    view.form.roles.clear();
    view.form.teams.clear();
    fill_with_typed(view.form, request.form(), changed.error());
    return page_of_staff(request, pages, user->name, staff_member_view(view), "/staff", 400);
}

/// An act with nothing more to ask, and where it leads.
using ActOnUser = Result<void> (*)(const Services&, const Actor&, const UserId&, const Visit&);

http::Handler act_on(const Pages& pages, ActOnUser act, std::string done)
{
    return [&pages, act, done](const http::Request& request) {
        const auto id = request.path<UserId>("user");
        if (!id) return http::failure(id.error());
        const auto acted =
            act(*pages.services, actor(request), *id, visit_of(request, *pages.services));
        if (!acted) return http::failure(acted.error());
        return http::redirect("/staff/" + id->text() + "?done=" + done);
    };
}

http::Response show_disable(const http::Request& request, const Pages& pages)
{
    const auto user = member_of(request, pages);
    if (!user) return http::failure(user.error());
    return page_of_staff(request, pages, "Disable the account", disable_view(actor(request), *user),
                         "/staff/" + user->id.text());
}

http::Response show_lost_factor(const http::Request& request, const Pages& pages)
{
    const auto user = member_of(request, pages);
    if (!user) return http::failure(user.error());
    return page_of_staff(request, pages, "Give new codes",
                         lost_factor_view(actor(request), *user, {}), "/staff/" + user->id.text());
}

http::Response take_lost_factor(const http::Request& request, const Pages& pages)
{
    const auto user = member_of(request, pages);
    if (!user) return http::failure(user.error());
    if (request.form()["sure"] != "yes") {
        const Errors errors{bad_input("Confirm that you have seen them and know them", "sure")};
        return page_of_staff(request, pages, "Give new codes",
                             lost_factor_view(actor(request), *user, errors),
                             "/staff/" + user->id.text(), 400);
    }
    const auto done = replace_factor(*pages.services, actor(request), user->id,
                                     visit_of(request, *pages.services));
    if (!done) return http::failure(done.error());
    return http::redirect("/staff/" + user->id.text() + (*done ? "?done=invited" : "?done=asked"));
}

http::Response decide_request(const http::Request& request, const Pages& pages)
{
    const auto id = request.path<UserId>("user");
    const auto kind = request_kind_named(request.path("kind"));
    if (!id || !kind) return http::not_found();
    const bool agrees = request.form()["decision"] == "agree";
    const auto& services = *pages.services;
    const auto visit = visit_of(request, services);
    const auto done = agrees ? agree_to(services, actor(request), *id, *kind, visit)
                             : turn_down(services, actor(request), *id, *kind, visit);
    if (!done) return http::failure(done.error());
    return http::redirect(agrees ? "/staff?done=agreed" : "/staff?done=turned-down");
}

} // namespace pages_staff_detail

void add_staff_pages(http::Router& router, const Pages& pages)
{
    using namespace pages_staff_detail;
    using Answer = http::Response (*)(const http::Request&, const Pages&);
    const auto get = [&](std::string_view path, std::string_view act, Answer answer) {
        router.get(path, pages.guard->policy(act), [&pages, answer](const http::Request& request) {
            return answer(request, pages);
        });
    };
    const auto post = [&](std::string_view path, std::string_view act, forms::Asked asked,
                          Answer answer) {
        router.post(
            path, forms::taking(pages.guard->policy(act), std::move(asked)),
            [&pages, answer](const http::Request& request) { return answer(request, pages); });
    };
    get("/staff", "staff.view", show_staff);
    get("/staff/new", "staff.invite", show_invite);
    post("/staff/new", "staff.invite", {"name", "email", "roles", "teams"}, take_invite);
    add_team_pages(router, pages);
    get("/staff/{user}", "staff.view", show_member);
    post("/staff/{user}", "staff.roles", {"name", "roles", "teams"}, take_member);
    get("/staff/{user}/disable", "staff.disable", show_disable);
    get("/staff/{user}/lost-factor", "staff.lost_factor", show_lost_factor);
    post("/staff/{user}/lost-factor", "staff.lost_factor", {"sure"}, take_lost_factor);
    post("/staff/requests/{kind}/{user}", "staff.make_administrator", {"decision"}, decide_request);
    const auto act = [&](const char* path, const char* name, ActOnUser done, const char* said) {
        router.post(path, forms::taking(pages.guard->policy(name), forms::Asked{}),
                    act_on(pages, done, said));
    };
    act("/staff/{user}/disable", "staff.disable", disable_user, "disabled");
    act("/staff/{user}/enable", "staff.invite", enable_user, "invited");
    act("/staff/{user}/invite-again", "staff.invite", invite_again, "invited");
    act("/staff/{user}/end-sign-ins", "staff.end_sign_ins", end_sign_ins_of, "signed-out");
}

} // namespace onroll::access
