#include "platform/backup/prune.h"

#include "platform/backup/archive.h"
#include "platform/clock/clock.h"

#include <algorithm>
#include <set>
#include <utility>

#include <sys/stat.h>

namespace onroll::backup {
namespace prune_detail {

int month_number(Date day)
{
    return year_of(day) * 12 + static_cast<int>(month_of(day));
}

} // namespace prune_detail

std::vector<KeptBackup> may_go(std::vector<KeptBackup> backups, Date today)
{
    using prune_detail::month_number;
    std::sort(backups.begin(), backups.end(), [](const KeptBackup& one, const KeptBackup& other) {
        return std::pair(one.made, one.moment) > std::pair(other.made, other.moment);
    });
    std::set<Date> days;
    std::set<int> months;
    std::vector<KeptBackup> go;
    for (std::size_t i = 0; i < backups.size(); ++i) {
        const auto made = backups[i].made;
        const bool last_of_day = days.insert(made).second;
        const bool last_of_month = months.insert(month_number(made)).second;
        const bool by_day = last_of_day && today - made < std::chrono::days(days_kept);
        const bool by_month =
            last_of_month && month_number(today) - month_number(made) < months_kept;
        if (i > 0 && !by_day && !by_month) go.push_back(backups[i]);
    }
    std::reverse(go.begin(), go.end());
    return go;
}

Result<std::vector<KeptBackup>> backups_in(const std::filesystem::path& folder)
{
    std::error_code trouble;
    if (!std::filesystem::is_directory(folder, trouble))
        return not_found("There is no folder " + folder.string());
    std::vector<KeptBackup> backups;
    for (const auto& one : std::filesystem::directory_iterator(folder, trouble)) {
        if (one.path().extension() != ".backup" || !one.is_regular_file() || one.is_symlink())
            continue;
        struct stat about {};
        if (::lstat(one.path().c_str(), &about) != 0) return cannot_read(one.path());
        const Instant written{std::chrono::seconds(about.st_mtim.tv_sec)};
        backups.push_back({one.path(), in_london(written).date,
                           about.st_mtim.tv_sec * 1'000'000'000 + about.st_mtim.tv_nsec});
    }
    if (trouble) return cannot_read(folder);
    return backups;
}

} // namespace onroll::backup
