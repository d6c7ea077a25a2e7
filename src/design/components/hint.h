// Help with a field, under its label. GOV.UK Design System: hint text.
#pragma once

#include "design/html.h"

namespace onroll::design {

struct Hint {
    Html content{};
    std::string id{};
    std::string classes{};
    Attributes attributes{};
};

Html render(const Hint& hint);

} // namespace onroll::design
