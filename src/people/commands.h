// `onroll people …`: importing a list of children, taking one back.
#pragma once

#include "people/address_safe.h"
#include "people/store.h"

#include "kernel/result.h"
#include "platform/cli/context.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <functional>
#include <memory>
#include <string_view>

namespace onroll::people {

/// What main passes: how the store, its key and an agency are found.
struct CommandSettings {
    std::function<Result<std::unique_ptr<db::Database>>(const cli::Context&)> open;
    std::function<Result<AddressSafe>(const cli::Context&)> safe;
    /// By name or id; not_found where there is none.
    std::function<Result<access::AgencyId>(db::Database&, std::string_view)> agency;
};

/// Adds the noun `people`. Context, settings and clock outlive the app.
void add_commands(CLI::App& app, cli::Context& context, CommandSettings settings,
                  const Clock& clock);

} // namespace onroll::people
