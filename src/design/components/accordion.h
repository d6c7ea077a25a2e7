// Parts that open and shut. GOV.UK Design System: accordion. Without scripts: all parts, open.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct AccordionSection {
    Html heading{};
    Html summary{};
    Html content{};
    bool expanded = false;
};

struct Accordion {
    std::string id;
    std::vector<AccordionSection> items{};
    int heading_level = 2;
    std::optional<bool> remember_expanded{};
    std::string hide_all_text{};
    std::string hide_text{};
    std::string hide_label{};
    std::string show_all_text{};
    std::string show_text{};
    std::string show_label{};
    std::string classes{};
    Attributes attributes{};
};

Html render(const Accordion& accordion);

} // namespace onroll::design
