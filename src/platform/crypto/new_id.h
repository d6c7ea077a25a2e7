// A new identifier of any kind of kernel/random_id.h, from the operating system's generator.
#pragma once

#include "platform/crypto/crypto.h"

#include "kernel/random_id.h"

namespace onroll::crypto {

/// 128 bits that nothing else has: `new_id<UserId>()`.
template <class Id>
Id new_id()
{
    return Id::parse(to_hex(random_bytes(16))).value();
}

} // namespace onroll::crypto
