// The front page, and the pages that the foot of every page links to. Holds words only.
#pragma once

#include "design/page.h"
#include "platform/http/router.h"

#include <string>

namespace onroll::about {

/// What the area says of itself on these pages.
struct Area {
    const design::Site* site = nullptr;
    std::string name;
    std::string advice_name;
    std::string advice_phone; ///< may be empty
    std::string advice_hours;
};

/// Adds /, /help, /privacy, /accessibility, /cookies and /feedback. `area` must outlive the router.
void add_pages(http::Router& router, const Area& area);

} // namespace onroll::about
