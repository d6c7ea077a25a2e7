#include "sign_on/passkey.h"

#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

#include <doctest/doctest.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <functional>
#include <vector>
#include <memory>
#include <set>

namespace passkey_test {

using namespace onroll;
using namespace onroll::sign_on;

const PasskeyQuestion question{.challenge = std::string(32, 'c'),
                               .origin = "https://onroll.example:8443",
                               .host = "onroll.example"};

struct FreeKey {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
using PrivateKey = std::unique_ptr<EVP_PKEY, FreeKey>;

std::string public_half(EVP_PKEY* key)
{
    unsigned char* der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    std::string bytes(reinterpret_cast<char*>(der), std::size_t(size));
    OPENSSL_free(der);
    return bytes;
}

/// A device that makes a key and signs with it; tests change what it says before that.
struct Device {
    PrivateKey key{EVP_EC_gen("P-256")};
    json::Value client_data{{"type", "webauthn.create"},
                            {"challenge", crypto::to_base64url(question.challenge)},
                            {"origin", question.origin},
                            {"crossOrigin", false}};
    std::string host = question.host;
    char flags = 0x45; ///< there, verified, a key is held
    std::uint32_t count = 1;
    std::string id = "an id of this key";

    std::string data() const
    {
        auto bytes = crypto::sha256(host) + flags;
        for (int shift = 24; shift >= 0; shift -= 8) bytes += char(count >> shift & 0xff);
        if (!(flags & 0x40)) return bytes;
        return bytes + std::string(16, 'a') + char(id.size() >> 8) + char(id.size() & 0xff) + id;
    }
    NewPasskeyAnswer made() const
    {
        return {json::print(client_data), data(), public_half(key.get())};
    }
    PasskeyAnswer used() const
    {
        PasskeyAnswer answer{json::print(client_data), data(), {}};
        const auto said = answer.authenticator_data + crypto::sha256(answer.client_data);
        EVP_MD_CTX* digest = EVP_MD_CTX_new();
        std::size_t size = 0;
        const auto* bytes = reinterpret_cast<const unsigned char*>(said.data());
        EVP_DigestSignInit(digest, nullptr, EVP_sha256(), nullptr, key.get());
        EVP_DigestSign(digest, nullptr, &size, bytes, said.size());
        answer.signature.resize(size);
        EVP_DigestSign(digest, reinterpret_cast<unsigned char*>(answer.signature.data()), &size,
                       bytes, said.size());
        answer.signature.resize(size);
        EVP_MD_CTX_free(digest);
        return answer;
    }
    void is_asked_to_sign_in()
    {
        client_data["type"] = "webauthn.get";
        flags = 0x05;
        count = 2;
    }
};

TEST_CASE("a passkey that answers our question is kept, and lets its owner in again")
{
    Device device;
    const auto kept = check_new_passkey(question, device.made());
    REQUIRE(kept);
    CHECK(kept->id == device.id);
    CHECK(kept->signed_so_far == 1);
    device.is_asked_to_sign_in();
    const auto used = check_passkey(question, *kept, device.used());
    REQUIRE(used);
    CHECK(used->signed_so_far == 2);
}

TEST_CASE("an RSA key is as good, and one that never counts stays at nought")
{
    Device device;
    device.key.reset(EVP_RSA_gen(2048));
    device.count = 0;
    const auto kept = check_new_passkey(question, device.made());
    REQUIRE(kept);
    device.is_asked_to_sign_in();
    device.count = 0;
    CHECK(check_passkey(question, *kept, device.used())->signed_so_far == 0);
}

struct Bad {
    const char* why;
    std::function<void(Device&)> change;
};

const std::vector<Bad>& bad_answers()
{
    static const std::vector<Bad> all{
        {"an answer to another kind of question",
         [](Device& d) { d.client_data["type"] = "payment.get"; }},
        {"an answer to another question",
         [](Device& d) {
             d.client_data["challenge"] = crypto::to_base64url(std::string(32, 'd'));
         }},
        {"asked from another page",
         [](Device& d) { d.client_data["origin"] = "https://onroll.example.evil"; }},
        {"asked from inside another page", [](Device& d) { d.client_data["crossOrigin"] = true; }},
        {"made for another place", [](Device& d) { d.host = "other.example"; }},
        {"nobody was there", [](Device& d) { d.flags = char(d.flags & ~0x01); }},
        {"the device did not ask who was there",
         [](Device& d) { d.flags = char(d.flags & ~0x04); }},
    };
    return all;
}

TEST_CASE(
    "each bad answer is refused when a passkey is made and when it is used, in the same words")
{
    std::set<std::string> words;
    for (const auto& bad : bad_answers()) {
        CAPTURE(bad.why);
        Device device;
        const auto kept = check_new_passkey(question, device.made());
        REQUIRE(kept);
        bad.change(device);
        const auto made = check_new_passkey(question, device.made());
        REQUIRE_FALSE(made);
        CHECK(made.error().detail == bad.why);
        device.is_asked_to_sign_in();
        bad.change(device);
        const auto used = check_passkey(question, *kept, device.used());
        REQUIRE_FALSE(used);
        CHECK(used.error().detail == bad.why);
        words.insert(used.error().message);
    }
    CHECK(words.size() == 1);
}

TEST_CASE("a signature of another key, or over other words, is refused")
{
    Device device;
    const auto kept = check_new_passkey(question, device.made());
    REQUIRE(kept);
    Device other;
    other.is_asked_to_sign_in();
    CHECK_FALSE(check_passkey(question, *kept, other.used()));
    device.is_asked_to_sign_in();
    auto answer = device.used();
    answer.authenticator_data[36] = char(answer.authenticator_data[36] + 1);
    CHECK_FALSE(check_passkey(question, *kept, answer));
    answer = device.used();
    answer.signature.clear();
    CHECK_FALSE(check_passkey(question, *kept, answer));
}

TEST_CASE("a count that does not go on is refused: the key may have been copied")
{
    Device device;
    device.count = 7;
    const auto kept = check_new_passkey(question, device.made());
    device.is_asked_to_sign_in();
    for (const std::uint32_t count : {0u, 6u, 7u}) {
        device.count = count;
        CHECK_FALSE(check_passkey(question, *kept, device.used()));
    }
    device.count = 8;
    CHECK(check_passkey(question, *kept, device.used()));
}

TEST_CASE("answers that were cut short, and keys that we do not use, are refused")
{
    Device device;
    const auto whole = device.made();
    for (std::size_t length = 0; length < whole.authenticator_data.size(); ++length) {
        auto cut = whole;
        cut.authenticator_data.resize(length);
        CHECK_FALSE(check_new_passkey(question, cut));
    }
    auto without_key = whole;
    without_key.public_key.clear();
    CHECK_FALSE(check_new_passkey(question, without_key));
    auto with_more = whole;
    with_more.public_key += 'x';
    CHECK_FALSE(check_new_passkey(question, with_more));
    device.key.reset(EVP_EC_gen("P-521"));
    CHECK_FALSE(check_new_passkey(question, device.made()));
    device.key.reset(EVP_RSA_gen(1024));
    CHECK_FALSE(check_new_passkey(question, device.made()));
    auto words = whole;
    words.client_data = "not JSON";
    CHECK_FALSE(check_new_passkey(question, words));
}

TEST_CASE("without a challenge of our own no passkey answers")
{
    Device device;
    device.client_data["challenge"] = "";
    auto none = question;
    none.challenge.clear();
    CHECK_FALSE(check_new_passkey(none, device.made()));
}

} // namespace passkey_test
