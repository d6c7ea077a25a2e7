// For `onroll verify`: whether each attachment that a row names is on the disk, and is what was
// sent. trust.md R-08, O-05.
#pragma once

#include "kernel/result.h"
#include "platform/clock/clock.h"

#include <filesystem>
#include <iosfwd>

namespace onroll::casework {

/// Opens every file of every advice store in the data folder and says how many are sound.
/// unavailable where one is missing, changed or cannot be opened, with how many; it names no file
/// of a person.
Result<void> check_attachments(const std::filesystem::path& data, std::ostream& out);

} // namespace onroll::casework
