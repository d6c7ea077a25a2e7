#include "design/components/textarea.h"

namespace onroll::design {

Html render(const Textarea& textarea)
{
    const std::string& id = textarea.id.empty() ? textarea.name : textarea.id;
    const FieldTop top =
        field_top(id, textarea.described_by, textarea.label, textarea.hint, textarea.error);
    const std::string rows = std::to_string(textarea.rows);
    const std::string_view spelling = !textarea.spellcheck   ? ""
                                      : *textarea.spellcheck ? "true"
                                                             : "false";
    const Attributes attributes =
        Attributes{
            {"class", classes({"govuk-textarea", textarea.error ? "govuk-textarea--error" : "",
                               textarea.classes})},
            {"id", id},
            {"name", textarea.name},
            {"rows", rows},
            maybe("spellcheck", spelling),
            flag("disabled", textarea.disabled),
            maybe("aria-describedby", top.described_by),
            maybe("autocomplete", textarea.autocomplete)} +
        textarea.attributes;
    // Browsers drop one line break at the start of a textarea; a second one keeps what was typed.
    const bool starts_with_break = !textarea.value.empty() && textarea.value.front() == '\n';
    const Html field =
        element("textarea", attributes, starts_with_break ? "\n" : "", textarea.value);
    return render(textarea.form_group, textarea.error.has_value(),
                  top.html + textarea.form_group.before_input + field +
                      textarea.form_group.after_input);
}

} // namespace onroll::design
