// Acknowledgements of the invented area: of every other invented school, so that the council's page
// shows both.
#pragma once

#include "check/code_of_rights.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::rights {

/// How many schools have acknowledged the version in force. Nothing is added twice.
Result<int> fill_demo(db::Database& database, const std::vector<check::CodeVersion>& versions,
                      const Clock& clock);

} // namespace onroll::rights
