// The two files of a backup key: one line of text each, so that the private one can be printed and
// kept in a safe.
#pragma once

#include "kernel/result.h"
#include "platform/crypto/crypto.h"

#include <filesystem>
#include <string>

namespace onroll::backup {

/// Makes a new pair. unavailable where either file is there already or cannot be made.
Result<void> write_key_files(const std::filesystem::path& private_file,
                             const std::filesystem::path& public_file);
/// 32 bytes. bad_input where the file holds no public key.
Result<std::string> read_public_key(const std::filesystem::path& file);
/// bad_input where the file holds no private key.
Result<crypto::KeyPair> read_private_key(const std::filesystem::path& file);

} // namespace onroll::backup
