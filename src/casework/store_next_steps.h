// Next steps of a child and what became of them, in the advice service's own store: added to, never
// written over. Every question names the agency. trust.md W-01, D7.
#pragma once

#include "casework/types_next_steps.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <string>
#include <vector>

namespace onroll::casework {

NextStepId add_next_step(db::Transaction& transaction, const access::AgencyId& agency,
                         const CaseId& case_id, const NewNextStep& told, const access::UserId& by,
                         Instant now);
/// not_found for a step of no or another case.
Result<void> add_next_step_result(db::Transaction& transaction, const access::AgencyId& agency,
                                  const CaseId& case_id, const NextStepId& step,
                                  NextStepResult result, const std::string& note,
                                  const access::UserId& by, Instant now);
/// Those of a case, those advised last first, each with what became of it; mistakes too.
std::vector<AdvisedStep> next_steps_of_case(db::Queries& database, const access::AgencyId& agency,
                                            const CaseId& case_id);

} // namespace onroll::casework
