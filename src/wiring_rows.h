// On PostgreSQL the area's store is served by a role that owns none of its tables, and row security
// shows an agency its own rows alone (trust.md W-02). Part of wiring.
#pragma once

#include "platform/db/db.h"
#include "platform/clock/clock.h"
#include "platform/db/row_security.h"

#include <filesystem>
#include <string>

namespace onroll::wiring {

/// What the serving role may do with the tables of all parts in the area's store.
db::RowSecurity area_rows(const std::string& schema = {});

/// Secures the tables that their owner has made, and opens them again as the serving role.
Result<std::unique_ptr<db::Database>> open_as_server(db::Database& owner, db::Settings settings);

/// Makes the roles of a database that was put back from a backup and secures all rows in it, those
/// of the advice services too, as the server does when it starts.
Result<void> secure_server(const std::filesystem::path& data, const std::string& server,
                           const Clock& clock);

} // namespace onroll::wiring
