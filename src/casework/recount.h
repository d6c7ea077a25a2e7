// Counting the dates of a case again: when a fact was told, and when a school's calendar changed.
// What changed is kept with its reason, and tasks move with their dates.
#pragma once

#include "casework/store_answers.h"
#include "casework/told_history.h"

#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <functional>
#include <string>
#include <vector>

namespace onroll::casework {

/// What counting needs from outside the service's store: facts about schools, which are public.
struct Reckoner {
    SchoolFor school_for;
    std::function<std::string()> calendar_revision; ///< another whenever a calendar changed
};

/// Counts the dates of one case again in the transaction of what was told; `why` says what changed,
/// as in "the day of the governors’ meeting was told". Answers what changed.
std::vector<DateChange> recount(db::Transaction& transaction, const access::AgencyId& agency,
                                const Case& counted, const Reckoner& reckoner,
                                const access::UserId& by, Instant now, const std::string& why);

/// Counts every case with dates again where a calendar changed since they were last counted. One
/// query where none did.
void recount_after_calendars(db::Database& database, const access::AgencyId& agency,
                             const Reckoner& reckoner, Instant now);

} // namespace onroll::casework
