#include "design/components/skip_link.h"

namespace onroll::design {

Html render(const SkipLink& skip)
{
    return element(
        "a",
        Attributes{{"href", skip.href}, {"class", classes({"govuk-skip-link", skip.classes})}} +
            skip.attributes + Attributes{{"data-module", "govuk-skip-link"}},
        skip.content);
}

} // namespace onroll::design
