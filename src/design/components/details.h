// Something that few need, behind a line that opens it. GOV.UK Design System: details.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Details {
    Html summary{};
    Html content{};
    std::string id{};
    std::string classes{};
    bool open = false;
    Attributes attributes{};
};

Html render(const Details& details);

} // namespace onroll::design
