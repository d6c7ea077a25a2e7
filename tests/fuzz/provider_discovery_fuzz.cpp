// What a provider of single sign-on publishes of itself: whatever it says, a browser is sent to a
// page of its own hosts alone, over TLS, with the question once; and only what may be asked is.
#include "platform/clock/clock.h"
#include "platform/crypto/new_id.h"
#include "sign_on/provider_talk.h"

#include "target.h"

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace provider_discovery_fuzz {

using namespace onroll;

/// Says the same of every page, and notes nothing.
struct Says final : http_client::Client {
    explicit Says(std::string_view all) : body(all) {}

    Result<http_client::Answer> get(const std::string&) override
    {
        return http_client::Answer{200, std::string(body)};
    }
    Result<http_client::Answer> post(const std::string&, const http_client::FormFields&,
                                     const std::string&, const std::string&) override
    {
        return http_client::Answer{200, std::string(body)};
    }
    std::string_view body;
};

} // namespace provider_discovery_fuzz

FUZZ_TARGET(provider_discovery)
{
    using namespace provider_discovery_fuzz;
    const std::string_view said(reinterpret_cast<const char*>(bytes), size);
    const FixedClock clock{date(2026, 11, 25)};
    const sign_on::Provider provider{.id = crypto::new_id<sign_on::ProviderId>(),
                                     .agency = crypto::new_id<access::AgencyId>(),
                                     .name = "Invented sign-in",
                                     .issuer = "https://login.example/t",
                                     .client_id = "onroll",
                                     .client_secret = "secret",
                                     .hosts = {},
                                     .organisations = {},
                                     .second_factors = {}};
    const sign_on::SentQuestion question{.state = "state-1",
                                         .nonce = "nonce-1",
                                         .verifier = "verifier-1",
                                         .return_to = "https://onroll.example/sign-in/back"};
    sign_on::ProviderTalk talk(
        [said](const std::vector<std::string>&) { return std::make_unique<Says>(said); }, clock);
    const auto way = talk.way_to_sign_in(provider, question);
    if (way) {
        if (!http_client::may_be_asked(*way, {.hosts = {"login.example"}})) std::abort();
        if (way->find_first_of("\r\n#") != std::string::npos) std::abort();
        const auto asked = way->find("response_type=code&client_id=onroll&redirect_uri=https%3A");
        if (asked == std::string::npos) std::abort();
    }
    // The same bytes are the keys and the token's answer: no key of the provider's signed them.
    if (talk.who_answered(provider, question, "code-1")) std::abort();
    if (talk.who_signed_out(provider, std::string(said))) std::abort();
    return 0;
}
