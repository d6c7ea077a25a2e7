// Signing in by a passkey, and one's own passkeys and linked accounts.
#include "sign_on/pages.h"
#include "sign_on/views.h"
#include "sign_on/way_in.h"

#include "access/staff_page.h"
#include "access/store_users.h"
#include "forms/asked.h"
#include "kernel/one_line.h"
#include "platform/crypto/crypto.h"

#include <algorithm>

namespace onroll::sign_on {
namespace pages_passkeys_detail {

access::Owner owner_of(const http::Request& request)
{
    const auto& actor = access::actor(request);
    return {actor.agency, actor.user};
}

/// "onroll.example" of "https://onroll.example:8443".
std::string host_of(const std::string& site)
{
    const auto begin = site.find("://") + 3;
    return site.substr(begin, site.find(':', begin) - begin);
}

PasskeyQuestion asked(const http::Request& request, const Services& services,
                      const Question& question)
{
    const auto site = access::visit_of(request, *services.access).site;
    return {.challenge = question.challenge, .origin = site, .host = host_of(site)};
}

std::string bytes_in(const http::Request& request, std::string_view field)
{
    return crypto::from_base64url(request.form()[field]).value_or("");
}

Error cannot_use(const char* why)
{
    return {ErrorKind::not_allowed,
            "The passkey could not be used. Try again, or use your password and a code",
            why,
            {}};
}

http::Response show_sign_in(const http::Request& request, const Services& services)
{
    const Question question{.owner = {},
                            .provider = {},
                            .challenge = crypto::random_bytes(32),
                            .verifier = {},
                            .state = {},
                            .next = std::string(request.query("next"))};
    const auto site = access::visit_of(request, *services.access).site;
    const design::PageOptions options{.title = "Sign in with a passkey",
                                      .section = "Sign in",
                                      .back = "/sign-in",
                                      .keep_out_of_search = true};
    auto response = http::html(
        design::page(*services.access->site, options,
                     use_passkey_view({.challenge = crypto::to_base64url(question.challenge),
                                       .host = host_of(site)}))
            .str());
    response.cookies.push_back(cookie_for_question(
        sealed_question(*services.key, question, services.access->clock->now())));
    return response;
}

/// Whose passkey answered; its count has moved on.
Result<access::Owner> use(const http::Request& request, const Services& services,
                          const Question& question)
{
    auto transaction = services.access->database->begin("use passkey");
    const auto kept = find_passkey(transaction, bytes_in(request, "id"));
    if (!kept) return cannot_use("no such passkey");
    const auto moved_on =
        check_passkey(asked(request, services, question), kept->key,
                      {.client_data = bytes_in(request, "client_data"),
                       .authenticator_data = bytes_in(request, "authenticator_data"),
                       .signature = bytes_in(request, "signature")});
    if (!moved_on) return moved_on.error();
    if (!use_passkey(transaction, *kept, *moved_on, services.access->clock->now()))
        return cannot_use("used at the same time elsewhere");
    transaction.commit();
    return access::Owner{kept->agency, kept->user};
}

http::Response take_sign_in(const http::Request& request, const Services& services)
{
    if (auto refusal = services.gate->refuses_origin(request)) return *refusal;
    const auto question = question_of(request, services);
    if (!question || question->provider || question->owner)
        return could_not_sign_in(services, cannot_use("an answer that nobody asked for"));
    const auto owner = use(request, services, *question);
    if (!owner) return could_not_sign_in(services, owner.error());
    return signed_in(request, services, *owner, access::Proof::passkey, true, question->next);
}

http::Response ways_page(const http::Request& request, const Services& services,
                         const access::Errors& errors)
{
    const auto owner = owner_of(request);
    WaysView view{.actor = &access::actor(request), .errors = errors};
    {
        auto reading = services.access->database->read();
        view.passkeys = passkeys_of(reading, owner);
        view.providers = providers_of(reading, *services.key, owner.agency);
        view.joined = providers_joined_by(reading, owner);
    }
    return access::staff_page(*services.access, request,
                              {.title = "Ways to sign in",
                               .section = "Your account",
                               .back = "/account",
                               .has_errors = !errors.empty()},
                              ways_view(view), errors.empty() ? 200 : 400);
}

http::Response show_ways(const http::Request& request, const Services& services)
{
    return ways_page(request, services, {});
}

/// The answer to the form that asks for a new passkey: a page of its own, with a challenge.
http::Response ask_for_new(const http::Request& request, const Services& services)
{
    const auto name = one_line(request.form()["name"]);
    if (name.empty() || name.size() > 100)
        return ways_page(request, services,
                         {bad_input("Enter a name for the passkey, such as ‘Work phone’", "name")});
    const auto owner = owner_of(request);
    const Question question{.owner = owner,
                            .provider = {},
                            .challenge = crypto::random_bytes(32),
                            .verifier = {},
                            .state = {},
                            .next = {}};
    const auto site = access::visit_of(request, *services.access).site;
    MakePasskeyView view{.actor = &access::actor(request),
                         .name = name,
                         .challenge = crypto::to_base64url(question.challenge),
                         .host = host_of(site)};
    {
        auto reading = services.access->database->read();
        const auto user = access::find_user(reading, owner.agency, owner.user);
        view.account = user ? user->email : std::string();
        for (const auto& passkey : passkeys_of(reading, owner))
            view.known.push_back(crypto::to_base64url(passkey.key.id));
    }
    auto response = access::staff_page(
        *services.access, request,
        {.title = "Make a passkey", .section = "Your account", .back = "/account/ways"},
        make_passkey_view(view));
    response.cookies.push_back(cookie_for_question(
        sealed_question(*services.key, question, services.access->clock->now())));
    return response;
}

http::Response take_new(const http::Request& request, const Services& services)
{
    const auto owner = owner_of(request);
    const auto question = question_of(request, services);
    const auto name = one_line(request.form()["name"]);
    if (!question || question->owner != owner || question->provider || name.empty() ||
        name.size() > 100)
        return ways_page(request, services, {cannot_use("an answer that nobody asked for")});
    const auto made =
        check_new_passkey(asked(request, services, *question),
                          {.client_data = bytes_in(request, "client_data"),
                           .authenticator_data = bytes_in(request, "authenticator_data"),
                           .public_key = bytes_in(request, "public_key")});
    if (!made) return ways_page(request, services, {made.error()});
    auto transaction = services.access->database->begin("add passkey");
    const auto added = add_passkey(transaction, owner, name, *made, services.access->clock->now());
    if (!added) return ways_page(request, services, {added.error()});
    note_way(transaction, request, services, owner, "account.change", audit::Kind::changed);
    transaction.commit();
    return http::redirect("/account/ways");
}

http::Response take_away(const http::Request& request, const Services& services)
{
    const auto owner = owner_of(request);
    auto transaction = services.access->database->begin("take a way to sign in away");
    if (const auto provider = ProviderId::parse(request.form()["provider"]))
        drop_identity(transaction, owner, *provider);
    else
        drop_passkey(transaction, owner, bytes_in(request, "passkey"));
    note_way(transaction, request, services, owner, "account.change", audit::Kind::changed);
    transaction.commit();
    return http::redirect("/account/ways");
}

} // namespace pages_passkeys_detail

void add_passkey_pages(http::Router& router, const Services& services)
{
    using namespace pages_passkeys_detail;
    const auto page_of = [&](http::Response (*handler)(const http::Request&, const Services&)) {
        return [&services, handler](const http::Request& request) {
            return handler(request, services);
        };
    };
    const auto open = http::Policy::open_to_all();
    const auto& guard = *services.guard;
    router.get("/sign-in/passkey", open, page_of(show_sign_in));
    router.post("/sign-in/passkey",
                forms::taking(open, {"id", "client_data", "authenticator_data", "signature"}),
                page_of(take_sign_in));
    router.get("/account/ways", guard.policy("account.view"), page_of(show_ways));
    router.post("/account/ways/passkeys", forms::taking(guard.policy("account.change"), {"name"}),
                page_of(ask_for_new));
    router.post("/account/ways/passkeys/made",
                forms::taking(guard.policy("account.change"),
                              {"name", "client_data", "authenticator_data", "public_key"}),
                page_of(take_new));
    router.post("/account/ways/remove",
                forms::taking(guard.policy("account.change"), {"provider", "passkey"}),
                page_of(take_away));
}

} // namespace onroll::sign_on
