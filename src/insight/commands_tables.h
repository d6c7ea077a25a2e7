// `onroll insight table`: a table of an area's own records that is safe to give out.
#pragma once

#include "insight/commands_import.h"

namespace onroll::insight {

/// Adds the command to `insight`; all that is given outlives the app.
void add_table_command(CLI::App& insight, cli::Context& context, OpenStore open,
                       const Clock& clock);

} // namespace onroll::insight
