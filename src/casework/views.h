// What the frame of the advice service's pages shows: who runs the service, that it is
// confidential, and the limits of that (trust.md W-10).
#pragma once

#include "design/html.h"

#include <string>

namespace onroll::casework {

/// Who runs the service and what confidential means, on each of its pages.
design::Html confidential_notice(const std::string& service, const std::string& area);

} // namespace onroll::casework
