// `onroll insight import` and `onroll insight files`: statistics in, and what was understood of
// them.
#pragma once

#include "kernel/result.h"
#include "platform/cli/context.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <functional>
#include <memory>

namespace onroll::insight {

/// Opens the store of the context's data folder.
using OpenStore = std::function<Result<std::unique_ptr<db::Database>>(const cli::Context&)>;

/// Adds the commands that read and list files to `insight`; all that is given outlives the app.
void add_import_commands(CLI::App& insight, cli::Context& context, OpenStore open,
                         const Clock& clock);

} // namespace onroll::insight
