// What a head teacher must do around an exclusion. Words and layout.
#pragma once

#include "design/html.h"
#include "kernel/date.h"

namespace onroll::check {

/// What schools must do around an exclusion, in order, as the rules stand on `today`.
design::Html schools_view(Date today);

} // namespace onroll::check
