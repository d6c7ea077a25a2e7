#include "platform/crypto/sha256.h"

#include <sodium.h>

namespace onroll::crypto {

struct Sha256::State {
    crypto_hash_sha256_state inner;
};

Sha256::Sha256() : state_(std::make_unique<State>())
{
    crypto_hash_sha256_init(&state_->inner);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes)
{
    crypto_hash_sha256_update(&state_->inner, reinterpret_cast<const unsigned char*>(bytes.data()),
                              bytes.size());
}

std::string Sha256::finish()
{
    std::string digest(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256_final(&state_->inner, reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

} // namespace onroll::crypto
