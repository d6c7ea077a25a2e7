// The foot of every page: the links that must be in the same place everywhere (CV-41, WCAG 3.2.6),
// and that this is not GOV.UK. Ours: the GOV.UK footer carries the crown and the crest.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct FooterLink {
    std::string text;
    std::string href;
};

struct Footer {
    std::string title = "Support links"; ///< for screen readers
    std::vector<FooterLink> links{};
    Html note{};
};

Html render(const Footer& footer);

} // namespace onroll::design
