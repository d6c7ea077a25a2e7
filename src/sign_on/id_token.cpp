#include "sign_on/id_token.h"

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

#include <cjose/cjose.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>

namespace onroll::sign_on {
namespace id_token_detail {

using namespace std::chrono_literals;

constexpr std::size_t longest = 16 * 1024;
constexpr json::Limits limits{.bytes = longest, .depth = 8, .members = 100};
/// Clocks differ a little; a token older than this was not made for the question just asked.
constexpr auto clocks_differ = 60s;
constexpr auto oldest = 10min;

/// Algorithms with a public key. None and HMAC are left out: their "key" is public.
constexpr std::array<std::string_view, 3> algorithms{"RS256", "PS256", "ES256"};

Error refuse(const char* why)
{
    return {ErrorKind::not_allowed,
            "Your organisation’s sign-in could not be accepted. Try again, or ask your "
            "administrator",
            why,
            {}};
}

struct FreeJws {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
};
struct FreeKey {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
};
using Jws = std::unique_ptr<cjose_jws_t, FreeJws>;
using Key = std::unique_ptr<cjose_jwk_t, FreeKey>;

/// The three parts, decoded where they are JSON.
struct Parts {
    json::Value header;
    json::Value claims;
};

std::optional<json::Value> object_in(std::string_view part)
{
    const auto bytes = crypto::from_base64url(part);
    if (!bytes) return std::nullopt;
    auto value = json::parse(*bytes, limits);
    if (!value || !value->is_object()) return std::nullopt;
    return std::move(*value);
}

std::optional<Parts> parts_of(std::string_view token)
{
    if (token.size() > longest || std::count(token.begin(), token.end(), '.') != 2)
        return std::nullopt;
    const auto first = token.find('.');
    const auto second = token.find('.', first + 1);
    auto header = object_in(token.substr(0, first));
    auto claims = object_in(token.substr(first + 1, second - first - 1));
    if (!header || !claims || second + 1 == token.size()) return std::nullopt;
    return Parts{std::move(*header), std::move(*claims)};
}

std::string text_of(const json::Value& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_of(const json::Value& object, const char* name)
{
    std::vector<std::string> texts;
    const auto found = object.find(name);
    if (found == object.end()) return texts;
    if (found->is_string()) texts.push_back(found->get<std::string>());
    if (found->is_array())
        for (const auto& one : *found)
            if (one.is_string()) texts.push_back(one.get<std::string>());
    return texts;
}

std::optional<Instant> moment_of(const json::Value& object, const char* name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number()) return std::nullopt;
    const auto seconds = found->get<double>();
    if (!(seconds > 0 && seconds < 1e11)) return std::nullopt;
    return Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

/// The key of the set that the header names, fit for signatures of that algorithm.
const json::Value* key_for(const json::Value& keys, const json::Value& header)
{
    const auto list = keys.find("keys");
    if (list == keys.end() || !list->is_array()) return nullptr;
    const auto wanted = text_of(header, "kid");
    const auto algorithm = text_of(header, "alg");
    const auto* family = algorithm == "ES256" ? "EC" : "RSA";
    for (const auto& key : *list) {
        if (!key.is_object() || text_of(key, "kid") != wanted || wanted.empty()) continue;
        if (text_of(key, "kty") != family) continue;
        if (const auto use = text_of(key, "use"); !use.empty() && use != "sig") continue;
        if (const auto alg = text_of(key, "alg"); !alg.empty() && alg != algorithm) continue;
        return &key;
    }
    return nullptr;
}

bool is_signed_by(std::string_view token, const json::Value& key)
{
    const auto text = json::print(key);
    cjose_err trouble{};
    const Key imported(cjose_jwk_import(text.data(), text.size(), &trouble));
    const Jws jws(cjose_jws_import(token.data(), token.size(), &trouble));
    return imported && jws && cjose_jws_verify(jws.get(), imported.get(), &trouble);
}

const char* wrong_with_header(const json::Value& header, std::string_view own_type = "JWT")
{
    const auto algorithm = text_of(header, "alg");
    if (std::find(algorithms.begin(), algorithms.end(), algorithm) == algorithms.end())
        return "the algorithm is not one with a public key";
    if (header.contains("crit")) return "the header asks for something we do not know";
    if (const auto type = text_of(header, "typ");
        !type.empty() && type != "JWT" && type != own_type)
        return "it is a token of another kind";
    return nullptr;
}

/// OpenID Connect Core 3.1.3.7, points 2 to 5.
const char* wrong_with_parties(const json::Value& claims, const TokenQuestion& question)
{
    if (text_of(claims, "iss") != question.issuer) return "another issuer";
    const auto audience = texts_of(claims, "aud");
    if (std::find(audience.begin(), audience.end(), question.client_id) == audience.end())
        return "for another audience";
    const auto party = text_of(claims, "azp");
    if (audience.size() > 1 && party.empty()) return "several audiences and no authorised party";
    if (!party.empty() && party != question.client_id) return "another authorised party";
    return nullptr;
}

/// Points 9 and 10, and RFC 7519 section 4.1.5.
const char* wrong_with_time(const json::Value& claims, Instant now)
{
    const auto ends = moment_of(claims, "exp");
    if (!ends) return "without an end";
    if (now >= *ends + clocks_differ) return "it has ended";
    const auto made = moment_of(claims, "iat");
    if (!made) return "without a beginning";
    if (*made > now + clocks_differ) return "made in the future";
    if (now > *made + oldest) return "made too long ago";
    if (claims.contains("nbf")) {
        const auto begins = moment_of(claims, "nbf");
        if (!begins || *begins > now + clocks_differ) return "not yet valid";
    }
    return nullptr;
}

bool is_among(const std::vector<std::string>& texts, const std::vector<std::string>& allowed)
{
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
        return std::find(allowed.begin(), allowed.end(), text) != allowed.end();
    });
}

bool has_second_factor(const json::Value& claims, const TokenQuestion& question)
{
    return is_among(texts_of(claims, "amr"), question.second_factors) ||
           is_among(texts_of(claims, "acr"), question.second_factors);
}

const char* wrong_with_person(const json::Value& claims, const TokenQuestion& question)
{
    const auto nonce = text_of(claims, "nonce");
    if (question.nonce.empty() || !crypto::same_secret(nonce, question.nonce))
        return "an answer to another question";
    if (!question.organisations.empty() &&
        !is_among(texts_of(claims, "tid"), question.organisations) &&
        !is_among(texts_of(claims, "hd"), question.organisations))
        return "another organisation";
    const auto subject = text_of(claims, "sub");
    if (subject.empty() || subject.size() > 255) return "nobody in particular";
    if (!question.second_factors.empty() && !has_second_factor(claims, question))
        return "no second factor";
    return nullptr;
}

constexpr const char* logout_event = "http://schemas.openid.net/event/backchannel-logout";
constexpr std::size_t longest_name = 255;

/// OpenID Connect Back-Channel Logout 1.0, section 2.6, points 3 to 8.
const char* wrong_with_logout(const json::Value& claims, const TokenQuestion& question)
{
    if (text_of(claims, "iss") != question.issuer) return "another issuer";
    const auto audience = texts_of(claims, "aud");
    if (std::find(audience.begin(), audience.end(), question.client_id) == audience.end())
        return "for another audience";
    const auto events = claims.find("events");
    if (events == claims.end() || !events->is_object() || !events->contains(logout_event) ||
        !(*events)[logout_event].is_object())
        return "not a logout";
    if (claims.contains("nonce")) return "an answer to a question, and no logout";
    const auto subject = text_of(claims, "sub");
    const auto session = text_of(claims, "sid");
    if (subject.empty() && session.empty()) return "nobody in particular";
    if (subject.size() > longest_name || session.size() > longest_name)
        return "a name longer than any";
    const auto token_id = text_of(claims, "jti");
    if (token_id.empty() || token_id.size() > longest_name) return "without an id of its own";
    return nullptr;
}

/// The claims of a token that is signed by one of the keys.
Result<json::Value> signed_claims(std::string_view token, std::string_view keys,
                                  std::string_view own_type)
{
    auto parts = parts_of(token);
    if (!parts) return refuse("not a token");
    if (const auto* wrong = wrong_with_header(parts->header, own_type)) return refuse(wrong);
    const auto set = json::parse(keys);
    if (!set || !set->is_object()) return refuse("the provider's keys cannot be read");
    const auto* key = key_for(*set, parts->header);
    if (!key) return refuse("no such key");
    if (!is_signed_by(token, *key)) return refuse("the signature is not the provider's");
    return std::move(parts->claims);
}

} // namespace id_token_detail

