// A list to choose one from. GOV.UK Design System: select. Families get radios where they can.
#pragma once

#include "design/components/form_group.h"
#include "design/html.h"

namespace onroll::design {

struct SelectItem {
    std::optional<std::string> value{}; ///< the text, when there is none
    std::string text{};
    std::optional<bool> selected{}; ///< decided by Select::value, when there is none
    bool disabled = false;
    Attributes attributes{};
};

struct Select {
    std::string name;
    std::string id{}; ///< the name, when empty
    Label label{};
    std::optional<Hint> hint{};
    std::optional<ErrorMessage> error{};
    std::vector<SelectItem> items{};
    std::string value{}; ///< value of the item to select; empty for none
    std::string classes{};
    std::string described_by{};
    bool disabled = false;
    FormGroup form_group{};
    Attributes attributes{};
};

Html render(const Select& select);

} // namespace onroll::design
