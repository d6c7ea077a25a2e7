// Words set apart from those around them. GOV.UK Design System: inset text.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct InsetText {
    Html content{};
    std::string id{};
    std::string classes{};
    Attributes attributes{};
};

Html render(const InsetText& inset);

} // namespace onroll::design
