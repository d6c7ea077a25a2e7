#include "design/components/hint.h"

namespace onroll::design {

Html render(const Hint& hint)
{
    return element(
        "div",
        Attributes{maybe("id", hint.id), {"class", classes({"govuk-hint", hint.classes})}} +
            hint.attributes,
        hint.content);
}

} // namespace onroll::design
