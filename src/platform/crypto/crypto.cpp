#include "platform/crypto/crypto.h"

#include "kernel/ensure.h"

#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>

namespace onroll::crypto {
namespace crypto_detail {

/// Made ready before anything is asked of the library; safe to say twice.
void ready()
{
    static const int state = sodium_init();
    ensure(state >= 0, "libsodium could not be made ready");
}

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}
const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

Error cannot_be_opened()
{
    return bad_input("This was changed, or was made for another place");
}

Error key_trouble(const std::filesystem::path& file, const char* why)
{
    return {ErrorKind::unavailable,
            "The key in " + file.string() + " cannot be used. Let only its owner read it",
            why,
            {}};
}

/// Closes a file descriptor at the end.
struct Descriptor {
    int number;
    ~Descriptor()
    {
        if (number >= 0) ::close(number);
    }
};

} // namespace crypto_detail
using namespace crypto_detail;

std::string random_bytes(std::size_t count)
{
    ready();
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

std::string random_token()
{
    return to_base64url(random_bytes(32));
}

std::string sha256(std::string_view bytes)
{
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytes_of(digest), bytes_of(bytes), bytes.size());
    return digest;
}

std::string hmac_sha256(std::string_view key, std::string_view bytes)
{
    crypto_auth_hmacsha256_state state;
    std::string digest(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes_of(bytes), bytes.size());
    crypto_auth_hmacsha256_final(&state, bytes_of(digest));
    return digest;
}

std::string to_base64url(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
    text.pop_back(); // the zero at its end
    return text;
}

Result<std::string> from_base64url(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t count = 0;
    const char* end = nullptr;
    const bool read =
        sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &count,
                          &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0;
    if (!read || end != text.data() + text.size()) return cannot_be_opened();
    bytes.resize(count);
    return bytes;
}

std::string to_hex(std::string_view bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes_of(bytes), bytes.size());
    text.pop_back(); // the zero at its end
    return text;
}

bool same_secret(std::string_view left, std::string_view right)
{
    return left.size() == right.size() &&
           (left.empty() || sodium_memcmp(left.data(), right.data(), left.size()) == 0);
}

Key Key::create()
{
    return Key(random_bytes(size));
}

Result<Key> Key::from_bytes(std::string_view bytes)
{
    if (bytes.size() != size) return onroll::bad_input("A key is 32 bytes");
    return Key(std::string(bytes));
}

Key Key::derived(const Key& root, std::string_view purpose)
{
    return Key(hmac_sha256(root.bytes_, purpose));
}

