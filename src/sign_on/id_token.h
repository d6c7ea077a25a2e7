// Whether an ID token of a single sign-on provider says what it must, about our own question, now.
// Pure but for the arithmetic of signatures, which is cjose's. OpenID Connect Core 1.0, sections 2
// and 3.1.3.7; RFC 7515; trust.md A-06.
#pragma once

#include "kernel/result.h"
#include "platform/clock/clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::sign_on {

/// What the token must be about: one provider as an agency has set it, and one question of ours.
struct TokenQuestion {
    std::string issuer;    ///< exactly as the provider writes it
    std::string client_id; ///< ours
    std::string nonce;     ///< sent with the question, and nowhere else
    /// Where the provider serves many organisations: the organisations let in, as `tid` (Entra ID)
    /// or `hd` (Google) names them. Empty where the issuer serves one alone.
    std::vector<std::string> organisations;
    /// Words of `amr` or `acr` of which one must be there: that a second factor was used. Empty: we
    /// ask for our own second factor afterwards.
    std::vector<std::string> second_factors;
};

/// Who it was. Never an email address: those change hands.
struct TokenSubject {
    std::string issuer;
    std::string subject;
    bool second_factor = false; ///< the provider says that one was used
    std::string session{};      ///< as the provider names its own, where it does
    bool operator==(const TokenSubject&) const = default;
};

/// Checks form, algorithm, signature, issuer, audience, time, nonce, organisation and factor, in
/// this order. `keys` is the provider's JSON Web Key Set. not_allowed, with the same words for the
/// person each time and the reason in `detail`.
Result<TokenSubject> check_id_token(std::string_view token, std::string_view keys,
                                    const TokenQuestion& question, Instant now);

/// Who signed out there, as the provider tells us by itself: all of somebody's sessions, or one.
struct LogoutNotice {
    std::string subject;  ///< empty where it names a session alone
    std::string session;  ///< empty where it names a person alone
    std::string token_id; ///< counts once
    bool operator==(const LogoutNotice&) const = default;
};

/// Checks a logout token: form, algorithm, signature, issuer, audience, time, that it is a logout
/// and of somebody, and that it is no answer to a question. Of the question, issuer and client ID
/// count. not_allowed, with the reason in `detail`. OpenID Connect Back-Channel Logout 1.0,
/// sections 2.4 and 2.6.
Result<LogoutNotice> check_logout_token(std::string_view token, std::string_view keys,
                                        const TokenQuestion& question, Instant now);

/// Whether the token names a key that the set does not hold: the provider may have changed its keys
/// since they were fetched.
bool names_an_unknown_key(std::string_view token, std::string_view keys);

} // namespace onroll::sign_on
