// What one cell of a file says: a number, or one of the symbols that official statistics use in
// place of one. Pure: no clock, no database.
#pragma once

#include "insight/files.h"
#include "insight/types.h"

#include <optional>
#include <string_view>

namespace onroll::insight {

/// The cell as a figure without row and release; nothing where it is neither a number nor a symbol.
/// Thousands may be marked by commas; a percent sign after the number is dropped. `low`, `~` and
/// `k` round to zero; `c` hides; `z` and `.` do not apply; `u` is unreliable; `-`, `:` and `NA` are
/// not available; `x` is as the file's time had it.
std::optional<Figure> read_cell(std::string_view text, MeaningOfX meaning_of_x);

/// The period that the two time columns of DfE's standard say. An empty identifier is read by the
/// length: six digits are a school year, four a calendar year. Nothing where they are none that is
/// kept here, or contradict each other.
std::optional<Period> read_period(std::string_view time_period, std::string_view time_identifier);

/// A year of the interactive tool: "2015/16", "2016", "2024-25 (OT)", "2025 (prov)". `qualifier`
/// becomes what is in brackets.
std::optional<Period> read_tool_year(std::string_view text, std::string_view& qualifier);

} // namespace onroll::insight
