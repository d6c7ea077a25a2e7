// Makes a file, or the list of a folder, durable. Internal to platform/db.
#pragma once

#include <filesystem>

namespace onroll::db {

/// Throws Failure where the disk refuses.
void sync_path(const std::filesystem::path& path);

} // namespace onroll::db
