// Two years of an invented advice service, the same for the same day, made through the same
// functions that people use: contacts, cases with what happened and what was done, some that were
// closed and some that wait, with the gaps and delays of real work. Only ever in a demonstration.
#pragma once

#include "casework/recount.h"

#include "access/types.h"
#include "kernel/identifiers.h"
#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <string>
#include <vector>

namespace onroll::casework {

struct DemoSchool {
    Urn urn;
    std::string name;
};

/// The service that is filled.
struct DemoService {
    access::AgencyId agency;
    std::vector<access::UserId> advisers{}; ///< never empty
    access::UserId manager;
    std::vector<DemoSchool> schools{}; ///< never empty
    Reckoner reckoner{};
};

struct DemoAdviceFilled {
    std::size_t contacts = 0; ///< 0 where there were some already
    std::size_t cases = 0;
};

/// `a_week`: how many contacts a week of term brings at the start; there are a few more by the end.
Result<DemoAdviceFilled> fill_demo_advice(db::Database& store, const DemoService& whose,
                                          std::size_t a_week, const Clock& clock);

} // namespace onroll::casework
