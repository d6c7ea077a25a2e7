// Reads a list of children from comma-separated values: finds the columns by the names people use,
// says what is wrong with each cell and what to do. Touches no store. trust.md U-07, U-09.
#pragma once

#include "people/types_import.h"

#include "kernel/result.h"
#include "platform/csv/reader.h"

#include <string>

namespace onroll::people {

/// bad_input where the file is no such list: no column for first name, last name or date of birth,
/// or rows that cannot be told apart. `today` bounds the dates of birth.
Result<ChildList> read_child_list(csv::Reader& reader, Date today);
/// The same for bytes as they were sent: a Common Transfer File too, each pupil as a row.
Result<ChildList> read_child_list(std::string bytes, Date today);

/// An empty list with the columns that are understood, to be filled in.
std::string child_list_template();

} // namespace onroll::people
