// Where the chains of the audit lie, for the commands that check them and empty what is old: the
// store that agencies share, and the own one of each advice service, on either engine.
#pragma once

#include "audit/commands.h"
#include "kernel/result.h"

#include <filesystem>
#include <string>

namespace onroll::wiring {

/// Every store of a data folder, or of a PostgreSQL server as the owner of its tables, which row
/// security hides nothing from. unavailable where there is no store: nothing is made, so that
/// nothing that is empty is called sound.
Result<audit::OpenChains> open_chains(const std::filesystem::path& data, const std::string& server);

/// The stores of the advice services alone, as `open_chains` opens them.
Result<std::vector<std::unique_ptr<db::Database>>>
open_advice_stores(const std::filesystem::path& data, const std::string& server);

} // namespace onroll::wiring
