// The end of a flow, in large words. GOV.UK Design System: panel; with the class
// govuk-panel--interruption, a stop on the way.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct PanelAction {
    std::string text{};
    std::string href{};
    std::string type{};
    std::string classes{};
    Attributes attributes{};
};

struct Panel {
    Html title{};
    Html content{};
    int heading_level = 1;
    std::vector<PanelAction> actions{}; ///< only for an interruption
    std::string actions_classes{};
    Attributes actions_attributes{};
    std::string classes{};
    Attributes attributes{};
};

Html render(const Panel& panel);

} // namespace onroll::design
