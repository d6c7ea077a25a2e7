// Parts of which one is read at a time. GOV.UK Design System: tabs. Without scripts: a list of
// links and all parts below.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Tab {
    std::string label{};
    Html content{};
    std::string id{}; ///< the tabs' id_prefix and a number, when empty
    Attributes attributes{};
    Attributes panel_attributes{};
};

struct Tabs {
    std::vector<Tab> items{};
    std::string title = "Contents";
    std::string id{};
    std::string id_prefix{};
    std::string classes{};
    Attributes attributes{};
};

Html render(const Tabs& tabs);

} // namespace onroll::design
