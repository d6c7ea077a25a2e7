// What the pages of insight need; made once by the wiring.
#pragma once

#include "insight/comparisons.h"
#include "insight/page_memory.h"

#include "design/page.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

namespace onroll::insight {

/// All of it outlives the router.
struct Services {
    db::Database* database = nullptr;
    const Clock* clock = nullptr;
    const design::Site* site = nullptr;
    Comparisons* comparisons = nullptr;
    PageMemory* memory = nullptr;
};

} // namespace onroll::insight
