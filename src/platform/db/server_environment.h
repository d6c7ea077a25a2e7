// For PostgreSQL's own programs, such as pg_dump: the address of a server as the variables that
// they read, so that a password is not among their arguments, which everybody on the machine may
// see.
#pragma once

#include "kernel/result.h"

#include <string>
#include <vector>

namespace onroll::db {

/// `PGHOST=…` and the like. What the address leaves open is as in our own environment, with the
/// home folder, where passwords and certificates of libpq lie. bad_input where it is no address.
Result<std::vector<std::string>> server_environment(const std::string& url);

} // namespace onroll::db
