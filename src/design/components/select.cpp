#include "design/components/select.h"

namespace onroll::design {
namespace select_detail {

bool is_selected(const Select& select, const SelectItem& item)
{
    if (item.selected) return *item.selected;
    return !select.value.empty() && item.value.value_or(item.text) == select.value;
}

} // namespace select_detail

Html render(const Select& select)
{
    const std::string& id = select.id.empty() ? select.name : select.id;
    const FieldTop top =
        field_top(id, select.described_by, select.label, select.hint, select.error);
    HtmlWriter out;
    out.add(top.html).add(select.form_group.before_input);
    out.open("select", Attributes{{"class", classes({"govuk-select", select.classes,
                                                     select.error ? "govuk-select--error" : ""})},
                                  {"id", id},
                                  {"name", select.name},
                                  flag("disabled", select.disabled),
                                  maybe("aria-describedby", top.described_by)} +
                           select.attributes);
    for (const auto& item : select.items) {
        out.open("option", Attributes{given("value", item.value),
                                      flag("selected", select_detail::is_selected(select, item)),
                                      flag("disabled", item.disabled)} +
                               item.attributes);
        out.add(item.text).close();
    }
    out.close().add(select.form_group.after_input);
    return render(select.form_group, select.error.has_value(), std::move(out).done());
}

} // namespace onroll::design
