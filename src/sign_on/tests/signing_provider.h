// A single sign-on provider's keys and tokens, for tests: signs any claims with any header.
#pragma once

#include "platform/json/json.h"

#include <memory>
#include <string>

namespace onroll::sign_on::tests {

class SigningProvider {
public:
    /// With an RSA and a P-256 key, named "rsa-1" and "ec-1".
    SigningProvider();
    ~SigningProvider();
    SigningProvider(const SigningProvider&) = delete;
    SigningProvider& operator=(const SigningProvider&) = delete;

    /// The public halves, as a JSON Web Key Set.
    json::Value keys() const;
    /// Signed by the key that fits the header's algorithm, whatever name the header gives.
    std::string token(const json::Value& header, const json::Value& claims) const;
    /// Signed with a shared secret, as no provider may.
    static std::string token_by_secret(const json::Value& header, const json::Value& claims,
                                       const std::string& secret);
    /// With an empty signature.
    static std::string unsigned_token(const json::Value& header, const json::Value& claims);

private:
    struct Keys;
    std::unique_ptr<Keys> keys_;
};

} // namespace onroll::sign_on::tests
