// The first link of a page: past the header to what the page says. GOV.UK Design System: skip link.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct SkipLink {
    std::string href = "#main-content";
    Html content = "Skip to main content";
    std::string classes{};
    Attributes attributes{};
};

Html render(const SkipLink& skip);

} // namespace onroll::design
