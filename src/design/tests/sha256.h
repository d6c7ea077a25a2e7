// SHA-256 (FIPS 180-4) in base64, for checking the hash of the one inline script.
#pragma once

#include <string>
#include <string_view>

namespace onroll::design::tests {

/// The digest in base64: 44 characters.
std::string sha256_in_base64(std::string_view bytes);

} // namespace onroll::design::tests
