// Whether any calendar changed: for whoever keeps what was counted on one.
#pragma once

#include "platform/db/db.h"

#include <string>

namespace onroll::places {

/// Another text whenever term dates were stated or a calendar was imported. One query.
std::string calendar_revision(db::Queries& database);

} // namespace onroll::places
