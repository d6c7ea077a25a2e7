// `onroll insight rates`, `ranks`, `neighbours`, `funnel`, `disproportion`, `schools`: an area's
// figures as the pages show them, for a terminal, a spreadsheet or a program.
#pragma once

#include "insight/commands_import.h"

namespace onroll::insight {

/// Adds the six commands to `insight`; all that is given outlives the app.
void add_figure_commands(CLI::App& insight, cli::Context& context, OpenStore open);

} // namespace onroll::insight
