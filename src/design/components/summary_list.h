// Names and values, with ways to change them. GOV.UK Design System: summary list, with or without a
// card around it.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct SummaryAction {
    Html content{}; ///< "Change"
    std::string href{};
    std::string visually_hidden{}; ///< what is changed, for screen readers
    std::string classes{};
    Attributes attributes{};
};

struct SummaryPart {
    Html content{};
    std::string classes{};
};

struct SummaryRow {
    SummaryPart key{};
    SummaryPart value{};
    std::vector<SummaryAction> actions{};
    std::string actions_classes{};
    std::string classes{};
};

struct SummaryCard {
    Html title{};
    int heading_level = 2;
    std::string title_classes{};
    std::vector<SummaryAction> actions{};
    std::string actions_classes{};
    std::string classes{};
    Attributes attributes{};
};

struct SummaryList {
    std::vector<SummaryRow> rows{};
    std::optional<SummaryCard> card{};
    std::string classes{};
    Attributes attributes{};
};

Html render(const SummaryList& list);

} // namespace onroll::design
