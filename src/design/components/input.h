// One line of text. GOV.UK Design System: text input. The value is kept as it was typed (CV-23).
#pragma once

#include "design/components/form_group.h"
#include "design/html.h"

namespace onroll::design {

/// A unit or sign in front of or behind the field; screen readers do not say it.
struct Affix {
    Html content{};
    std::string classes{};
    Attributes attributes{};
};

struct Input {
    std::string name;
    std::string id{}; ///< the name, when empty
    Label label{};
    std::optional<Hint> hint{};
    std::optional<ErrorMessage> error{};
    std::string value{};
    std::string type = "text";
    std::string classes{};
    std::string inputmode{};
    std::string autocomplete{};
    std::string autocapitalize{};
    std::string pattern{};
    std::string described_by{};
    std::optional<bool> spellcheck{};
    bool disabled = false;
    std::optional<Affix> prefix{};
    std::optional<Affix> suffix{};
    std::string wrapper_classes{};
    Attributes wrapper_attributes{};
    FormGroup form_group{};
    Attributes attributes{};
};

Html render(const Input& input);

} // namespace onroll::design
