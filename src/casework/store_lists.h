// What a list that leaves as a file asks beside the lists of the pages. Every question names the
// agency.
#pragma once

#include "casework/types_actions.h"

#include "platform/db/db.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace onroll::casework {

/// A piece of work that was done, without what was written about it.
struct WorkDone {
    Date on{};
    std::int64_t case_number = 0;
    ActionKind kind = ActionKind::other;
    Stage stage = Stage::any;
    std::chrono::minutes took{0};
    access::UserId worker;
};

/// From the first day (included) until the last (not included), of one worker or of everybody, the
/// oldest first, at most `limit`.
std::vector<WorkDone> work_done_between(db::Queries& database, const access::AgencyId& agency,
                                        Date from, Date until,
                                        const std::optional<access::UserId>& worker,
                                        std::size_t limit);

} // namespace onroll::casework
