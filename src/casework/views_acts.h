// Acts of a page beside its own: a page has one primary button, and what stops or removes something
// says so by its colour. GOV.UK Design System: button.
#pragma once

#include "design/html.h"

#include <string>
#include <string_view>

namespace onroll::casework {

enum class Weight { beside, warning };

/// A form that posts, as forms::posting, whose button is not the page's primary one.
design::Html act_beside(const std::string& action, const design::Html& start,
                        const design::Html& inside, std::string_view words,
                        Weight weight = Weight::beside, std::string_view encoding = {});

} // namespace onroll::casework
