// Rows of a list of facts.
#pragma once

#include "design/components/summary_list.h"

#include <string_view>

namespace onroll::people {

/// Adds a row; none where there is nothing to say under that key.
void add_row(design::SummaryList& list, std::string_view key, const design::Html& value);

} // namespace onroll::people
