#include "design/components/back_link.h"

namespace onroll::design {

Html render(const BackLink& back)
{
    return element(
        "a",
        Attributes{{"href", back.href}, {"class", classes({"govuk-back-link", back.classes})}} +
            back.attributes,
        back.content);
}

} // namespace onroll::design
