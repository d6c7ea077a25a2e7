// A password, which the person can choose to see. GOV.UK Design System: password input.
#pragma once

#include "design/components/input.h"
#include "design/html.h"

namespace onroll::design {

struct PasswordInput {
    Input input; ///< its type, spelling and capitals are set here; `current-password` unless it
                 ///< says otherwise
    std::string show_text{};
    std::string hide_text{};
    std::string show_label{};
    std::string hide_label{};
    std::string shown_announcement{};
    std::string hidden_announcement{};
    std::string button_classes{};
};

Html render(const PasswordInput& password);

} // namespace onroll::design
