// A form that narrows a list, and the filters that are on with a way to take each off (CV-10).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct SelectedFilter {
    std::string text;
    std::string remove_href;
};

struct FilterForm {
    std::string action;
    std::vector<Html> fields{}; ///< inputs and selects
    Html button = "Apply filters";
    std::string label = "Narrow the list";
    std::vector<SelectedFilter> selected{};
    std::string clear_href{}; ///< takes all off
    /// Hidden fields of a form that posts, so that what is looked for stands in no address; empty
    /// for one that is part of the address.
    Html posting{};
};

Html render(const FilterForm& form);

} // namespace onroll::design
