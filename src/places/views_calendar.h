// The term dates of one school year: a table, a grid for each month, and where they come from.
#pragma once

#include "places/views.h"

#include "design/html.h"

namespace onroll::places {

design::Html calendar_view(const SchoolView& view);

} // namespace onroll::places
