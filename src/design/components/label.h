// The words that name a field. GOV.UK Design System: label.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Label {
    Html content{}; ///< nothing is rendered while it is empty
    std::string for_id{};
    std::string classes{};
    bool is_page_heading = false;
    Attributes attributes{};
};

Html render(const Label& label);

} // namespace onroll::design
