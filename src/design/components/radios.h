// One answer of a few. GOV.UK Design System: radios. Works without scripts: what a choice reveals
// is then always shown.
#pragma once

#include "design/components/form_group.h"
#include "design/html.h"

namespace onroll::design {

struct Radio {
    std::string value{};
    Html content{};
    std::optional<Hint> hint{};
    std::optional<bool> checked{}; ///< decided by Radios::value, when there is none
    Html conditional{};            ///< shown while this one is chosen
    std::string divider{};         ///< "or": then this is no answer but a word between answers
    std::string id{};
    bool disabled = false;
    std::string label_classes{};
    Attributes label_attributes{};
    Attributes attributes{};
};

struct Radios {
    std::string name;
    std::string id_prefix{}; ///< the name, when empty; the first answer's id, for the error summary
    std::optional<Fieldset> fieldset{};
    std::optional<Hint> hint{};
    std::optional<ErrorMessage> error{};
    std::vector<Radio> items{};
    std::string value{}; ///< value of the chosen answer; empty for none
    std::string classes{};
    FormGroup form_group{};
    Attributes attributes{};
};

Html render(const Radios& radios);

} // namespace onroll::design
