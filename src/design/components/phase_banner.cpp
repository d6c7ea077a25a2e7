#include "design/components/phase_banner.h"

namespace onroll::design {

Html render(const PhaseBanner& banner)
{
    Tag tag = banner.tag;
    tag.classes = classes({"govuk-phase-banner__content__tag", tag.classes});
    return element(
        "div",
        Attributes{
            {"class", classes({"govuk-phase-banner govuk-width-container", banner.classes})}} +
            banner.attributes,
        element("p", {{"class", "govuk-phase-banner__content"}}, render(tag), " ",
                element("span", {{"class", "govuk-phase-banner__text"}}, banner.content)));
}

} // namespace onroll::design
