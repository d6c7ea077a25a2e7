// The service's name and menu, under the header. GOV.UK Design System: service navigation.
#pragma once

#include "design/html.h"

namespace onroll::design {

/// Whether the reader is on this page, or on another page of this item's part of the service.
enum class Here { no, in_this_part, on_this_page };

struct NavigationItem {
    Html content{};
    std::string href{};
    Here here = Here::no;
    Attributes attributes{};
};

struct ServiceNavigation {
    std::string service_name{};
    std::string service_href{};
    std::vector<NavigationItem> items{};
    std::optional<bool> collapse_on_mobile{}; ///< with more than one item, when there is none
    std::string label{}; ///< of the landmark; the menu button's text, when empty
    std::string menu_text = "Menu";
    std::string menu_label{};
    std::string navigation_id = "navigation";
    std::string navigation_classes{};
    std::string aria_label = "Service information";
    std::string classes{};
    Attributes attributes{};
    Html slot_start{};
    Html slot_navigation_start{};
    Html slot_navigation_end{};
    Html slot_end{};
    bool slot_end_inline = false;
};

Html render(const ServiceNavigation& navigation);

} // namespace onroll::design
