// For `onroll verify`: whether each attachment that a row names is on the disk, and is what was
// sent. trust.md R-08, O-05.
#pragma once

#include "kernel/result.h"
#include "platform/db/db.h"

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <vector>

namespace onroll::casework {

/// Opens every file that a row of these advice stores names and says how many are sound. The files
/// lie in the data folder, whichever engine holds the rows; a row of every agency is shown to who
/// opened the stores.
/// unavailable where one is missing, changed or cannot be opened, with how many; it names no file
/// of a person.
Result<void> check_attachments(const std::filesystem::path& data,
                               const std::vector<std::unique_ptr<db::Database>>& stores,
                               std::ostream& out);

} // namespace onroll::casework
