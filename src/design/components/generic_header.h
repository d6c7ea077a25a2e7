// The header of a service that is not GOV.UK. GOV.UK Design System: generic header.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct GenericHeader {
    Html logo{};
    std::string href = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes{};
    Attributes attributes{};
};

Html render(const GenericHeader& header);

} // namespace onroll::design
