// Boxes: a card beside the text, the contents of a page, what is not known, and the two columns
// they stand in.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Card {
    Html title{};
    Html content{};
    int heading_level = 2;
    std::string classes{};
};

Html render(const Card& card);

struct ContentsItem {
    Html content{};
    std::string href;
};

/// Links to the parts of a long page, in a card; left out on paper.
struct Contents {
    std::vector<ContentsItem> items{};
    std::string title = "On this page";
};

Html render(const Contents& contents);

/// A plain list of links, as inside a card.
Html link_list(const std::vector<ContentsItem>& items);

/// What could not be told, and what would tell it: an answer, not an error.
struct UnknownBox {
    std::vector<Html> items{};
    Html title = "What is missing";
    int heading_level = 3;
};

Html render(const UnknownBox& box);

/// The text, and at its side what belongs to it; below each other on a narrow screen.
Html two_columns(const Html& main, const Html& side);

} // namespace onroll::design
