#include "platform/crypto/crypto.h"

#include "kernel/ensure.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <set>

using namespace onroll;
using namespace onroll::crypto;

TEST_CASE("digests are those of the standards")
{
    CHECK(to_hex(sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // RFC 4231, test case 2.
    CHECK(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("base64url reads what it writes, and nothing else")
{
    for (const std::string bytes : {"", "f", "fo", "foo", "\xff\xfe\xfd\x00z"})
        CHECK(from_base64url(to_base64url(bytes)).value() == bytes);
    for (const auto* text : {"Zg==", "Z", "Zg+", "Zg /", "Zh"}) CHECK_FALSE(from_base64url(text));
}

TEST_CASE("tokens are long and never the same")
{
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) seen.insert(random_token());
    CHECK(seen.size() == 1000);
    CHECK(seen.begin()->size() == 43);
}

TEST_CASE("what was sealed opens with the same key and context alone")
{
    const auto key = Key::create();
    const auto sealed = seal(key, "the address", "address of adult 7");
    CHECK(open(key, sealed, "address of adult 7").value() == "the address");
    CHECK_FALSE(open(key, sealed, "address of adult 8"));
    CHECK_FALSE(open(Key::create(), sealed, "address of adult 7"));
    CHECK(seal(key, "the address", "address of adult 7") != sealed);
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = char(changed[i] ^ 1);
        CHECK_FALSE(open(key, changed, "address of adult 7"));
    }
    CHECK_FALSE(open(key, sealed.substr(0, 39), "address of adult 7"));
}

TEST_CASE("anybody can seal to a public key, and only its pair opens")
{
    const auto pair = KeyPair::of(Key::create());
    const auto sealed = seal_to(pair.public_key, "told once").value();
    CHECK(open_with(pair, sealed).value() == "told once");
    CHECK_FALSE(open_with(KeyPair::create(), sealed));
    CHECK_FALSE(open_with(pair, sealed.substr(1)));
    CHECK_FALSE(seal_to("short", "told once"));
}

TEST_CASE("keys of two purposes differ, and one purpose has one key")
{
    const auto root = Key::create();
    CHECK(Key::derived(root, "a") == Key::derived(root, "a"));
    CHECK_FALSE(Key::derived(root, "a") == Key::derived(root, "b"));
}

TEST_CASE("a key file is made once, and refused when others may read it")
{
    auto name = (std::filesystem::temp_directory_path() / "onroll-key-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()));
    const std::filesystem::path folder = name;
    const auto made = key_in_file(folder / "area.key");
    REQUIRE(made);
    CHECK(key_in_file(folder / "area.key").value() == *made);
    std::filesystem::permissions(folder / "area.key", std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
    CHECK_FALSE(key_in_file(folder / "area.key"));
    std::ofstream(folder / "short.key") << "too short";
    std::filesystem::permissions(folder / "short.key", std::filesystem::perms::owner_read);
    CHECK_FALSE(key_in_file(folder / "short.key"));
    CHECK_FALSE(key_in_file(folder / "nowhere" / "area.key"));
    std::filesystem::remove_all(folder);
}

TEST_CASE("a password fits its own hash alone, and a dearer cost asks for a new one")
{
    const auto hash = hash_password("correct horse battery", password_cost_floor);
    CHECK(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(password_fits(hash, "correct horse battery"));
    CHECK_FALSE(password_fits(hash, "correct horse batterz"));
    CHECK_FALSE(password_fits("", "correct horse battery"));
    CHECK_FALSE(needs_new_hash(hash, password_cost_floor));
    CHECK(needs_new_hash(hash));
    CHECK_THROWS_AS(hash_password("correct horse battery", {19455, 2}), Bug);
    CHECK_THROWS_AS(hash_password("correct horse battery", {19456, 1}), Bug);
}

TEST_CASE("a signature is that of the standard, and fits one key and one text alone")
{
    // RFC 8032, section 7.1, test 2.
    const auto from_hex = [](std::string_view hex) {
        std::string bytes;
        for (std::size_t i = 0; i < hex.size(); i += 2)
            bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
        return bytes;
    };
    const auto seed = Key::from_bytes(
        from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    REQUIRE(seed.has_value());
    const auto public_key = signing_public_key(*seed);
    CHECK(to_hex(public_key) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const auto signature = sign(*seed, "\x72");
    CHECK(to_hex(signature) == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                               "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    CHECK(signature_fits(public_key, "\x72", signature));
    CHECK_FALSE(signature_fits(public_key, "\x73", signature));
    CHECK_FALSE(signature_fits(signing_public_key(Key::create()), "\x72", signature));
    CHECK_FALSE(signature_fits("short", "\x72", signature));
    CHECK_FALSE(signature_fits(public_key, "\x72", "short"));
}
