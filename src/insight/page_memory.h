// What pages of figures keep in memory between requests, until something is imported.
#pragma once

#include "insight/kept.h"
#include "insight/types.h"

#include "design/chart/map.h"

#include <string>
#include <vector>

namespace onroll::insight {

/// A whole page as it travels in one encoding: compressed once rather than for each visitor.
struct KeptPage {
    std::string content{};
    std::string etag{};
};

/// Made once, beside Comparisons. Safe to share between threads.
struct PageMemory {
    Kept<Series> series{512};
    Kept<std::vector<SeriesKey>> keys{64};
    Kept<design::chart::AreaMap> maps{4};
    Kept<KeptPage> pages{512}; ///< by encoding and what was chosen: some 25 kB each
};

} // namespace onroll::insight
