#include "sign_on/way_in.h"

#include "sign_on/views.h"

#include "access/cookies.h"
#include "access/rules_sign_in.h"
#include "access/sign_in.h"
#include "access/store_users.h"
#include "audit/store.h"
#include "platform/log/log.h"

#include <utility>

namespace onroll::sign_on {
namespace way_in_detail {

constexpr std::string_view question_cookie = "__Host-onroll-question";

/// Anything but a path of our own leads to the start page.
std::string own_path(std::string_view next)
{
    return access::is_own_path(next) ? std::string(next) : "/start";
}

} // namespace way_in_detail
using namespace way_in_detail;

http::Cookie cookie_for_question(std::string sealed)
{
    return {
        .name = std::string(question_cookie), .value = std::move(sealed), .max_age_seconds = 600};
}

std::optional<Question> question_of(const http::Request& request, const Services& services)
{
    auto transaction = services.access->database->begin("take question");
    auto question = take_question(transaction, *services.key, request.cookie(question_cookie),
                                  services.access->clock->now());
    transaction.commit();
    return question;
}

http::Response could_not_sign_in(const Services& services, const Error& why)
{
    log::warning("another way to sign in failed", {{"why", log::safe(why.detail)}});
    const design::PageOptions options{
        .title = "You are not signed in", .section = "Sign in", .keep_out_of_search = true};
    return http::html(
        design::page(*services.access->site, options, could_not_sign_in_view(why.message)).str(),
        http::status_of(why.kind));
}

http::Response signed_in(const http::Request& request, const Services& services,
                         const access::Owner& owner, access::Proof proof, bool full,
                         std::string_view next,
                         const std::optional<access::AccountElsewhere>& elsewhere)
{
    const auto& about = *services.access;
    const auto now = about.clock->now();
    const auto visit = access::visit_of(request, about);
    auto transaction = about.database->begin("sign in another way");
    const auto user = access::find_user(transaction, owner.agency, owner.user);
    if (!user || user->state != access::UserState::active)
        return could_not_sign_in(services, {ErrorKind::not_allowed,
                                            std::string(not_linked_words),
                                            "the account is not active",
                                            {}});
    const auto whose = access::sign_in_of(user->roles);
    const auto limits = access::limits_for(whose == access::SignInOf::administrator);
    // Whoever has no code yet, or lost it, sets one up, as after the password.
    const auto stage =
        full ? access::Stage::full : access::stage_after_one_factor(transaction, about, owner);
    auto token = access::start_sign_in(
        transaction,
        {.owner = owner,
         .stage = stage,
         .proof = proof,
         .browser = visit.browser,
         .ends_at = full ? access::ends_at(now, now, limits,
                                           elsewhere ? elsewhere->ends_latest : std::nullopt)
                         : now + limits.unfinished,
         .elsewhere = elsewhere},
        now);
    audit::note(
        transaction,
        access::account_deed(visit, owner, "account.sign_in", audit::Kind::signed_in, owner.user),
        now);
    transaction.commit();
    auto response = lead_on(services, full                            ? own_path(next)
                                      : stage == access::Stage::enrol ? "/sign-in/set-up-codes"
                                                                      : "/sign-in/code");
    response.cookies.push_back(access::cookie_for_sign_in(std::move(token), whose));
    services.gate->leave_earlier_sign_in(request, response);
    return response;
}

http::Response lead_on(const Services& services, const std::string& path)
{
    const design::PageOptions options{
        .title = "You are signed in", .section = "Sign in", .keep_out_of_search = true};
    auto response =
        http::html(design::page(*services.access->site, options, signed_in_view(path)).str());
    response.headers.set("Refresh", "0; url=" + path);
    return response;
}

void note_way(db::Transaction& transaction, const http::Request& request, const Services& services,
              const access::Owner& owner, std::string_view act, audit::Kind kind)
{
    audit::note(transaction,
                access::account_deed(access::visit_of(request, *services.access), owner, act, kind,
                                     owner.user),
                services.access->clock->now());
}

} // namespace onroll::sign_on
