// `onroll law …`: the engine on the command line.
#pragma once

#include "law/owned_history.h"
#include "platform/cli/context.h"

namespace onroll::law {

/// Adds `law evaluate` and `law rules`. `find_school` answers schools that a history names by URN,
/// from the data folder that `context.data` names when the command runs.
void add_commands(CLI::App& app, cli::Context& context, SchoolFinder find_school);

} // namespace onroll::law
