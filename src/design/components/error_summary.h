// Everything that is wrong, first on the page. GOV.UK Design System: error summary. Each item links
// to its field (CV-22).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct ErrorLink {
    Html content{};
    std::string href{}; ///< `#` and the id of the field; empty for no link
    Attributes attributes{};
};

struct ErrorSummary {
    std::vector<ErrorLink> errors{};
    Html title = "There is a problem";
    Html description{};
    std::string classes{};
    std::optional<bool> disable_auto_focus{};
    Attributes attributes{};
};

Html render(const ErrorSummary& summary);

} // namespace onroll::design
