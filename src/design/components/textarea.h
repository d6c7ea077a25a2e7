// Several lines of text. GOV.UK Design System: textarea.
#pragma once

#include "design/components/form_group.h"
#include "design/html.h"

namespace onroll::design {

struct Textarea {
    std::string name;
    std::string id{}; ///< the name, when empty
    Label label{};
    std::optional<Hint> hint{};
    std::optional<ErrorMessage> error{};
    std::string value{};
    int rows = 5;
    std::string classes{};
    std::string autocomplete{};
    std::string described_by{};
    std::optional<bool> spellcheck{};
    bool disabled = false;
    FormGroup form_group{};
    Attributes attributes{};
};

Html render(const Textarea& textarea);

} // namespace onroll::design
