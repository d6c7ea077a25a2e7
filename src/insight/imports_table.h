// Reads the rows of a table in DfE's standard layout, a row for each area, period and filter, into
// series. Pure: no clock, no database.
#pragma once

#include "insight/imports.h"

#include "insight/files.h"

namespace onroll::insight {

/// `file` is what is known of it before its rows.
Result<StatisticsFile> read_by_place(csv::Reader& reader, const FileKind& kind,
                                     const std::optional<std::vector<MetaColumn>>& meta,
                                     StatisticsFile file, const KnownCodes& known);

} // namespace onroll::insight