Result<Key> key_in_file(const std::filesystem::path& file)
{
    const Descriptor made{::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (made.number >= 0) {
        const auto key = Key::create();
        if (::write(made.number, key.bytes().data(), Key::size) != ssize_t(Key::size) ||
            ::fsync(made.number) != 0)
            return key_trouble(file, "the new key could not be written");
        return key;
    }
    if (errno != EEXIST) return key_trouble(file, std::strerror(errno));
    const Descriptor there{::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat facts {};
    if (there.number < 0 || ::fstat(there.number, &facts) != 0)
        return key_trouble(file, std::strerror(errno));
    if ((facts.st_mode & 077) != 0) return key_trouble(file, "others may read it");
    std::string bytes(Key::size + 1, '\0');
    const auto count = ::read(there.number, bytes.data(), bytes.size());
    bytes.resize(count > 0 ? std::size_t(count) : 0);
    const auto key = Key::from_bytes(bytes);
    if (!key) return key_trouble(file, "it is not 32 bytes");
    return key;
}

std::string seal(const Key& key, std::string_view plain, std::string_view context)
{
    constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    std::string sealed = random_bytes(nonce_size);
    sealed.resize(nonce_size + plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes_of(sealed) + nonce_size, nullptr, bytes_of(plain), plain.size(), bytes_of(context),
        context.size(), nullptr, bytes_of(sealed), bytes_of(std::string_view(key.bytes())));
    return sealed;
}

Result<std::string> open(const Key& key, std::string_view sealed, std::string_view context)
{
    constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    constexpr std::size_t more = nonce_size + crypto_aead_xchacha20poly1305_ietf_ABYTES;
    if (sealed.size() < more) return cannot_be_opened();
    std::string plain(sealed.size() - more, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes_of(plain), nullptr, nullptr, bytes_of(sealed) + nonce_size,
            sealed.size() - nonce_size, bytes_of(context), context.size(), bytes_of(sealed),
            bytes_of(std::string_view(key.bytes()))) != 0)
        return cannot_be_opened();
    return plain;
}

KeyPair KeyPair::create()
{
    return of(Key::create());
}

KeyPair KeyPair::of(const Key& seed)
{
    ready();
    KeyPair pair{std::string(crypto_box_PUBLICKEYBYTES, '\0'),
                 std::string(crypto_box_SECRETKEYBYTES, '\0')};
    crypto_box_seed_keypair(bytes_of(pair.public_key), bytes_of(pair.private_key),
                            bytes_of(std::string_view(seed.bytes())));
    return pair;
}

Result<std::string> seal_to(std::string_view public_key, std::string_view plain)
{
    ready();
    std::string sealed(plain.size() + crypto_box_SEALBYTES, '\0');
    if (public_key.size() != crypto_box_PUBLICKEYBYTES ||
        crypto_box_seal(bytes_of(sealed), bytes_of(plain), plain.size(), bytes_of(public_key)) != 0)
        return onroll::bad_input("This is not a public key");
    return sealed;
}

Result<std::string> open_with(const KeyPair& pair, std::string_view sealed)
{
    ready();
    if (sealed.size() < crypto_box_SEALBYTES) return cannot_be_opened();
    std::string plain(sealed.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(bytes_of(plain), bytes_of(sealed), sealed.size(),
                             bytes_of(std::string_view(pair.public_key)),
                             bytes_of(std::string_view(pair.private_key))) != 0)
        return cannot_be_opened();
    return plain;
}

std::string signing_public_key(const Key& seed)
{
    ready();
    std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(bytes_of(public_key), bytes_of(secret),
                             bytes_of(std::string_view(seed.bytes())));
    sodium_memzero(secret.data(), secret.size());
    return public_key;
}

std::string sign(const Key& seed, std::string_view bytes)
{
    ready();
    std::string public_key(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_seed_keypair(bytes_of(public_key), bytes_of(secret),
                             bytes_of(std::string_view(seed.bytes())));
    crypto_sign_detached(bytes_of(signature), nullptr, bytes_of(bytes), bytes.size(),
                         bytes_of(std::string_view(secret)));
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

bool signature_fits(std::string_view public_key, std::string_view bytes, std::string_view signature)
{
    ready();
    return public_key.size() == crypto_sign_PUBLICKEYBYTES &&
           signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(bytes_of(signature), bytes_of(bytes), bytes.size(),
                                       bytes_of(public_key)) == 0;
}

std::string hash_password(std::string_view password, PasswordCost cost)
{
    ready();
    ensure(cost.kibibytes >= password_cost_floor.kibibytes &&
               cost.passes >= password_cost_floor.passes,
           "a password's hash may not cost less than the floor");
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_argon2id_str(hash.data(), password.data(), password.size(), cost.passes,
                                   std::size_t(cost.kibibytes) * 1024) != 0)
        throw std::bad_alloc();
    hash.resize(std::strlen(hash.c_str()));
    return hash;
}

bool password_fits(const std::string& hash, std::string_view password)
{
    ready();
    return crypto_pwhash_argon2id_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool needs_new_hash(const std::string& hash, PasswordCost cost)
{
    ready();
    return crypto_pwhash_argon2id_str_needs_rehash(hash.c_str(), cost.passes,
                                                   std::size_t(cost.kibibytes) * 1024) != 0;
}

} // namespace onroll::crypto
