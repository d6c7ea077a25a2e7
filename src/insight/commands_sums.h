// `onroll insight sums`: what a file's own columns add up to, before it is imported.
#pragma once

#include "platform/cli/context.h"

namespace onroll::insight {

void add_sums_command(CLI::App& insight, cli::Context& context);

} // namespace onroll::insight
