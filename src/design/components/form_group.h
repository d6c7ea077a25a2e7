// What fields share: the group around a field, and the label, hint and error above it with the ids
// that describe it.
#pragma once

#include "design/components/error_message.h"
#include "design/components/fieldset.h"
#include "design/components/hint.h"
#include "design/components/label.h"
#include "design/html.h"

namespace onroll::design {

struct FormGroup {
    std::string classes{};
    Attributes attributes{};
    Html before_input{};
    Html after_input{};
};

/// What stands above a field, and the value of the field's aria-describedby.
struct FieldTop {
    Html html;
    std::string described_by;
};

/// Hint and error get the ids `id-hint` and `id-error`.
FieldTop field_top(std::string_view id, std::string_view described_by,
                   const std::optional<Hint>& hint, const std::optional<ErrorMessage>& error);

/// The same with a label for the field `id` first.
FieldTop field_top(std::string_view id, std::string_view described_by, const Label& label,
                   const std::optional<Hint>& hint, const std::optional<ErrorMessage>& error);

/// The group around a field; red at its side when `has_error`.
Html render(const FormGroup& group, bool has_error, const Html& inside);

/// `inside` in the fieldset, where there is one, described by `described_by`.
Html in_fieldset(const std::optional<Fieldset>& fieldset, const std::string& described_by,
                 const Html& inside, std::string_view role = {});

} // namespace onroll::design
