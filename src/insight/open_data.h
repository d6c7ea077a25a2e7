// Suspensions and permanent exclusions of areas as open data: CSV in the standard columns of DfE's
// explore education statistics, with the meta file that says what each column is. Reads back in.
#pragma once

#include "insight/comparisons.h"

#include <optional>
#include <string>

namespace onroll::insight {

struct OpenData {
    std::string csv;
    std::string meta;
    std::size_t rows = 0;
};

/// England, the regions and all authorities; or one area with its region and England. Rates are
/// worked out from the counts where they are known and are to two decimals, with 95% ranges.
OpenData open_data(db::Queries&, Comparisons&, std::optional<AreaCode> only = {});

} // namespace onroll::insight
