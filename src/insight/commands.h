// `onroll insight …`: statistics in, and questions answered from them.
#pragma once

#include "insight/commands_import.h"

#include "platform/cli/context.h"
#include "platform/clock/clock.h"

namespace onroll::insight {

/// Adds the noun `insight` with all its commands; what is given outlives the app.
void add_commands(CLI::App& app, cli::Context& context, const OpenStore& open, const Clock& clock);

} // namespace onroll::insight
