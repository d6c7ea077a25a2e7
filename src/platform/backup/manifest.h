// The list of what is in a backup: name, length, SHA-256, as CSV, so that a person can read it.
// Internal to platform/backup.
#pragma once

#include "platform/backup/backup.h"

namespace onroll::backup {

/// unavailable where it cannot be written.
Result<void> write_manifest(const std::vector<Entry>& entries, const std::filesystem::path& file);
/// As written, in the same order. bad_input where it is no such list.
Result<std::vector<Entry>> read_manifest(const std::filesystem::path& file);

} // namespace onroll::backup
