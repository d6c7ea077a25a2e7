// From one page of a list to another. GOV.UK Design System: pagination (CV-10: 25 to 50 a page).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct PageLink {
    std::string href{};
    Html content{}; ///< "Previous page" or "Next page", when empty
    std::string label{};
    Attributes attributes{};
};

struct PageItem {
    std::string number{};
    std::string href{};
    bool current = false;
    bool ellipsis = false;
    std::optional<std::string> label{}; ///< "Page 3", when there is none
    Attributes attributes{};
};

struct Pagination {
    std::optional<PageLink> previous{};
    std::optional<PageLink> next{};
    std::vector<PageItem> items{};
    std::string landmark_label = "Pagination";
    std::string classes{};
    Attributes attributes{};
};

Html render(const Pagination& pagination);

/// Links to the first, last and neighbouring pages of `pages`, with gaps between. `current` counts
/// from 1; each address is `href_before_number` and the number. Empty for one page.
Html page_links(int current, int pages, const std::string& href_before_number);

} // namespace onroll::design
