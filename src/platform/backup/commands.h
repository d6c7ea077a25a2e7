// `onroll backup …` and `onroll verify`, on either engine.
#pragma once

#include "platform/cli/context.h"
#include "platform/clock/clock.h"

#include <functional>

namespace onroll::backup {

/// A further check of a data folder that `onroll verify` runs, by the part that knows it: prints
/// what is sound, and answers what is not.
struct FurtherCheck {
    std::string name;
    std::function<Result<void>(const cli::Context& context, std::ostream& out)> run;
};

/// What main passes.
struct CommandSettings {
    std::vector<FurtherCheck> checks{};
    /// Called when a PostgreSQL database was put back: makes roles and secures rows as the server
    /// does.
    std::function<Result<void>(const cli::Context&)> secure_server{};
};

/// Adds the noun `backup`, and `verify`. The context and the clock outlive the app.
void add_commands(CLI::App& app, cli::Context& context, const Clock& clock,
                  CommandSettings settings = {});

} // namespace onroll::backup
