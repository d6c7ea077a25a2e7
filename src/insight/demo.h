// Fills the store with the invented statistics of the demo area, through the same functions that an
// import of real ones uses. Never beside real statistics.
#pragma once

#include "insight/demo_figures.h"

#include "kernel/result.h"
#include "platform/clock/clock.h"
#include "platform/db/db.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace onroll::insight {

struct DemoStatistics {
    std::size_t files = 0; ///< stored now; 0 where all were there already
};

/// The same seed and schools give the same files, and filling again changes nothing. Conflict where
/// the store holds statistics that are not invented.
Result<DemoStatistics> fill_demo_statistics(db::Database& database, std::uint64_t seed,
                                            const std::vector<demo::DemoSchool>& schools,
                                            const Clock& clock);

/// What the source of an invented file says.
constexpr std::string_view invented_source = "Invented for the demonstration area";

} // namespace onroll::insight
