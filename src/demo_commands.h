// `onroll demo …`: fills an empty store with the invented area, part by part, and tells who in it
// can sign in. Part of main: it knows all parts, and no part knows it.
#pragma once

#include "platform/cli/context.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include "kernel/result.h"

#include <functional>
#include <memory>

namespace onroll {

using OpenStore = std::function<Result<std::unique_ptr<db::Database>>(const cli::Context& context)>;

/// Adds the noun `demo`. The context and the clock outlive the app.
void add_demo_commands(CLI::App& app, cli::Context& context, OpenStore open, const Clock& clock);

} // namespace onroll
