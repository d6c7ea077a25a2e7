// What state the service is in, above everything else. GOV.UK Design System: phase banner.
#pragma once

#include "design/components/tag.h"
#include "design/html.h"

namespace onroll::design {

struct PhaseBanner {
    Tag tag{};
    Html content{};
    std::string classes{};
    Attributes attributes{};
};

Html render(const PhaseBanner& banner);

} // namespace onroll::design
