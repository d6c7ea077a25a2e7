// Whether a data folder was put back from a backup and nobody has yet said that it is the one to
// work with. Until then nothing may be sent out of it (trust.md O-05): two servers would write to
// the same families.
#pragma once

#include "kernel/result.h"

#include <filesystem>

namespace onroll::backup {

/// Cheap: asks for one file. What sends messages asks each time.
bool is_quarantined(const std::filesystem::path& data);
/// unavailable where the mark cannot be made, or taken away.
Result<void> put_into_quarantine(const std::filesystem::path& data);
Result<void> end_quarantine(const std::filesystem::path& data);

} // namespace onroll::backup
