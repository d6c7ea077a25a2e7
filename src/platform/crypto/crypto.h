// Randomness, digests, sealing and password hashes, by libsodium. Bytes are std::string. Nothing
// here logs, and no error says what was in the bytes.
#pragma once

#include "kernel/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace onroll::crypto {

/// Bytes from the operating system's generator.
std::string random_bytes(std::size_t count);
/// 256 random bits as 43 letters, digits, - and _: for cookies, links and one-time keys.
std::string random_token();

/// 32 bytes. FIPS 180-4.
std::string sha256(std::string_view bytes);
/// 32 bytes, keyed. RFC 2104. `key` of any length.
std::string hmac_sha256(std::string_view key, std::string_view bytes);

/// RFC 4648 section 5, without padding.
std::string to_base64url(std::string_view bytes);
/// bad_input unless written as to_base64url writes.
Result<std::string> from_base64url(std::string_view text);
/// Lower case, two digits a byte.
std::string to_hex(std::string_view bytes);

/// Whether two secrets are equal, in a time that depends on their length alone.
bool same_secret(std::string_view left, std::string_view right);

/// 32 bytes that seal and open.
class Key {
public:
    static constexpr std::size_t size = 32;

    /// A new one.
    static Key create();
    /// bad_input unless it is 32 bytes.
    static Result<Key> from_bytes(std::string_view bytes);
    /// The same key always, for one purpose: a subkey of `root` that tells nothing of it.
    static Key derived(const Key& root, std::string_view purpose);

    const std::string& bytes() const { return bytes_; }
    bool operator==(const Key& other) const { return same_secret(bytes_, other.bytes_); }

private:
    explicit Key(std::string bytes) : bytes_(std::move(bytes)) {}
    std::string bytes_;
};

/// The key in a file, made with a new key where there is none; readable by its owner alone.
/// unavailable where it cannot be read or made, or others may read it.
Result<Key> key_in_file(const std::filesystem::path& file);

/// XChaCha20-Poly1305: 24 bytes of nonce, then the sealed bytes, 40 more than `plain`. `context`
/// says what it is for; opening needs the same one.
std::string seal(const Key& key, std::string_view plain, std::string_view context);
/// bad_input where a byte, the key or the context differs.
Result<std::string> open(const Key& key, std::string_view sealed, std::string_view context);

/// A public key that anybody may seal to, and the private key that opens.
struct KeyPair {
    std::string public_key;  ///< 32 bytes
    std::string private_key; ///< 32 bytes
    static KeyPair create();
    /// The same pair always, of a key that we hold.
    static KeyPair of(const Key& seed);
};
/// 48 bytes more than `plain`. bad_input unless `public_key` is one.
Result<std::string> seal_to(std::string_view public_key, std::string_view plain);
/// bad_input where a byte or the pair differs.
Result<std::string> open_with(const KeyPair& pair, std::string_view sealed);

/// Ed25519, RFC 8032: 64 bytes by the pair of keys that follows from `seed`.
std::string sign(const Key& seed, std::string_view bytes);
/// The 32 bytes that tell whether a signature is by `seed`, and may be given to anybody.
std::string signing_public_key(const Key& seed);
/// Whether the owner of `public_key` signed these bytes; false for a key or signature of another
/// size.
bool signature_fits(std::string_view public_key, std::string_view bytes,
                    std::string_view signature);

/// What one guess costs. RFC 9106. Never below the floor that OWASP names (19,456 KiB, 2 passes).
struct PasswordCost {
    std::uint32_t kibibytes = 65536;
    std::uint32_t passes = 3;
    bool operator==(const PasswordCost&) const = default;
};
inline constexpr PasswordCost password_cost_floor{19456, 2};

/// Argon2id with a salt of its own, as the text "$argon2id$v=19$m=...". Throws Bug on a cost below
/// the floor, std::bad_alloc where there is not that much memory.
std::string hash_password(std::string_view password, PasswordCost cost = {});
/// Whether this password made that hash. Takes as long for a wrong one.
bool password_fits(const std::string& hash, std::string_view password);
/// Whether the hash was made at another cost, so that the next sign-in makes it anew.
bool needs_new_hash(const std::string& hash, PasswordCost cost = {});

} // namespace onroll::crypto
