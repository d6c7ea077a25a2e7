// Where an advice service keeps its own store, with its tables made, on each engine in turn. They
// are made once in the program: SQLite's file is copied for each test, and PostgreSQL's schema
// emptied after it.
#pragma once

#include "casework/store_open.h"

#include <functional>

namespace onroll::casework::tests {

/// Calls with a place and the service whose store there is ready and empty; nothing of it is left
/// afterwards.
void for_each_place(
    const std::function<void(const AdvicePlace& place, const access::AgencyId& agency)>& test);

} // namespace onroll::casework::tests
