// Needs and their steps, and what the family lived through, in the advice service's own store.
// Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types_needs.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// Adds a need with its first step.
NeedId add_need(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& case_id,
                NeedKind kind, const std::string& words, const NeedStepTold& first,
                const access::UserId& by, Instant now);
/// not_found for a need of no or another case.
Result<void> add_need_step(db::Transaction& transaction, const access::AgencyId& agency,
                           const CaseId& case_id, const NeedId& need, const NeedStepTold& step,
                           const access::UserId& by, Instant now);
/// Those of a case with their steps, the first noticed first.
std::vector<Need> needs_of_case(db::Queries& database, const access::AgencyId& agency,
                                const CaseId& case_id);

JourneyId add_journey_part(db::Transaction& transaction, const access::AgencyId& agency,
                           const CaseId& case_id, const NewJourneyPart& part,
                           const access::UserId& by, Instant now);
/// Takes a part out of the drawing; it stays in the store. not_found for one of no or another case.
Result<void> take_out_journey_part(db::Transaction& transaction, const access::AgencyId& agency,
                                   const CaseId& case_id, const JourneyId& part);
/// Those in the drawing, by day.
std::vector<JourneyPart> journey_of_case(db::Queries& database, const access::AgencyId& agency,
                                         const CaseId& case_id);

} // namespace onroll::casework
