// What happened to a child, in the advice service's own store. Facts are only ever added, so what
// was known on any day can be read again. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types_events.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <map>
#include <string>
#include <vector>

namespace onroll::casework {

/// Records an event with what is known of it.
EventId record_event(db::Transaction& transaction, const access::AgencyId& agency,
                     const CaseId& case_id, EventKind kind, const Facts& facts,
                     const access::UserId& by, Instant now);

/// Makes the facts of an event what is given: those that differ are added, those that are gone are
/// added as not known. conflict where `version` is not the saved one; not_found for an event of no
/// or another agency.
Result<void> tell_more(db::Transaction& transaction, const access::AgencyId& agency,
                       const EventId& id, std::int64_t version, const Facts& facts,
                       const access::UserId& by, Instant now);

/// not_found for an event of no or another agency: the same words for both (trust.md Z-03).
Result<Event> find_event(db::Queries& database, const access::AgencyId& agency, const EventId& id);

/// What is known of each of them now, by the id of the event.
std::map<std::string, Facts> facts_of_events(db::Queries& database, const access::AgencyId& agency,
                                             const std::vector<EventId>& events);

/// Those of a case, the newest first by the day they happened.
std::vector<Event> events_of_case(db::Queries& database, const access::AgencyId& agency,
                                  const CaseId& case_id);

/// Those of the service that were recorded since then, by their ids: none is recorded before it
/// happens.
std::vector<Event> events_added_since(db::Queries& database, const access::AgencyId& agency,
                                      Instant since);

/// Every fact as it was told, the oldest first.
std::vector<FactTold> facts_told(db::Queries& database, const access::AgencyId& agency,
                                 const EventId& id);

} // namespace onroll::casework
