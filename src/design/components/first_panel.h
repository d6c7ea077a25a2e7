// The one urgent fact of a result page, which fills the first screen (CV-36).
#pragma once

#include "design/html.h"

namespace onroll::design {

struct FirstPanel {
    Html title{}; ///< who must do what by when
    Html label = "Most urgent";
    Html content{}; ///< paragraphs and a list
    Html ring{};    ///< whom to ring
    std::string id = "first-label";
};

Html render(const FirstPanel& panel);

} // namespace onroll::design
