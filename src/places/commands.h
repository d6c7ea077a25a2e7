// `onroll places …`: importing, finding, showing.
#pragma once

#include "platform/cli/context.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include "kernel/result.h"

#include <functional>
#include <memory>

namespace onroll::places {

/// Opens the store in the data folder with the tables of places ready; main decides where it lies.
using OpenStore = std::function<Result<std::unique_ptr<db::Database>>(const cli::Context& context)>;

/// Adds the noun `places`. The context and the clock outlive the app.
void add_commands(CLI::App& app, cli::Context& context, OpenStore open, const Clock& clock);

} // namespace onroll::places
