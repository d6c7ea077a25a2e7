#include "access/gate.h"

#include "access/cookies.h"
#include "access/sign_in.h"
#include "access/store_break_glass.h"
#include "access/store_keys.h"
#include "access/store_support.h"
#include "access/store_users.h"

#include "kernel/ensure.h"
#include "platform/db/agency_in_force.h"
#include "platform/db/reserve.h"
#include "platform/http/percent.h"
#include "platform/http/router.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace onroll::access {

namespace gate_detail {

constexpr std::chrono::seconds noted_every{60};

bool changes_something(const http::Request& request)
{
    return request.method() != http::Method::get && request.method() != http::Method::head &&
           request.method() != http::Method::options;
}

http::Response go_to(std::string_view page, std::string_view next)
{
    std::string address(page);
    if (is_own_path(next)) address += "?next=" + http::percent_encoded(next);
    return http::redirect(address);
}

const Error foreign_form{ErrorKind::not_allowed,
                         "This form did not come from the page that is open now. Go back, load the "
                         "page again, and send it again",
                         "form token or origin",
                         {}};

const Error support_ended{ErrorKind::not_allowed,
                          "The time that you were given has ended. The organisation’s "
                          "administrator can give it again",
                          "support access ended",
                          {}};

/// What follows "Bearer " in the header; empty where it says something else.
std::string_view bearer_of(const http::Request& request)
{
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.header("Authorization");
    return header.starts_with(scheme) ? header.substr(scheme.size()) : std::string_view();
}

http::Response no_key_that_works()
{
    auto response = http::problem(
        {.status = 401, .detail = "Send a key that works, as Authorization: Bearer KEY"});
    response.headers.set("WWW-Authenticate", "Bearer");
    return response;
}

/// The page to come back to once signed in: of a form, the one that shows it, which the form itself
/// names. Where it was not read, only its address tells.
std::string page_to_come_back_to(const http::Request& request)
{
    if (!changes_something(request)) return own_address(request);
    const auto named = request.form()[form_page_field_name];
    const auto* above = request.attached<http::PageAbove>();
    return named.empty() && above ? above->path : std::string(named);
}

/// The host and port of "https://host:port"; empty where it is no such thing.
std::string_view authority_of(std::string_view origin)
{
    const auto scheme = origin.find("://");
    return scheme == std::string_view::npos ? std::string_view() : origin.substr(scheme + 3);
}

} // namespace gate_detail

using namespace gate_detail;

bool is_from_own_page(const http::Request& request)
{
    const auto site = request.header("Sec-Fetch-Site");
    if (!site.empty()) return site == "same-origin" || site == "none";
    // Our pages send no referrer, so browsers say null where they say no more.
    const auto origin = request.headers().find("Origin");
    return !origin || *origin == "null" || authority_of(*origin) == request.header("Host");
}

std::string own_address(const http::Request& request)
{
    std::string address;
    for (const auto& segment : request.path_segments())
        address += "/" + http::percent_encoded(segment);
    if (address.empty()) address = "/";
    char between = '?';
    for (const auto& field : request.query()) {
        address +=
            between + http::percent_encoded(field.name) + "=" + http::percent_encoded(field.value);
        between = '&';
    }
    return address;
}

std::optional<http::Response> Gate::asks_to_sign_in(const http::Request& request) const
{
    auto sign_in = found(request);
    const auto now = services_.clock->now();
    if (!sign_in || sign_in->disabled) return way_to_sign_in(request);
    if (sign_in->ends_at <= now) {
        if (changes_something(request) && keep_draft_ && sign_in->stage == Stage::full &&
            !refuses_form(request, *sign_in))
            keep_draft_(request, sign_in->owner.agency, sign_in->owner.user);
        return way_to_sign_in(request);
    }
    if (sign_in->stage == Stage::password) return http::redirect("/sign-in/code");
    if (sign_in->stage == Stage::enrol) return http::redirect("/sign-in/set-up-codes");
    if (changes_something(request))
        if (auto refusal = refuses_form(request, *sign_in)) return refusal;
    let_in(request, *std::move(sign_in));
    return refuses_support(request);
}

std::optional<http::Response> Gate::turns_away(const http::Request& request) const
{
    const auto sign_in = found(request);
    if (!sign_in || sign_in->disabled) return way_to_sign_in(request);
    return refuses_origin(request);
}

/// Whoever was let in to help is out with the minute that they were given.
std::optional<http::Response> Gate::refuses_support(const http::Request& request) const
{
    const auto& who = actor(request);
    if (!who.has(Role::support)) return std::nullopt;
    {
        auto reading = services_.database->read();
        if (support_runs(reading, who.agency, who.user, services_.clock->now()))
            return std::nullopt;
    }
    sign_out(services_, sign_in(request), visit_of(request, services_));
    return http::failure(support_ended);
}

std::optional<http::Response> Gate::asks_for_stage(const http::Request& request, Stage stage) const
{
    auto sign_in = found(request);
    if (!sign_in || sign_in->disabled || sign_in->ends_at <= services_.clock->now())
        return http::redirect("/sign-in");
    if (sign_in->stage != stage)
        return sign_in->stage == Stage::full    ? http::redirect("/account")
               : sign_in->stage == Stage::enrol ? http::redirect("/sign-in/set-up-codes")
                                                : http::redirect("/sign-in/code");
    if (changes_something(request))
        if (auto refusal = refuses_form(request, *sign_in)) return refusal;
    request.attach(std::make_shared<const SignIn>(*std::move(sign_in)));
    return std::nullopt;
}

