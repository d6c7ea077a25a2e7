// `onroll audit …`: checking the chains of a data folder or a PostgreSQL server, the signed heads,
// and emptying what is old.
#pragma once

#include "audit/store.h"

#include "platform/cli/context.h"
#include "platform/crypto/crypto.h"
#include "platform/db/db.h"

#include "kernel/result.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace onroll::audit {

/// Every database of the data folder that holds chains; main knows where they lie.
struct OpenChains {
    std::vector<std::unique_ptr<db::Database>> databases;
    std::string public_key;   ///< that heads are signed by
    StillThere still_there{}; ///< what was done to such records is kept longer
};
using OpenStores = std::function<Result<OpenChains>(const cli::Context& context)>;

/// Entries are kept for no fewer years. Source: trust.md L-08.
inline constexpr int least_years_kept = 7;

/// Adds the noun `audit`. The context and the clock outlive the app.
void add_commands(CLI::App& app, cli::Context& context, OpenStores open, const Clock& clock);

} // namespace onroll::audit
