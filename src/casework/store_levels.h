// Pieces of work of a case and the levels they had. Every question names the agency.
// capabilities.md N05.
#pragma once

#include "casework/types_case_history.h"

#include "kernel/result.h"
#include "platform/db/db.h"

#include <vector>

namespace onroll::casework {

/// In the order they were begun.
std::vector<Work> work_of_case(db::Queries& database, const access::AgencyId& agency,
                               const CaseId& id);
/// By the day of each, the oldest first; those of one day as they were recorded.
std::vector<LevelMove> levels_of_case(db::Queries& database, const access::AgencyId& agency,
                                      const CaseId& id);

/// Moves a piece of work to a level, or begins another at it. The case has the highest level of its
/// work that is going on. `seen` is how many moves there were when the form was opened: conflict
/// where there are others by now. bad_input for work that is not going on, and for a day before the
/// last move of that work.
Result<void> move_level(db::Transaction& transaction, const access::AgencyId& agency,
                        const CaseId& id, std::int64_t seen, const NewLevel& moved,
                        const access::UserId& by);
/// The same errors; bad_input also for the last piece of work, which ends with the case.
Result<void> end_work(db::Transaction& transaction, const access::AgencyId& agency,
                      const CaseId& id, std::int64_t seen, std::int64_t work, Date today);

/// The first piece of work, for open_case alone.
void begin_work(db::Transaction& transaction, const access::AgencyId& agency, const CaseId& id,
                const NewLevel& begun, const access::UserId& by);

} // namespace onroll::casework
