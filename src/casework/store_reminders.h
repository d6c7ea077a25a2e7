// What each colleague of the service wants to be told of their day list, and the calendar address
// that they have. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "access/types.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstdint>
#include <optional>

namespace onroll::casework {

struct ReminderChoice {
    bool by_mail = true;          ///< each working day on which something is due or late
    std::int64_t feed_number = 0; ///< how often an address was made
    bool feed_open = false;       ///< whether the last one works
    std::optional<Date> reminded_on{};
    bool operator==(const ReminderChoice&) const = default;
};

/// What was chosen, or what holds while nothing was.
ReminderChoice reminder_choice(db::Queries& database, const access::AgencyId& agency,
                               const access::UserId& worker);
void save_reminder_choice(db::Transaction& transaction, const access::AgencyId& agency,
                          const access::UserId& worker, const ReminderChoice& choice);

} // namespace onroll::casework
