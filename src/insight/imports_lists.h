// Files that are not in DfE's standard layout: the interactive tool, review panels, neighbours,
// authority codes. Pure: no clock, no database.
#pragma once

#include "insight/types_import.h"

#include "kernel/result.h"
#include "platform/csv/reader.h"

namespace onroll::insight {

/// `file` has what is known before the rows are read; each gives it back filled.
Result<StatisticsFile> read_interactive_tool(csv::Reader& reader, StatisticsFile file);
Result<StatisticsFile> read_review_panels(csv::Reader& reader, StatisticsFile file);
Result<StatisticsFile> read_neighbours(csv::Reader& reader, StatisticsFile file);
Result<StatisticsFile> read_authority_codes(csv::Reader& reader, StatisticsFile file);

} // namespace onroll::insight
