// Where a page lies. GOV.UK Design System: breadcrumbs. Used instead of a back link, never beside
// one.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Breadcrumb {
    Html content{};
    std::string href{}; ///< empty for the page itself
    Attributes attributes{};
};

struct Breadcrumbs {
    std::vector<Breadcrumb> items{};
    bool collapse_on_mobile = false;
    std::string label = "Breadcrumb";
    std::string classes{};
    Attributes attributes{};
};

Html render(const Breadcrumbs& breadcrumbs);

} // namespace onroll::design
