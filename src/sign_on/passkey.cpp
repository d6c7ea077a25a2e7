#include "sign_on/passkey.h"

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <optional>

namespace onroll::sign_on {
namespace passkey_detail {

Error refuse(const char* why)
{
    return {ErrorKind::not_allowed,
            "The passkey could not be used. Try again, or use your password and a code",
            why,
            {}};
}

/// Section 6.1: 32 bytes of the host's hash, one of flags, four of the count; then, when a key is
/// made, 16 of the kind of device, two of a length, and the id.
struct AuthenticatorData {
    std::string_view host_hash;
    std::uint8_t flags = 0;
    std::uint32_t count = 0;
    std::string_view id;
};
constexpr std::uint8_t person_present = 0x01;
constexpr std::uint8_t person_verified = 0x04;
constexpr std::uint8_t holds_a_key = 0x40;
constexpr std::size_t longest_id = 1023;

std::uint32_t number_in(std::string_view bytes)
{
    std::uint32_t number = 0;
    for (const char byte : bytes) number = number << 8 | static_cast<std::uint8_t>(byte);
    return number;
}

std::optional<AuthenticatorData> read(std::string_view bytes)
{
    if (bytes.size() < 37) return std::nullopt;
    AuthenticatorData data{bytes.substr(0, 32),
                           static_cast<std::uint8_t>(bytes[32]),
                           number_in(bytes.substr(33, 4)),
                           {}};
    if (!(data.flags & holds_a_key)) return data;
    if (bytes.size() < 55) return std::nullopt;
    const auto length = number_in(bytes.substr(53, 2));
    if (length == 0 || length > longest_id || bytes.size() < 55 + length) return std::nullopt;
    data.id = bytes.substr(55, length);
    return data;
}

const char* wrong_with_client_data(const std::string& client_data, const char* type,
                                   const PasskeyQuestion& question)
{
    const auto read = json::parse(client_data, {.bytes = 4096, .depth = 4, .members = 20});
    if (!read || !read->is_object()) return "what the browser says cannot be read";
    const auto text = [&](const char* name) { return json::text(*read, name).value_or(""); };
    if (text("type") != type) return "an answer to another kind of question";
    const auto challenge = crypto::from_base64url(text("challenge"));
    if (question.challenge.size() < 16 || !challenge ||
        !crypto::same_secret(*challenge, question.challenge))
        return "an answer to another question";
    if (text("origin") != question.origin) return "asked from another page";
    if (json::optional_boolean(*read, "crossOrigin").value_or(true).value_or(false))
        return "asked from inside another page";
    return nullptr;
}

const char* wrong_with_data(const std::optional<AuthenticatorData>& data,
                            const PasskeyQuestion& question)
{
    if (!data) return "what the device says cannot be read";
    if (!crypto::same_secret(data->host_hash, crypto::sha256(question.host)))
        return "made for another place";
    if (!(data->flags & person_present)) return "nobody was there";
    if (!(data->flags & person_verified)) return "the device did not ask who was there";
    return nullptr;
}

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeDigest {
    void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
};
using PublicKey = std::unique_ptr<EVP_PKEY, FreeKey>;

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// An EC P-256 or an RSA key of 2,048 bits or more, with nothing after it; else nothing.
PublicKey public_key_in(std::string_view der)
{
    const auto* at = bytes_of(der);
    PublicKey key(d2i_PUBKEY(nullptr, &at, long(der.size())));
    if (!key || at != bytes_of(der) + der.size()) return nullptr;
    const int kind = EVP_PKEY_get_base_id(key.get());
    const int bits = EVP_PKEY_get_bits(key.get());
    const bool fit = (kind == EVP_PKEY_EC && bits == 256) || (kind == EVP_PKEY_RSA && bits >= 2048);
    return fit ? std::move(key) : nullptr;
}

bool is_signed(std::string_view public_key, std::string_view said, std::string_view signature)
{
    const auto key = public_key_in(public_key);
    const std::unique_ptr<EVP_MD_CTX, FreeDigest> digest(EVP_MD_CTX_new());
    return key && digest &&
           EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), bytes_of(signature), signature.size(), bytes_of(said),
                            said.size()) == 1;
}

} // namespace passkey_detail

Result<Passkey> check_new_passkey(const PasskeyQuestion& question, const NewPasskeyAnswer& answer)
{
    using namespace passkey_detail;
    if (const auto* wrong = wrong_with_client_data(answer.client_data, "webauthn.create", question))
        return refuse(wrong);
    const auto data = read(answer.authenticator_data);
    if (const auto* wrong = wrong_with_data(data, question)) return refuse(wrong);
    if (data->id.empty()) return refuse("no key was made");
    if (!public_key_in(answer.public_key)) return refuse("the key is of a kind that we do not use");
    return Passkey{std::string(data->id), answer.public_key, data->count};
}

Result<Passkey> check_passkey(const PasskeyQuestion& question, const Passkey& kept,
                              const PasskeyAnswer& answer)
{
    using namespace passkey_detail;
    if (const auto* wrong = wrong_with_client_data(answer.client_data, "webauthn.get", question))
        return refuse(wrong);
    const auto data = read(answer.authenticator_data);
    if (const auto* wrong = wrong_with_data(data, question)) return refuse(wrong);
    if (!is_signed(kept.public_key, answer.authenticator_data + crypto::sha256(answer.client_data),
                   answer.signature))
        return refuse("the signature is not this key's");
    // Keys that are kept on several devices do not count: both are 0.
    if ((data->count != 0 || kept.signed_so_far != 0) && data->count <= kept.signed_so_far)
        return refuse("the count went back: the key may have been copied");
    auto moved_on = kept;
    moved_on.signed_so_far = data->count;
    return moved_on;
}

} // namespace onroll::sign_on
