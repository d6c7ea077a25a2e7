// The way to the page before. GOV.UK Design System: back link.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct BackLink {
    std::string href = "#";
    Html content = "Back";
    std::string classes{};
    Attributes attributes{};
};

Html render(const BackLink& back);

} // namespace onroll::design
