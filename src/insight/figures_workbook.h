// A table of figures as a spreadsheet for people: cover with source and licence, notes with the
// rules and the symbols, and the table.
#pragma once

#include "insight/figures_table.h"
#include "platform/xlsx/workbook.h"

#include <vector>

namespace onroll::insight {

/// One sheet for each table; sources and notes of all of them. `data_of` is the day of the newest
/// import, so that the same figures give the same bytes.
xlsx::Workbook workbook_of(const std::string& title, const std::vector<FiguresTable>& tables,
                           Date data_of);

} // namespace onroll::insight
