// One radio or checkbox with its label, hint and what it reveals: the part that radios and
// checkboxes share.
#pragma once

#include "design/components/hint.h"
#include "design/components/label.h"
#include "design/html.h"

namespace onroll::design {

struct Choice {
    std::string_view block; ///< govuk-radios or govuk-checkboxes
    std::string_view type;  ///< radio or checkbox
    std::string id;
    std::string_view name;
    std::string_view value;
    bool checked = false;
    bool disabled = false;
    std::string_view described_by; ///< ids that describe the whole question
    Attributes attributes;         ///< further ones of the input
    std::string_view divider;      ///< then only this word is rendered
    Label label;
    std::optional<Hint> hint;
    Html conditional;
};

Html render(const Choice& choice);

/// The first choice has the prefix itself as id, so that an error summary can link to it; then
/// `prefix-2`, `prefix-3`.
std::string choice_id(std::string_view prefix, std::size_t index);

} // namespace onroll::design
