// `onroll places state`: term dates that a person tells, without a file. Internal to places.
#pragma once

#include "places/commands.h"

namespace onroll::places {

/// Adds the verb to `places`. The context and the clock outlive the app.
void add_state_command(CLI::App& places, cli::Context& context, OpenStore open, const Clock& clock);

} // namespace onroll::places
