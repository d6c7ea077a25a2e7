#include "design/components/details.h"

namespace onroll::design {

Html render(const Details& details)
{
    return element(
        "details",
        Attributes{maybe("id", details.id),
                   {"class", classes({"govuk-details", details.classes})}} +
            details.attributes + Attributes{flag("open", details.open)},
        element("summary", {{"class", "govuk-details__summary"}},
                element("span", {{"class", "govuk-details__summary-text"}}, details.summary)),
        element("div", {{"class", "govuk-details__text"}}, details.content));
}

} // namespace onroll::design
