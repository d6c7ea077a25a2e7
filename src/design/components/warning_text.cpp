#include "design/components/warning_text.h"

namespace onroll::design {

Html render(const WarningText& warning)
{
    return element(
        "div",
        Attributes{{"class", classes({"govuk-warning-text", warning.classes})}} +
            warning.attributes,
        element("span", {{"class", "govuk-warning-text__icon"}, {"aria-hidden", "true"}}, "!"), " ",
        element("strong", {{"class", "govuk-warning-text__text"}},
                visually_hidden(warning.icon_meaning), " ", warning.content));
}

} // namespace onroll::design
