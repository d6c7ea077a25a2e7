// `onroll audit …`: checking the chains of a data folder, and the signed heads.
#pragma once

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
    std::string public_key; ///< that heads are signed by
};
using OpenStores = std::function<Result<OpenChains>(const cli::Context& context)>;

/// Adds the noun `audit`. The context outlives the app.
void add_commands(CLI::App& app, cli::Context& context, OpenStores open);

} // namespace onroll::audit
