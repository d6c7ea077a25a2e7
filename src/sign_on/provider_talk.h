// What is said to a provider of single sign-on and back: where its pages are, the way to its
// sign-in, the exchange of a code for a token, its keys. OpenID Connect Discovery 1.0, RFC 6749
// section 4.1, RFC 7636 (PKCE); trust.md A-06, S-12.
#pragma once

#include "sign_on/types.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/http_client/http_client.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace onroll::sign_on {

/// Makes the client that asks one provider: only its hosts. Swapped in tests.
using MakeClient =
    std::function<std::unique_ptr<http_client::Client>(const std::vector<std::string>& hosts)>;

/// What of a question goes to the provider.
struct SentQuestion {
    std::string state;
    std::string nonce;
    std::string verifier;  ///< PKCE: only its hash goes with the question
    std::string return_to; ///< our address that the answer comes to
};

/// Keeps what providers published for an hour, so that a sign-in asks little, and for a minute that
/// one did not answer, so that what others send does not make us wait for it again and again. Safe
/// to share between threads; the clock outlives it.
class ProviderTalk {
public:
    ProviderTalk(MakeClient make_client, const Clock& clock);

    /// The address to send the browser to. unavailable where the provider does not answer, or says
    /// another issuer than was set.
    Result<std::string> way_to_sign_in(const Provider& provider, const SentQuestion& question);

    /// Exchanges the code of an answer, and checks the token. not_allowed where either is refused;
    /// unavailable where the provider does not answer.
    Result<TokenSubject> who_answered(const Provider& provider, const SentQuestion& question,
                                      const std::string& code);

    /// Checks what a provider tells of a sign-out. not_allowed where it is refused; unavailable
    /// where its keys cannot be had.
    Result<LogoutNotice> who_signed_out(const Provider& provider, const std::string& token);

private:
    struct Published {
        std::string sign_in_page;
        std::string token_page;
        std::string keys_page;
        std::string keys;
        Instant fetched_at{};
    };
    /// That a provider, as it was set then, could not be asked.
    struct Silence {
        std::string issuer;
        std::vector<std::string> hosts;
        Error why;
        Instant since{};
    };
    enum class Fetch { when_old, now };
    std::optional<Error> silence_of(const Provider& provider);
    Result<Published> published(const Provider& provider, Fetch fetch);
    Result<Published> fetched(const Provider& provider);
    std::unique_ptr<http_client::Client> client_for(const Provider& provider) const;

    MakeClient make_client_;
    const Clock& clock_;
    std::mutex turn_;
    std::map<ProviderId, Published> kept_;
    std::map<ProviderId, Silence> silent_;
};

} // namespace onroll::sign_on
