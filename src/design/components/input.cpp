#include "design/components/input.h"

namespace onroll::design {
namespace input_detail {

Html field(const Input& input, std::string_view id, std::string_view described_by)
{
    const std::string_view spelling = !input.spellcheck ? "" : *input.spellcheck ? "true" : "false";
    return void_element("input",
                        Attributes{{"class", classes({"govuk-input", input.classes,
                                                      input.error ? "govuk-input--error" : ""})},
                                   {"id", id},
                                   {"name", input.name},
                                   {"type", input.type},
                                   maybe("spellcheck", spelling),
                                   maybe("value", input.value),
                                   flag("disabled", input.disabled),
                                   maybe("aria-describedby", described_by),
                                   maybe("autocomplete", input.autocomplete),
                                   maybe("autocapitalize", input.autocapitalize),
                                   maybe("pattern", input.pattern),
                                   maybe("inputmode", input.inputmode)} +
                            input.attributes);
}

Html affix(const std::optional<Affix>& affix, std::string_view side)
{
    if (!affix || affix->content.empty()) return {};
    return element("div",
                   Attributes{{"class", classes({side, affix->classes})}, {"aria-hidden", "true"}} +
                       affix->attributes,
                   affix->content);
}

} // namespace input_detail

Html render(const Input& input)
{
    const std::string& id = input.id.empty() ? input.name : input.id;
    const FieldTop top = field_top(id, input.described_by, input.label, input.hint, input.error);
    const Html field = input_detail::field(input, id, top.described_by);
    const Html before =
        input.form_group.before_input + input_detail::affix(input.prefix, "govuk-input__prefix");
    const Html after =
        input_detail::affix(input.suffix, "govuk-input__suffix") + input.form_group.after_input;
    const bool wrapped = !before.empty() || !after.empty();
    const Html inside =
        wrapped ? element("div",
                          Attributes{
                              {"class", classes({"govuk-input__wrapper", input.wrapper_classes})}} +
                              input.wrapper_attributes,
                          before, field, after)
                : field;
    return render(input.form_group, input.error.has_value(), top.html + inside);
}

} // namespace onroll::design
