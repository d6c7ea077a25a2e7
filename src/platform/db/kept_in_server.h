// Says in a data folder that its store lies in a PostgreSQL server, so that a command that was not
// given the server's address does not look at an empty store beside it and call it sound.
#pragma once

#include "kernel/result.h"

#include <filesystem>
#include <string_view>

namespace onroll::db {

/// Safe to say again. Nothing of the server's address is written. unavailable where the folder
/// cannot be written to.
Result<void> mark_kept_in_server(const std::filesystem::path& data);

/// bad_input with what to do where the store lies in a server and `server` is empty.
Result<void> check_server_is_named(const std::filesystem::path& data, std::string_view server);

} // namespace onroll::db
