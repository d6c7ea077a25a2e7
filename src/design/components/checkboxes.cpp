#include "design/components/checkboxes.h"

#include "design/components/choice.h"

#include <algorithm>

namespace onroll::design {
namespace checkboxes_detail {

bool is_ticked(const Checkboxes& checkboxes, const Checkbox& item)
{
    if (item.checked) return *item.checked;
    return std::find(checkboxes.values.begin(), checkboxes.values.end(), item.value) !=
           checkboxes.values.end();
}

Choice choice(const Checkboxes& checkboxes, const Checkbox& item, std::string id,
              std::string_view described_by)
{
    return Choice{.block = "govuk-checkboxes",
                  .type = "checkbox",
                  .id = std::move(id),
                  .name = item.name.empty() ? checkboxes.name : item.name,
                  .value = item.value,
                  .checked = is_ticked(checkboxes, item),
                  .disabled = item.disabled,
                  .described_by = described_by,
                  .attributes =
                      Attributes{maybe("data-behaviour", item.behaviour)} + item.attributes,
                  .divider = item.divider,
                  .label = Label{.content = item.content,
                                 .classes = item.label_classes,
                                 .attributes = item.label_attributes},
                  .hint = item.hint,
                  .conditional = item.conditional};
}

} // namespace checkboxes_detail

Html render(const Checkboxes& checkboxes)
{
    const std::string& prefix =
        checkboxes.id_prefix.empty() ? checkboxes.name : checkboxes.id_prefix;
    const bool by_fieldset = checkboxes.fieldset && !checkboxes.fieldset->described_by.empty();
    const FieldTop top =
        field_top(prefix, by_fieldset ? checkboxes.fieldset->described_by : checkboxes.described_by,
                  checkboxes.hint, checkboxes.error);
    HtmlWriter out;
    out.add(top.html);
    out.open("div", Attributes{{"class", classes({"govuk-checkboxes", checkboxes.classes})}} +
                        checkboxes.attributes + Attributes{{"data-module", "govuk-checkboxes"}});
    out.add(checkboxes.form_group.before_input);
    const std::string_view described_by =
        checkboxes.fieldset ? std::string_view() : top.described_by;
    for (std::size_t i = 0; i < checkboxes.items.size(); ++i) {
        const Checkbox& item = checkboxes.items[i];
        out.add(render(checkboxes_detail::choice(
            checkboxes, item, item.id.empty() ? choice_id(prefix, i) : item.id, described_by)));
    }
    out.add(checkboxes.form_group.after_input).close();
    return render(checkboxes.form_group, checkboxes.error.has_value(),
                  in_fieldset(checkboxes.fieldset, top.described_by, std::move(out).done()));
}

} // namespace onroll::design
