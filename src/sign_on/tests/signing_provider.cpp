#include "sign_on/tests/signing_provider.h"

#include "kernel/ensure.h"
#include "platform/crypto/crypto.h"

#include <cjose/cjose.h>
#include <jansson.h>

#include <cstdlib>

namespace onroll::sign_on::tests {

struct SigningProvider::Keys {
    cjose_jwk_t* rsa = nullptr;
    cjose_jwk_t* ec = nullptr;
};

namespace signing_provider_detail {

std::string sign(cjose_jwk_t* key, const json::Value& header, const json::Value& claims)
{
    cjose_err trouble{};
    json_error_t misread{};
    const auto header_text = json::print(header);
    const auto body = json::print(claims);
    json_t* parsed = json_loads(header_text.c_str(), 0, &misread);
    cjose_jws_t* jws =
        cjose_jws_sign(key, reinterpret_cast<cjose_header_t*>(parsed),
                       reinterpret_cast<const std::uint8_t*>(body.data()), body.size(), &trouble);
    ensure(jws != nullptr, "the provider of the tests can sign");
    const char* text = nullptr;
    ensure(cjose_jws_export(jws, &text, &trouble), "a signed token can be written");
    std::string token(text);
    cjose_jws_release(jws);
    json_decref(parsed);
    return token;
}

json::Value public_half(cjose_jwk_t* key, const char* name, const char* algorithm)
{
    cjose_err trouble{};
    char* text = cjose_jwk_to_json(key, false, &trouble);
    auto value = json::Value::parse(text);
    std::free(text);
    value["kid"] = name;
    value["use"] = "sig";
    if (algorithm) value["alg"] = algorithm;
    return value;
}

} // namespace signing_provider_detail
using namespace signing_provider_detail;

SigningProvider::SigningProvider() : keys_(std::make_unique<Keys>())
{
    cjose_err trouble{};
    const std::uint8_t exponent[] = {1, 0, 1};
    keys_->rsa = cjose_jwk_create_RSA_random(2048, exponent, sizeof exponent, &trouble);
    keys_->ec = cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &trouble);
    ensure(keys_->rsa && keys_->ec, "the provider of the tests has keys");
}

SigningProvider::~SigningProvider()
{
    cjose_jwk_release(keys_->rsa);
    cjose_jwk_release(keys_->ec);
}

json::Value SigningProvider::keys() const
{
    return {{"keys", json::Value::array({public_half(keys_->rsa, "rsa-1", nullptr),
                                         public_half(keys_->ec, "ec-1", "ES256")})}};
}

std::string SigningProvider::token(const json::Value& header, const json::Value& claims) const
{
    const bool elliptic = header.value("alg", "") == "ES256";
    return sign(elliptic ? keys_->ec : keys_->rsa, header, claims);
}

std::string SigningProvider::token_by_secret(const json::Value& header, const json::Value& claims,
                                             const std::string& secret)
{
    const auto text =
        crypto::to_base64url(json::print(header)) + "." + crypto::to_base64url(json::print(claims));
    return text + "." + crypto::to_base64url(crypto::hmac_sha256(secret, text));
}

std::string SigningProvider::unsigned_token(const json::Value& header, const json::Value& claims)
{
    return crypto::to_base64url(json::print(header)) + "." +
           crypto::to_base64url(json::print(claims)) + ".";
}

} // namespace onroll::sign_on::tests
