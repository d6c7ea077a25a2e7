// What pages of figures keep in memory between requests, until something is imported.
#pragma once

#include "insight/kept.h"
#include "insight/types.h"

#include "design/chart/map.h"

#include <string>
#include <vector>

namespace onroll::insight {

/// A whole page as it travels: compressed once rather than for each visitor.
struct KeptPage {
    std::string brotli{};
    std::string gzip{};
    std::string etag{};
};

/// Made once, beside Comparisons. Safe to share between threads.
struct PageMemory {
    Kept<Series> series{512};
    Kept<std::vector<SeriesKey>> keys{64};
    Kept<design::chart::AreaMap> maps{4};
    Kept<KeptPage> pages{256}; ///< by what was chosen: some 60 kB each
};

} // namespace onroll::insight
