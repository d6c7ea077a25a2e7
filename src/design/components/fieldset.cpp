#include "design/components/fieldset.h"

namespace onroll::design {
namespace fieldset_detail {

Html legend(const Legend& legend)
{
    if (legend.content.empty()) return {};
    const Attributes attributes{{"class", classes({"govuk-fieldset__legend", legend.classes})}};
    if (!legend.is_page_heading) return element("legend", attributes, legend.content);
    return element("legend", attributes,
                   element("h1", {{"class", "govuk-fieldset__heading"}}, legend.content));
}

} // namespace fieldset_detail

Html render(const Fieldset& fieldset)
{
    return element("fieldset",
                   Attributes{{"class", classes({"govuk-fieldset", fieldset.classes})},
                              maybe("role", fieldset.role),
                              maybe("aria-describedby", fieldset.described_by)} +
                       fieldset.attributes,
                   fieldset_detail::legend(fieldset.legend), fieldset.content);
}

} // namespace onroll::design
