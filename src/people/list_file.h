// A list of children as a file for a spreadsheet: the first row says who made it, when and what
// for, and no cell runs as a formula. trust.md U-08.
#pragma once

#include "people/types_export.h"

#include "kernel/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::people {

std::string list_as_csv(const std::vector<ListedForExport>& list, const MadeBy& made);
/// unavailable where the temporary folder cannot be written.
Result<std::string> list_as_workbook(const std::vector<ListedForExport>& list, const MadeBy& made);

} // namespace onroll::people
