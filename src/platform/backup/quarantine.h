// Whether a data folder was put back from a backup and nobody has yet said that it is the one to
// work with. Until then nothing may be sent out of it (trust.md O-05): two servers would write to
// the same families.
#pragma once

#include "kernel/result.h"

#include <filesystem>

namespace onroll::backup {

/// Cheap: asks for one file. The server asks when it starts.
bool is_quarantined(const std::filesystem::path& data);
/// What lies in `outbox` for the area's own mail system is held in `outbox-held` meanwhile: it left
/// once already, or would leave from two servers. unavailable where the mark cannot be made, or
/// taken away.
Result<void> put_into_quarantine(const std::filesystem::path& data);
Result<void> end_quarantine(const std::filesystem::path& data);

} // namespace onroll::backup