std::optional<http::Response> Gate::asks_for_fresh_proof(const http::Request& request,
                                                         std::string_view next) const
{
    if (actor(request).sign_in.fresh) return std::nullopt;
    const auto back = !next.empty() ? std::string(next)
                      : changes_something(request)
                          ? std::string(request.form()[form_page_field_name])
                          : own_address(request);
    return go_to("/account/prove", back);
}

void Gate::leave_earlier_sign_in(const http::Request& request, http::Response& response) const
{
    const auto earlier = found(request);
    if (!earlier || earlier->stage != Stage::full) return;
    sign_out(services_, *earlier, visit_of(request, services_));
    response.headers.set("Clear-Site-Data", "\"cache\"");
}

std::optional<http::Response> Gate::refuses_origin(const http::Request& request) const
{
    if (is_from_own_page(request)) return std::nullopt;
    return http::failure(foreign_form);
}

std::optional<http::Response> Gate::asks_for_key(const http::Request& request) const
{
    const auto secret = bearer_of(request);
    if (secret.empty() || secret.size() > 100) return no_key_that_works();
    std::optional<FoundKey> found;
    {
        auto reading = services_.database->read();
        found = find_api_key(reading, secret);
    }
    if (!found) return no_key_that_works();
    const auto now = services_.clock->now();
    const auto in_place_of_a_sign_in = SignInId::parse(found->key.id.text());
    request.attach(std::make_shared<const Actor>(
        Actor{.user = found->actor,
              .agency = found->agency.id,
              .agency_kind = found->agency.kind,
              .name = found->key.name,
              .agency_name = found->agency.name,
              .roles = {},
              .teams = {},
              .covers_for = {},
              .sign_in = {.id = *in_place_of_a_sign_in, .proof = Proof::api_key},
              .key = found->key.scope}));
    if (!works(found->key, services_.clock->today())) return no_key_that_works();
    if (!found->key.last_used_at || now - *found->key.last_used_at >= noted_every)
        db::with_retry(*services_.database, "see key", [&](db::Transaction& transaction) {
            see_api_key(transaction, *found, now);
        });
    return std::nullopt;
}

std::optional<SignIn> Gate::found(const http::Request& request) const
{
    const auto token = request.cookie(sign_in_cookie);
    if (token.empty() || token.size() > 100) return std::nullopt;
    auto reading = services_.database->read();
    return find_sign_in(reading, token);
}

http::Response Gate::way_to_sign_in(const http::Request& request) const
{
    if (request.is_for_program())
        return http::problem({.status = 401, .detail = "Sign in, or send a key for programs"});
    {
        auto reading = services_.database->read();
        if (count_agencies(reading) == 0) return http::redirect("/set-up");
    }
    return go_to("/sign-in", page_to_come_back_to(request));
}

std::optional<http::Response> Gate::refuses_form(const http::Request& request,
                                                 const SignIn& sign_in) const
{
    const auto sent = request.form()[form_token_field_name];
    if (is_from_own_page(request) && crypto::same_secret(sent, sign_in.form_token))
        return std::nullopt;
    return http::failure(foreign_form);
}

void Gate::let_in(const http::Request& request, SignIn sign_in) const
{
    const auto now = services_.clock->now();
    const db::WorkFor own(sign_in.owner.agency.text());
    Actor actor{sign_in.owner.user,
                sign_in.owner.agency,
                sign_in.agency_kind,
                sign_in.user_name,
                sign_in.agency_name,
                {},
                {},
                {},
                {sign_in.id, sign_in.proof, false, {}}};
    {
        auto reading = services_.database->read();
        auto rights = rights_of(reading, actor.agency, actor.user, services_.clock->today());
        actor.roles = std::move(rights.roles);
        actor.teams = std::move(rights.teams);
        actor.covers_for = std::move(rights.covers_for);
        actor.sign_in.ends_sooner = actor.has(Role::administrator) ||
                                    actor.has(Role::system_administrator) ||
                                    (actor.agency_kind == AgencyKind::council &&
                                     has_open_glass(reading, actor.agency, actor.user, now));
    }
    const auto limits = limits_for(actor.sign_in.ends_sooner);
    actor.sign_in.fresh = is_fresh(sign_in.proved_at, now, limits);
    actor.sign_in.form_token = sign_in.form_token;
    const auto ends_now = ends_at(sign_in.started_at, now, limits, sign_in.ends_latest());
    if (now - sign_in.seen_at >= noted_every || ends_now < sign_in.ends_at) {
        sign_in.seen_at = now;
        sign_in.ends_at = ends_now;
        const db::UrgentWork urgent; // reading goes on when the disk is full
        db::with_retry(*services_.database, "see sign-in", [&](db::Transaction& transaction) {
            see_sign_in(transaction, sign_in, sign_in.seen_at, sign_in.ends_at);
        });
    }
    request.attach(std::make_shared<const Actor>(std::move(actor)));
    request.attach(std::make_shared<const SignIn>(std::move(sign_in)));
}

const Actor* actor_or_none(const http::Request& request)
{
    return request.attached<Actor>();
}

const Actor& actor(const http::Request& request)
{
    const auto* found = actor_or_none(request);
    ensure(found != nullptr, "a page that asks who acts lies behind a gate");
    return *found;
}

const SignIn& sign_in(const http::Request& request)
{
    const auto* found = request.attached<SignIn>();
    ensure(found != nullptr, "a page that asks for the sign-in lies behind a gate");
    return *found;
}

design::Html form_token_field(std::string_view form_token)
{
    return design::void_element(
        "input", {{"type", "hidden"}, {"name", form_token_field_name}, {"value", form_token}});
}

design::Html form_token_field(const Actor& actor)
{
    return form_token_field(actor.sign_in.form_token);
}

} // namespace onroll::access
