// A list as a file: every cell is text that no spreadsheet runs, and each row of a CSV file, or the
// cover of a workbook, says who took it, when and for what. Pure. trust.md U-08, U-11.
#pragma once

#include "casework/types_lists.h"

#include "kernel/result.h"
#include "platform/http/response.h"

#include <string>

namespace onroll::casework {

/// As comma-separated values, with the columns taken_by, taken_at and taken_for after its own.
std::string csv_of(const ListTable& table, const Stamp& stamp);
/// The bytes of a spreadsheet; as xlsx::write refuses.
Result<std::string> workbook_of(const ListTable& table, const Stamp& stamp);

/// The file as a download, named for the list and the day alone.
Result<http::Response> file_response(const ListTable& table, ListKind kind, FileFormat format,
                                     const Stamp& stamp);

} // namespace onroll::casework
