// What pages of figures keep in memory between requests, until something is imported.
#pragma once

#include "insight/kept.h"
#include "insight/types.h"

#include "design/chart/map.h"

#include <string>
#include <vector>

namespace onroll::insight {

/// Made once, beside Comparisons. Safe to share between threads.
struct PageMemory {
    Kept<Series> series{512};
    Kept<std::vector<SeriesKey>> keys{64};
    Kept<design::chart::AreaMap> maps{4};
    Kept<std::string> pages{64}; ///< whole pages, by what was chosen
};

} // namespace onroll::insight
