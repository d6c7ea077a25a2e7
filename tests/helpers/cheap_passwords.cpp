// In the programs of tests a password costs a two hundred and fiftieth of the memory that it costs
// in service: half of the time of tests in which people sign in went into that cost. Everything
// else about it is libsodium's, and dearer stays dearer. The linker puts these in place of
// libsodium's functions (cmake/parts.cmake); the tests of platform/crypto have the real ones.
#include <sodium.h>

#include <algorithm>

// NOLINTBEGIN(bugprone-reserved-identifier): the linker's names
extern "C" {

int __real_crypto_pwhash_argon2id_str(char* out, const char* password, unsigned long long length,
                                      unsigned long long passes, size_t memory);
int __real_crypto_pwhash_argon2id_str_needs_rehash(const char* hash, unsigned long long passes,
                                                   size_t memory);

static size_t cheaper(size_t memory)
{
    return std::max<size_t>(memory / 250, crypto_pwhash_argon2id_MEMLIMIT_MIN);
}

int __wrap_crypto_pwhash_argon2id_str(char* out, const char* password, unsigned long long length,
                                      unsigned long long passes, size_t memory)
{
    return __real_crypto_pwhash_argon2id_str(out, password, length, passes, cheaper(memory));
}

int __wrap_crypto_pwhash_argon2id_str_needs_rehash(const char* hash, unsigned long long passes,
                                                   size_t memory)
{
    return __real_crypto_pwhash_argon2id_str_needs_rehash(hash, passes, cheaper(memory));
}

} // extern "C"
// NOLINTEND(bugprone-reserved-identifier)
