#include "design/components/inset_text.h"

namespace onroll::design {

Html render(const InsetText& inset)
{
    return element(
        "div",
        Attributes{maybe("id", inset.id), {"class", classes({"govuk-inset-text", inset.classes})}} +
            inset.attributes,
        inset.content);
}

} // namespace onroll::design
