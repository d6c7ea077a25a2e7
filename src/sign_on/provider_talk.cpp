#include "sign_on/provider_talk.h"

#include "platform/crypto/crypto.h"
#include "platform/http/percent.h"
#include "platform/json/json.h"

#include <algorithm>
#include <utility>

namespace onroll::sign_on {
namespace provider_talk_detail {

constexpr std::chrono::hours kept_for{1};
/// A token with an unknown key makes us look again, but not for each of many such tokens.
constexpr std::chrono::minutes not_again_for{1};
/// Notices of sign-outs come from anybody: a provider that is down is not asked for each of them.
constexpr std::chrono::minutes silent_for{1};

Error does_not_answer(const char* why)
{
    return {ErrorKind::unavailable,
            "Your organisation’s sign-in does not answer. Try again in a few minutes, or use your "
            "password and a code",
            why,
            {}};
}

Error not_accepted(const char* why)
{
    return {ErrorKind::not_allowed,
            "Your organisation’s sign-in could not be accepted. Try again, or ask your "
            "administrator",
            why,
            {}};
}

/// "login.example" of "https://login.example:8443/tenant".
std::string host_of(std::string_view url)
{
    const auto after_scheme = url.find("://");
    auto rest = after_scheme == std::string_view::npos ? url : url.substr(after_scheme + 3);
    rest = rest.substr(0, rest.find_first_of("/?#"));
    std::string host(rest.substr(0, rest.find(':')));
    std::transform(host.begin(), host.end(), host.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return host;
}

/// Whether a browser may be sent there with a question after it: a page of a named host, over TLS
/// but for a provider on this machine, with nobody's name in it and no part that stays unsent.
bool may_be_gone_to(const std::string& page, std::vector<std::string> hosts)
{
    const bool plain = std::all_of(page.begin(), page.end(), [](char c) {
        return c > ' ' && c <= '~' && c != '#' && c != '\\';
    });
    const bool here = std::all_of(hosts.begin(), hosts.end(),
                                  [](const std::string& host) { return host == "localhost"; });
    return plain &&
           http_client::may_be_asked(page, {.hosts = std::move(hosts), .inside_addresses = here});
}

std::string query_of(const std::vector<std::pair<std::string, std::string>>& fields)
{
    std::string query;
    for (const auto& [name, value] : fields)
        query += (query.empty() ? "" : "&") + name + "=" + http::percent_encoded(value);
    return query;
}

} // namespace provider_talk_detail
using namespace provider_talk_detail;

ProviderTalk::ProviderTalk(MakeClient make_client, const Clock& clock)
    : make_client_(std::move(make_client)), clock_(clock)
{
}

std::unique_ptr<http_client::Client> ProviderTalk::client_for(const Provider& provider) const
{
    auto hosts = provider.hosts;
    hosts.push_back(host_of(provider.issuer));
    return make_client_(hosts);
}

Result<ProviderTalk::Published> ProviderTalk::fetched(const Provider& provider)
{
    const auto client = client_for(provider);
    auto base = provider.issuer;
    while (base.ends_with('/')) base.pop_back();
    const auto answer = client->get(base + "/.well-known/openid-configuration");
    if (!answer) return does_not_answer(answer.error().detail.c_str());
    const auto said = json::parse(answer->body);
    if (answer->status != 200 || !said || !said->is_object())
        return does_not_answer("its configuration cannot be read");
    if (json::text(*said, "issuer").value_or("") != provider.issuer)
        return does_not_answer("its configuration names another issuer");
    Published published{.sign_in_page = json::text(*said, "authorization_endpoint").value_or(""),
                        .token_page = json::text(*said, "token_endpoint").value_or(""),
                        .keys_page = json::text(*said, "jwks_uri").value_or(""),
                        .keys = {},
                        .fetched_at = clock_.now()};
    const auto keys = client->get(published.keys_page);
    if (!keys || keys->status != 200) return does_not_answer("its keys cannot be read");
    published.keys = keys->body;
    return published;
}

std::optional<Error> ProviderTalk::silence_of(const Provider& provider)
{
    const std::lock_guard only(turn_);
    const auto found = silent_.find(provider.id);
    if (found == silent_.end()) return std::nullopt;
    const auto& silence = found->second;
    // What an administrator has corrected is tried at once.
    const bool as_it_was = silence.issuer == provider.issuer && silence.hosts == provider.hosts;
    if (!as_it_was || clock_.now() - silence.since >= silent_for) return std::nullopt;
    return silence.why;
}

Result<ProviderTalk::Published> ProviderTalk::published(const Provider& provider, Fetch fetch)
{
    {
        const std::lock_guard only(turn_);
        const auto found = kept_.find(provider.id);
        const auto age = found == kept_.end() ? std::chrono::milliseconds::max()
                                              : clock_.now() - found->second.fetched_at;
        if (age < (fetch == Fetch::now ? std::chrono::milliseconds(not_again_for)
                                       : std::chrono::milliseconds(kept_for)))
            return found->second;
    }
    if (auto why = silence_of(provider)) return *std::move(why);
    auto fresh = fetched(provider);
    const std::lock_guard only(turn_);
    if (!fresh) {
        silent_.insert_or_assign(
            provider.id, Silence{provider.issuer, provider.hosts, fresh.error(), clock_.now()});
        return fresh;
    }
    silent_.erase(provider.id);
    kept_.insert_or_assign(provider.id, *fresh);
    return fresh;
}

Result<std::string> ProviderTalk::way_to_sign_in(const Provider& provider,
                                                 const SentQuestion& question)
{
    const auto pages = published(provider, Fetch::when_old);
    if (!pages) return pages.error();
    auto hosts = provider.hosts;
    hosts.push_back(host_of(provider.issuer));
    if (!may_be_gone_to(pages->sign_in_page, std::move(hosts)))
        return does_not_answer("its sign-in page lies on a host that was not named");
    const auto challenge = crypto::to_base64url(crypto::sha256(question.verifier));
    const char joint = pages->sign_in_page.find('?') == std::string::npos ? '?' : '&';
    return pages->sign_in_page + joint +
           query_of({{"response_type", "code"},
                     {"client_id", provider.client_id},
                     {"redirect_uri", question.return_to},
                     {"scope", "openid"},
                     {"state", question.state},
                     {"nonce", question.nonce},
                     {"code_challenge", challenge},
                     {"code_challenge_method", "S256"}});
}

Result<TokenSubject> ProviderTalk::who_answered(const Provider& provider,
                                                const SentQuestion& question,
                                                const std::string& code)
{
    auto pages = published(provider, Fetch::when_old);
    if (!pages) return pages.error();
    const auto answer = client_for(provider)->post(pages->token_page,
                                                   {{"grant_type", "authorization_code"},
                                                    {"code", code},
                                                    {"redirect_uri", question.return_to},
                                                    {"code_verifier", question.verifier}},
                                                   provider.client_id, provider.client_secret);
    if (!answer) return does_not_answer(answer.error().detail.c_str());
    if (answer->status >= 500) return does_not_answer("its token page fails");
    const auto said = json::parse(answer->body);
    if (answer->status != 200 || !said || !said->is_object())
        return not_accepted("the code was refused");
    const auto token = json::text(*said, "id_token").value_or("");
    if (names_an_unknown_key(token, pages->keys)) {
        pages = published(provider, Fetch::now);
        if (!pages) return pages.error();
    }
    return check_id_token(token, pages->keys,
                          {.issuer = provider.issuer,
                           .client_id = provider.client_id,
                           .nonce = question.nonce,
                           .organisations = provider.organisations,
                           .second_factors = provider.second_factors},
                          clock_.now());
}

Result<LogoutNotice> ProviderTalk::who_signed_out(const Provider& provider,
                                                  const std::string& token)
{
    auto pages = published(provider, Fetch::when_old);
    if (!pages) return pages.error();
    if (names_an_unknown_key(token, pages->keys)) {
        pages = published(provider, Fetch::now);
        if (!pages) return pages.error();
    }
    return check_logout_token(token, pages->keys,
                              {.issuer = provider.issuer,
                               .client_id = provider.client_id,
                               .nonce = {},
                               .organisations = {},
                               .second_factors = {}},
                              clock_.now());
}

} // namespace onroll::sign_on
