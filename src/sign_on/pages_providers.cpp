// Signing in by an organisation's own sign-in: there, and back.
#include "sign_on/pages.h"
#include "sign_on/views.h"
#include "sign_on/way_in.h"

#include "forms/asked.h"
#include "platform/crypto/crypto.h"
#include "platform/db/agency_in_force.h"
#include "platform/http/percent.h"
#include "platform/log/log.h"

namespace onroll::sign_on {
namespace pages_providers_detail {

SentQuestion sent(const Question& question, const http::Request& request, const Services& services)
{
    return {.state = question.state,
            .nonce = crypto::to_base64url(question.challenge),
            .verifier = question.verifier,
            .return_to = access::visit_of(request, *services.access).site + "/sign-in/back"};
}

/// Sends the browser to the provider. `owner` is who wants to link it, where somebody is signed in.
http::Response go_there(const http::Request& request, const Services& services,
                        const std::optional<access::Owner>& owner, std::string next)
{
    const auto id = request.path<ProviderId>("provider");
    if (!id) return http::not_found();
    const auto provider = [&] {
        auto reading = services.access->database->read();
        return find_provider(reading, *services.key, *id);
    }();
    if (!provider || (owner && owner->agency != provider->agency)) return http::not_found();
    const Question question{.owner = owner,
                            .provider = *id,
                            .challenge = crypto::random_bytes(32),
                            .verifier = crypto::random_token(),
                            .state = crypto::random_token(),
                            .next = std::move(next)};
    const auto way = services.talk->way_to_sign_in(*provider, sent(question, request, services));
    if (!way) return could_not_sign_in(services, way.error());
    http::Response response;
    response.status = 303;
    response.headers.set("Location", *way);
    response.cookies.push_back(cookie_for_question(
        sealed_question(*services.key, question, services.access->clock->now())));
    return response;
}

http::Response sign_in_there(const http::Request& request, const Services& services)
{
    return go_there(request, services, std::nullopt, std::string(request.query("next")));
}

http::Response link_there(const http::Request& request, const Services& services)
{
    const auto& actor = access::actor(request);
    return go_there(request, services, access::Owner{actor.agency, actor.user}, "/account/ways");
}

http::Response link_account(const http::Request& request, const Services& services,
                            const Question& question, const TokenSubject& subject)
{
    auto transaction = services.access->database->begin("link account");
    const auto joined = join_identity(transaction, *question.owner, *question.provider, subject,
                                      services.access->clock->now());
    if (!joined) return could_not_sign_in(services, joined.error());
    note_way(transaction, request, services, *question.owner, "account.change",
             audit::Kind::changed);
    transaction.commit();
    return lead_on(services, "/account/ways");
}

Error nobody_asked(const char* why)
{
    return {ErrorKind::not_allowed,
            "Your organisation’s sign-in could not be accepted. Try again, or ask your "
            "administrator",
            why,
            {}};
}

/// The account as the sign-in keeps it: hashed, for a sign-out there to find it again.
std::string hashed(const Provider& provider, std::string_view kind, std::string_view name)
{
    if (name.empty()) return {};
    return access::hash_of_token(std::string(kind) + " " + provider.issuer + " " +
                                 std::string(name));
}

access::AccountElsewhere account_of(const Provider& provider, const TokenSubject& who, Instant now)
{
    access::AccountElsewhere elsewhere{hashed(provider, "account", who.subject),
                                       hashed(provider, "session", who.session)};
    if (!provider.tells_of_sign_out)
        elsewhere.ends_latest = now + std::chrono::hours(provider.longest_hours);
    return elsewhere;
}

/// Said by a program to a program: nothing but whether it was taken (OpenID Connect Back-Channel
/// Logout 1.0, section 2.8).
http::Response told(int status)
{
    auto response = http::text(status == 200 ? "Signed out\n" : "Not accepted\n", status);
    response.caching = http::Caching::no_store;
    return response;
}

/// A provider tells that somebody signed out there: their sign-ins by it end here. Nobody is signed
/// in with this request; the token's signature is all that counts.
http::Response sign_out_there(const http::Request& request, const Services& services)
{
    const auto id = request.path<ProviderId>("provider");
    if (!id) return http::not_found();
    const auto provider = [&] {
        auto reading = services.access->database->read();
        return find_provider(reading, *services.key, *id);
    }();
    if (!provider || !provider->tells_of_sign_out) return http::not_found();
    const auto notice =
        services.talk->who_signed_out(*provider, std::string(request.form()["logout_token"]));
    if (!notice) {
        log::warning("a notice of a sign-out was refused",
                     {{"why", log::safe(notice.error().detail)}});
        return told(notice.error().kind == ErrorKind::unavailable ? 503 : 400);
    }
    const db::WorkFor its(provider->agency.text());
    const auto now = services.access->clock->now();
    const auto taken = db::with_retry(
        *services.access->database, "sign out there", [&](db::Transaction& transaction) {
            if (!take_notice(transaction, *provider, notice->token_id, now)) return false;
            for (const auto& user : access::end_sign_ins_by(
                     transaction, provider->agency, hashed(*provider, "account", notice->subject),
                     hashed(*provider, "session", notice->session)))
                note_way(transaction, request, services, {provider->agency, user},
                         "account.end_sign_in", audit::Kind::changed);
            return true;
        });
    return told(taken ? 200 : 400);
}

/// An answer is taken only in the browser that asked, with the state that was sent, once.
http::Response come_back(const http::Request& request, const Services& services)
{
    const auto question = question_of(request, services);
    if (!question || !question->provider)
        return could_not_sign_in(services, nobody_asked("an answer that nobody asked for"));
    if (!crypto::same_secret(request.query("state"), question->state))
        return could_not_sign_in(services, nobody_asked("an answer to another state"));
    const std::string code(request.query("code"));
    if (code.empty() || code.size() > 4096)
        return could_not_sign_in(services, nobody_asked("no code"));
    const auto provider = [&] {
        auto reading = services.access->database->read();
        return find_provider(reading, *services.key, *question->provider);
    }();
    if (!provider) return http::not_found();
    const auto who =
        services.talk->who_answered(*provider, sent(*question, request, services), code);
    if (!who) return could_not_sign_in(services, who.error());
    if (question->owner) return link_account(request, services, *question, *who);
    const auto user = [&] {
        auto reading = services.access->database->read();
        return user_with(reading, provider->agency, *who);
    }();
    if (!user)
        return could_not_sign_in(services, {ErrorKind::not_allowed,
                                            std::string(not_linked_words),
                                            "nobody is linked to that account",
                                            {}});
    return signed_in(request, services, {provider->agency, *user}, access::Proof::single_sign_on,
                     who->second_factor, question->next,
                     account_of(*provider, *who, services.access->clock->now()));
}

} // namespace pages_providers_detail

void add_provider_pages(http::Router& router, const Services& services)
{
    using namespace pages_providers_detail;
    const auto open = http::Policy::open_to_all();
    router.get("/sign-in/with/{provider}", open, [&services](const http::Request& request) {
        return sign_in_there(request, services);
    });
    router.get("/sign-in/back", open,
               [&services](const http::Request& request) { return come_back(request, services); });
    router.post(
        "/sign-in/back-channel/{provider}", forms::taking(open, {"logout_token"}),
        [&services](const http::Request& request) { return sign_out_there(request, services); });
    router.get("/account/ways/with/{provider}", services.guard->policy("account.change"),
               [&services](const http::Request& request) { return link_there(request, services); });
}

design::Html other_ways(const Services& services, std::string_view next)
{
    auto reading = services.access->database->read();
    return other_ways_view(all_providers(reading, *services.key), http::percent_encoded(next));
}

} // namespace onroll::sign_on
