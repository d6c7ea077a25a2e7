// What a PostgreSQL server holds for us, in a file and back, by PostgreSQL's own pg_dump and
// pg_restore. Internal to platform/backup.
#pragma once

#include "kernel/result.h"
#include "platform/crypto/crypto.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace onroll::backup {

/// Every schema of the database as it was at one moment, while others write, into a new file that
/// is sealed to a key as it comes: it lies nowhere in clear. Answers of how many bytes it is.
/// unavailable where the database cannot be read or there is no room.
Result<std::int64_t> copy_server(const std::string& server, const std::filesystem::path& file,
                                 std::string_view public_key);

/// Reads every row once and keeps nothing. unavailable where one cannot be read.
Result<void> read_through_server(const std::string& server);

/// bad_input where there is anything in it.
Result<void> check_server_is_empty(const std::string& server);

/// All of a copy, which lies sealed to `pair`, or nothing; it is opened as it goes. Everything
/// belongs to who signed in; who else may do what is not put back, since the server says that anew
/// when it starts.
Result<void> put_back_into_server(const std::filesystem::path& file, const crypto::KeyPair& pair,
                                  const std::string& server);

} // namespace onroll::backup
