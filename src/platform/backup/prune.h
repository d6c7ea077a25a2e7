// Which backups of a folder may go, so that what was erased leaves them within 13 months: the last
// of each of the latest days is kept, and the last of each of the latest months.
#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

#include <filesystem>
#include <vector>

namespace onroll::backup {

/// With the day of today and the month of today. A backup of a day in the first kept month is gone
/// before 13 months have passed.
inline constexpr int days_kept = 35;
inline constexpr int months_kept = 12;

struct KeptBackup {
    std::filesystem::path file;
    Date made;               ///< in London
    std::int64_t moment = 0; ///< which of a day is the last
};

/// Those that may go, the oldest first. The newest of all is never among them.
std::vector<KeptBackup> may_go(std::vector<KeptBackup> backups, Date today);

/// The files of a folder that are named `….backup`, by when they were written.
/// not_found where there is no such folder.
Result<std::vector<KeptBackup>> backups_in(const std::filesystem::path& folder);

} // namespace onroll::backup