Result<TokenSubject> check_id_token(std::string_view token, std::string_view keys,
                                    const TokenQuestion& question, Instant now)
{
    using namespace id_token_detail;
    const auto claims = signed_claims(token, keys, "JWT");
    if (!claims) return claims.error();
    if (const auto* wrong = wrong_with_parties(*claims, question)) return refuse(wrong);
    if (const auto* wrong = wrong_with_time(*claims, now)) return refuse(wrong);
    if (const auto* wrong = wrong_with_person(*claims, question)) return refuse(wrong);
    auto session = text_of(*claims, "sid");
    if (session.size() > longest_name) session.clear();
    return TokenSubject{.issuer = question.issuer,
                        .subject = text_of(*claims, "sub"),
                        .second_factor = has_second_factor(*claims, question),
                        .session = std::move(session)};
}

Result<LogoutNotice> check_logout_token(std::string_view token, std::string_view keys,
                                        const TokenQuestion& question, Instant now)
{
    using namespace id_token_detail;
    const auto claims = signed_claims(token, keys, "logout+jwt");
    if (!claims) return claims.error();
    if (const auto* wrong = wrong_with_logout(*claims, question)) return refuse(wrong);
    if (const auto* wrong = wrong_with_time(*claims, now)) return refuse(wrong);
    return LogoutNotice{.subject = text_of(*claims, "sub"),
                        .session = text_of(*claims, "sid"),
                        .token_id = text_of(*claims, "jti")};
}

bool names_an_unknown_key(std::string_view token, std::string_view keys)
{
    using namespace id_token_detail;
    const auto parts = parts_of(token);
    const auto set = json::parse(keys);
    return parts && !wrong_with_header(parts->header, "logout+jwt") &&
           (!set || !set->is_object() || !key_for(*set, parts->header));
}

} // namespace onroll::sign_on
