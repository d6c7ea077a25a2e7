// Any number of answers. GOV.UK Design System: checkboxes.
#pragma once

#include "design/components/form_group.h"
#include "design/html.h"

namespace onroll::design {

struct Checkbox {
    std::string value{};
    Html content{};
    std::optional<Hint> hint{};
    std::optional<bool> checked{}; ///< decided by Checkboxes::values, when there is none
    Html conditional{};            ///< shown while this one is ticked
    std::string divider{};         ///< "or": then this is no answer but a word between answers
    std::string behaviour{};       ///< "exclusive" for "None of these"
    std::string id{};
    std::string name{}; ///< the group's, when empty
    bool disabled = false;
    std::string label_classes{};
    Attributes label_attributes{};
    Attributes attributes{};
};

struct Checkboxes {
    std::string name;
    std::string id_prefix{}; ///< the name, when empty
    std::optional<Fieldset> fieldset{};
    std::optional<Hint> hint{};
    std::optional<ErrorMessage> error{};
    std::vector<Checkbox> items{};
    std::vector<std::string> values{}; ///< values of the ticked answers
    std::string classes{};
    std::string described_by{};
    FormGroup form_group{};
    Attributes attributes{};
};

Html render(const Checkboxes& checkboxes);

} // namespace onroll::design
