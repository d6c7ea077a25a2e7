// An act, or a way to start one. GOV.UK Design System: button. One primary button a page; none
// disabled (CV-18).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Button {
    Html content{};
    std::string href{}; ///< then a link that looks like a button
    std::string type = "submit";
    std::string name{};
    std::string value{};
    std::string id{};
    std::string classes{}; ///< govuk-button--secondary, govuk-button--warning
    bool is_start = false;
    bool disabled = false;
    std::optional<bool> prevent_double_click{};
    Attributes attributes{};
};

Html render(const Button& button);

/// Buttons and links beside each other.
Html button_group(const std::vector<Html>& buttons);

} // namespace onroll::design
