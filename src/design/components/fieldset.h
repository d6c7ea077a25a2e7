// Fields that answer one question, under one legend. GOV.UK Design System: fieldset.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Legend {
    Html content{}; ///< no legend is rendered while it is empty
    std::string classes{};
    bool is_page_heading = false;
};

struct Fieldset {
    Legend legend{};
    Html content{};
    std::string classes{};
    std::string role{};
    std::string described_by{};
    Attributes attributes{};
};

Html render(const Fieldset& fieldset);

} // namespace onroll::design
