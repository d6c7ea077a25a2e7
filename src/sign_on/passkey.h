// Whether a passkey's answer is to our own question, from our own page, by a person whom the device
// knew, and signed by the key that was registered. Pure but for the arithmetic of signatures, which
// is OpenSSL's. Web Authentication level 2, sections 7.1 and 7.2; trust.md A-05.
#pragma once

#include "kernel/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace onroll::sign_on {

/// What was asked: each challenge is used once.
struct PasskeyQuestion {
    std::string challenge; ///< 32 random bytes of ours
    std::string origin;    ///< "https://onroll.example" or with its port: the page that asked
    std::string host;      ///< "onroll.example": what the key is bound to
};

/// A passkey as it is kept. All are bytes.
struct Passkey {
    std::string id;
    std::string public_key;          ///< SubjectPublicKeyInfo, DER
    std::uint32_t signed_so_far = 0; ///< 0 for one that does not count
    bool operator==(const Passkey&) const = default;
};

/// What the browser answers when one is made. All are bytes.
struct NewPasskeyAnswer {
    std::string client_data;        ///< JSON
    std::string authenticator_data; ///< holds the id
    std::string public_key;         ///< SubjectPublicKeyInfo, DER: an EC P-256 or RSA key
};

/// What the browser answers when one is used. All are bytes.
struct PasskeyAnswer {
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
};

/// The passkey to keep. We ask for no attestation, so which device made it is not known.
/// not_allowed, with the same words each time and the reason in `detail`.
Result<Passkey> check_new_passkey(const PasskeyQuestion& question, const NewPasskeyAnswer& answer);

/// The passkey with its count moved on. The same errors; a count that went back is one, since the
/// key may have been copied.
Result<Passkey> check_passkey(const PasskeyQuestion& question, const Passkey& kept,
                              const PasskeyAnswer& answer);

} // namespace onroll::sign_on
