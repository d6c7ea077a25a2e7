#include "design/components/form_group.h"

namespace onroll::design {

FieldTop field_top(std::string_view id, std::string_view described_by,
                   const std::optional<Hint>& hint, const std::optional<ErrorMessage>& error)
{
    FieldTop top{{}, std::string(described_by)};
    if (hint) {
        Hint placed = *hint;
        placed.id = std::string(id) + "-hint";
        top.described_by = classes({top.described_by, placed.id});
        top.html += render(placed);
    }
    if (error) {
        ErrorMessage placed = *error;
        placed.id = std::string(id) + "-error";
        top.described_by = classes({top.described_by, placed.id});
        top.html += render(placed);
    }
    return top;
}

FieldTop field_top(std::string_view id, std::string_view described_by, const Label& label,
                   const std::optional<Hint>& hint, const std::optional<ErrorMessage>& error)
{
    FieldTop rest = field_top(id, described_by, hint, error);
    Label placed = label;
    placed.for_id = std::string(id);
    return {render(placed) + rest.html, std::move(rest.described_by)};
}

Html render(const FormGroup& group, bool has_error, const Html& inside)
{
    return element("div",
                   Attributes{{"class", classes({"govuk-form-group",
                                                 has_error ? "govuk-form-group--error" : "",
                                                 group.classes})}} +
                       group.attributes,
                   inside);
}

Html in_fieldset(const std::optional<Fieldset>& fieldset, const std::string& described_by,
                 const Html& inside, std::string_view role)
{
    if (!fieldset) return inside;
    Fieldset placed = *fieldset;
    placed.described_by = described_by;
    placed.content = inside;
    placed.role = std::string(role);
    return render(placed);
}

} // namespace onroll::design
