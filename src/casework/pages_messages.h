// What the overview of a case says of messages.
#pragma once

#include "casework/types_case.h"
#include "casework/views_messages.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

namespace onroll::casework {

MessagesSection read_messages_section(db::Queries& reading, const access::AgencyId& agency,
                                      const Case& found, Instant now);

} // namespace onroll::casework
