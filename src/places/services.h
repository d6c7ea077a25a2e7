// What the pages and the API of places need; made once by main.
#pragma once

#include "places/search.h"

#include "design/page.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

namespace onroll::places {

/// All of it outlives the router.
struct Services {
    db::Database* database = nullptr;
    SchoolSearch* search = nullptr;
    const Clock* clock = nullptr;
    const design::Site* site = nullptr;
};

} // namespace onroll::places
