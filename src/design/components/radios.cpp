#include "design/components/radios.h"

#include "design/components/choice.h"

namespace onroll::design {

Html render(const Radios& radios)
{
    const std::string& prefix = radios.id_prefix.empty() ? radios.name : radios.id_prefix;
    const FieldTop top = field_top(prefix, radios.fieldset ? radios.fieldset->described_by : "",
                                   radios.hint, radios.error);
    HtmlWriter out;
    out.add(top.html);
    out.open("div", Attributes{{"class", classes({"govuk-radios", radios.classes})}} +
                        radios.attributes + Attributes{{"data-module", "govuk-radios"}});
    out.add(radios.form_group.before_input);
    for (std::size_t i = 0; i < radios.items.size(); ++i) {
        const Radio& item = radios.items[i];
        const bool checked =
            item.checked.value_or(!radios.value.empty() && item.value == radios.value);
        out.add(render(Choice{.block = "govuk-radios",
                              .type = "radio",
                              .id = item.id.empty() ? choice_id(prefix, i) : item.id,
                              .name = radios.name,
                              .value = item.value,
                              .checked = checked,
                              .disabled = item.disabled,
                              .described_by = {},
                              .attributes = item.attributes,
                              .divider = item.divider,
                              .label = Label{.content = item.content,
                                             .classes = item.label_classes,
                                             .attributes = item.label_attributes},
                              .hint = item.hint,
                              .conditional = item.conditional}));
    }
    out.add(radios.form_group.after_input).close();
    return render(radios.form_group, radios.error.has_value(),
                  in_fieldset(radios.fieldset, top.described_by, std::move(out).done()));
}

} // namespace onroll::design
