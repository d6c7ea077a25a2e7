// One's own account: /start, /account and what belongs to it.
#include "access/accounts.h"
#include "access/cookies.h"
#include "access/pages.h"
#include "access/rules_policy.h"
#include "access/sign_in.h"
#include "access/views_account.h"
#include "access/views_sign_in.h"

#include "forms/asked.h"

#include <algorithm>

namespace onroll::access {

namespace pages_account_detail {

Owner owner_of(const Actor& who)
{
    return {who.agency, who.user};
}

http::Response shown(const http::Request& request, const Pages& pages, std::string title,
                     const design::Html& content, bool has_errors = false)
{
    return staff_page(*pages.services, request,
                      {.title = std::move(title),
                       .section = "Your account",
                       .back = "/account",
                       .has_errors = has_errors},
                      content);
}

http::Response show_start(const http::Request& request, const Pages& pages)
{
    const auto& who = actor(request);
    StartView view{&who, {}, 0, pages.services->site->menu};
    for (const auto& entry : pages.services->staff_menu)
        if (may_ever(who, entry.act) && entry.href != "/start") view.may_open.push_back(entry);
    if (who.has(Role::administrator)) {
        auto reading = pages.services->database->read();
        const auto requests = requests_of_agency(reading, who.agency);
        view.requests_waiting =
            static_cast<int>(std::count_if(requests.begin(), requests.end(), [&](const auto& each) {
                return each.asked_by != who.user && each.user != who.user;
            }));
    }
    return staff_page(*pages.services, request,
                      {.title = "Start", .section = who.agency_name, .active = "/start"},
                      start_view(view));
}

http::Response show_account(const http::Request& request, const Pages& pages)
{
    const auto& who = actor(request);
    AccountView view;
    view.actor = &who;
    view.password_changed = request.query("changed") == "password";
    auto reading = pages.services->database->read(db::View::snapshot);
    view.email = find_user(reading, who.agency, who.user).value().email;
    for (const auto& team : teams_of_agency(reading, who.agency))
        if (who.is_in(team.id)) view.teams.push_back(team.name);
    for (const auto& absent : who.covers_for)
        view.covers_for.push_back(find_user(reading, who.agency, absent).value().name);
    view.sign_ins = sign_ins_of(reading, owner_of(who), pages.services->clock->now());
    view.recovery_codes = count_recovery_codes(reading, owner_of(who));
    return staff_page(*pages.services, request,
                      {.title = "Your account", .width = design::PageWidth::full},
                      account_view(view));
}

http::Response end_one(const http::Request& request, const Pages& pages)
{
    const auto other = request.path<SignInId>("sign_in");
    if (!other) return http::not_found();
    const bool ended = end_own_sign_in(*pages.services, owner_of(actor(request)), *other,
                                       visit_of(request, *pages.services));
    return ended ? http::redirect("/account") : http::not_found();
}

http::Response end_others(const http::Request& request, const Pages& pages)
{
    const auto& who = actor(request);
    end_own_other_sign_ins(*pages.services, owner_of(who), who.sign_in.id,
                           visit_of(request, *pages.services));
    return http::redirect("/account");
}

std::string own_email(const http::Request& request, const Pages& pages)
{
    auto reading = pages.services->database->read();
    return find_user(reading, actor(request).agency, actor(request).user).value().email;
}

ChoosePasswordView password_view(const http::Request& request, const Pages& pages)
{
    return {"/account/password",
            own_email(request, pages),
            false,
            actor(request).sign_in.form_token,
            {}};
}

http::Response show_password(const http::Request& request, const Pages& pages)
{
    return shown(request, pages, "Choose a password",
                 choose_password_view(password_view(request, pages)));
}

http::Response take_password(const http::Request& request, const Pages& pages)
{
    const auto changed =
        change_password(*pages.services, actor(request), request.form()["password"],
                        visit_of(request, *pages.services));
    if (changed) return http::redirect("/account?changed=password");
    if (changed.error().kind != ErrorKind::bad_input) return http::failure(changed.error());
    auto view = password_view(request, pages);
    view.errors = {changed.error()};
    return shown(request, pages, "Choose a password", choose_password_view(view), true);
}

http::Response renew_codes(const http::Request& request, const Pages& pages)
{
    const auto codes = renew_recovery_codes(*pages.services, owner_of(actor(request)),
                                            visit_of(request, *pages.services));
    return shown(request, pages, "Keep your recovery codes",
                 recovery_codes_view(codes, "/account"));
}

http::Response move_codes(const http::Request& request, const Pages& pages)
{
    auto begun = replace_own_factor(*pages.services, owner_of(actor(request)),
                                    visit_of(request, *pages.services));
    return with_sign_in("/sign-in/set-up-codes", std::move(begun));
}

http::Response show_prove(const http::Request& request, const Pages& pages)
{
    const ProveView view{actor(request).sign_in.form_token, std::string(request.query("next")), {}};
    return shown(request, pages, "Show again that it is you", prove_view(view));
}

http::Response take_prove(const http::Request& request, const Pages& pages)
{
    const auto& form = request.form();
    auto proved = prove_again(*pages.services, sign_in(request), form["password"], form["code"],
                              visit_of(request, *pages.services));
    const auto next = is_own_path(form["next"]) ? std::string(form["next"]) : "/account";
    if (proved) return with_sign_in(next, *std::move(proved));
    if (proved.error().kind != ErrorKind::bad_input) return http::failure(proved.error());
    const ProveView view{actor(request).sign_in.form_token, next, {proved.error()}};
    return shown(request, pages, "Show again that it is you", prove_view(view), true);
}

/// A script asks for it from the page that is open, and wants no other page.
http::Response stay(const http::Request& request, const Pages& pages)
{
    const auto& current = sign_in(request);
    const auto now = pages.services->clock->now();
    const auto limits = limits_for(actor(request).sign_in.ends_sooner);
    db::with_retry(*pages.services->database, "see sign-in", [&](db::Transaction& transaction) {
        see_sign_in(transaction, current, now,
                    ends_at(current.started_at, now, limits, current.ends_latest()));
    });
    if (request.header("Sec-Fetch-Dest") == "empty") return http::no_content();
    const auto page = request.form()[form_page_field_name];
    return http::redirect(is_own_path(page) ? page : "/account");
}

/// Signed in, whatever their role.
http::Policy signed_in(const Pages& pages, std::string name)
{
    return http::Policy::named(std::move(name), [&pages](const http::Request& request) {
        return pages.gate->asks_to_sign_in(request);
    });
}

} // namespace pages_account_detail

void add_account_pages(http::Router& router, const Pages& pages)
{
    using namespace pages_account_detail;
    using Shown = http::Response (*)(const http::Request&, const Pages&);
    const auto get = [&](std::string_view path, http::Policy policy, Shown show) {
        router.get(path, std::move(policy),
                   [&pages, show](const http::Request& request) { return show(request, pages); });
    };
    const auto post = [&](std::string_view path, const http::Policy& policy, Shown take,
                          forms::Asked asked = {}) {
        router.post(path, forms::taking(policy, std::move(asked)),
                    [&pages, take](const http::Request& request) { return take(request, pages); });
    };
    get("/start", signed_in(pages, "start.view"), show_start);
    get("/account", pages.guard->policy("account.view"), show_account);
    post("/account/sign-ins/{sign_in}/end", pages.guard->policy("account.end_sign_in"), end_one);
    post("/account/sign-ins/end-others", pages.guard->policy("account.end_sign_in"), end_others);
    get("/account/password", pages.guard->policy("account.change"), show_password);
    post("/account/password", pages.guard->policy("account.change"), take_password,
         {"email", "password"});
    post("/account/recovery-codes", pages.guard->policy("account.change"), renew_codes);
    post("/account/codes/replace", pages.guard->policy("account.change"), move_codes);
    get("/account/prove", signed_in(pages, "account.prove"), show_prove);
    post("/account/prove", signed_in(pages, "account.prove"), take_prove,
         {"password", "code", "next"});
    post("/account/stay", signed_in(pages, "account.stay"), stay);
}

} // namespace onroll::access
