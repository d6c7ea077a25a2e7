// Something that has consequences. GOV.UK Design System: warning text.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct WarningText {
    Html content{};
    std::string icon_meaning = "Warning"; ///< what a screen reader says for the sign
    std::string classes{};
    Attributes attributes{};
};

Html render(const WarningText& warning);

} // namespace onroll::design
