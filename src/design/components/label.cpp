#include "design/components/label.h"

namespace onroll::design {

Html render(const Label& label)
{
    if (label.content.empty()) return {};
    Html words = element(
        "label",
        Attributes{{"class", classes({"govuk-label", label.classes})}, maybe("for", label.for_id)} +
            label.attributes,
        label.content);
    if (!label.is_page_heading) return words;
    return element("h1", {{"class", "govuk-label-wrapper"}}, words);
}

} // namespace onroll::design
