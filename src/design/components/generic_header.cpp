#include "design/components/generic_header.h"

namespace onroll::design {

Html render(const GenericHeader& header)
{
    return element(
        "div",
        Attributes{{"class", classes({"govuk-generic-header", header.classes})}} +
            header.attributes,
        element("div",
                {{"class", classes({"govuk-generic-header__container", header.container_classes})}},
                element("div", {{"class", "govuk-generic-header__logo"}},
                        element("a",
                                {{"href", header.href},
                                 {"class", "govuk-generic-header__homepage-link"}},
                                header.logo))));
}

} // namespace onroll::design
