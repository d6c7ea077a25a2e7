// Keys of programs: /staff/keys.
#include "access/keys.h"
#include "access/pages.h"
#include "access/store_users.h"
#include "access/views_keys.h"

#include "forms/asked.h"
#include "forms/form_start.h"
#include "forms/store.h"

#include <algorithm>

namespace onroll::access {

namespace pages_keys_detail {

http::Response shown(const http::Request& request, const Pages& pages, std::string title,
                     const design::Html& content, bool has_errors = false,
                     std::string back = "/staff/keys")
{
    return staff_page(*pages.services, request,
                      {.title = std::move(title),
                       .section = "Staff",
                       .active = "/staff",
                       .back = std::move(back),
                       .has_errors = has_errors,
                       .width = design::PageWidth::full},
                      content, has_errors ? 400 : 200);
}

http::Response show_keys(const http::Request& request, const Pages& pages)
{
    const auto& who = actor(request);
    KeysView view{.actor = &who, .today = pages.services->clock->today()};
    if (request.query("done") == "made") view.said = "The key is made";
    if (request.query("done") == "revoked") view.said = "The key is revoked";
    auto reading = pages.services->database->read(db::View::snapshot);
    view.keys = api_keys_of_agency(reading, who.agency);
    for (const auto& user : users_of_agency(reading, who.agency))
        view.names.emplace(user.id, user.name);
    return shown(request, pages, "Keys for programs", keys_view(view), false, "/staff");
}

http::Response show_new(const http::Request& request, const Pages& pages, NewKeyView view)
{
    view.actor = &actor(request);
    view.start =
        forms::start({.page = "/staff/keys/new", .form_token = view.actor->sign_in.form_token});
    const bool wrong = !view.errors.empty();
    return shown(request, pages, "Make a key", new_key_view(view), wrong);
}

http::Response take_new(const http::Request& request, const Pages& pages)
{
    const auto& form = request.form();
    const auto& who = actor(request);
    const auto& services = *pages.services;
    const auto asked =
        key_asked_for(who, form["name"], form["scope"], form["days"], services.clock->today());
    NewKeyView again{.name = std::string(form["name"]),
                     .scope = std::string(form["scope"]),
                     .days = std::string(form["days"])};
    if (!asked) {
        again.errors = wrong_with_key(who, form["name"], form["scope"], form["days"]);
        return show_new(request, pages, std::move(again));
    }
    // Shown in the answer to the form that made it; the same form sent twice makes one key.
    std::string secret;
    const auto made = forms::save_once(
        *services.database, "make key", {who.agency.text(), who.user.text()}, form,
        services.clock->now(), [&](db::Transaction& transaction) -> Result<std::string> {
            secret = make_key(transaction, who, *asked, visit_of(request, services),
                              services.clock->now());
            return std::string("/staff/keys?done=made");
        });
    if (!made) return http::failure(made.error());
    if (secret.empty()) return http::redirect(*made);
    return shown(request, pages, "Keep the key", key_made_view(*asked, secret));
}

http::Response show_revoke(const http::Request& request, const Pages& pages)
{
    const auto id = request.path<ApiKeyId>("key");
    if (!id) return http::not_found();
    std::vector<ApiKey> keys;
    {
        auto reading = pages.services->database->read();
        keys = api_keys_of_agency(reading, actor(request).agency);
    }
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&](const ApiKey& each) { return each.id == *id; });
    if (found == keys.end()) return http::not_found();
    return shown(request, pages, "Revoke the key", revoke_key_view(actor(request), *found));
}

http::Response take_revoke(const http::Request& request, const Pages& pages)
{
    const auto id = request.path<ApiKeyId>("key");
    if (!id) return http::not_found();
    const auto done =
        revoke_key(*pages.services, actor(request), *id, visit_of(request, *pages.services));
    return done ? http::redirect("/staff/keys?done=revoked") : http::failure(done.error());
}

} // namespace pages_keys_detail

void add_key_pages(http::Router& router, const Pages& pages)
{
    using namespace pages_keys_detail;
    const auto& guard = *pages.guard;
    router.get("/staff/keys", guard.policy("api_keys.view"),
               [&pages](const http::Request& request) { return show_keys(request, pages); });
    router.get("/staff/keys/new", guard.policy("api_keys.change"),
               [&pages](const http::Request& request) { return show_new(request, pages, {}); });
    router.post("/staff/keys/new",
                forms::taking(guard.policy("api_keys.change"), {"name", "scope", "days"}),
                [&pages](const http::Request& request) { return take_new(request, pages); });
    router.get("/staff/keys/{key}", guard.policy("api_keys.view"),
               [&pages](const http::Request& request) { return show_revoke(request, pages); });
    router.post("/staff/keys/{key}/revoke",
                forms::taking(guard.policy("api_keys.change"), forms::Asked{}),
                [&pages](const http::Request& request) { return take_revoke(request, pages); });
}

} // namespace onroll::access
