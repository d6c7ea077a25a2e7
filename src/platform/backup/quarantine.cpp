#include "platform/backup/quarantine.h"

#include <fstream>
#include <vector>

namespace onroll::backup {
namespace quarantine_detail {

std::filesystem::path mark(const std::filesystem::path& data)
{
    return data / "restored-and-not-confirmed";
}

/// Messages that were put into the folder for the area's own mail system, and where they wait while
/// that must not take them.
constexpr const char* outbox = "outbox";
constexpr const char* held_outbox = "outbox-held";

Error cannot_change(const std::filesystem::path& data)
{
    return {ErrorKind::unavailable,
            data.string() + " cannot be written to. Check its owner and permissions",
            {},
            {}};
}

/// Every file of one folder into the other; the first is gone then.
Result<void> move_files(const std::filesystem::path& data, const char* from, const char* to)
{
    namespace fs = std::filesystem;
    std::error_code trouble;
    if (!fs::exists(data / from, trouble)) return {};
    fs::create_directories(data / to, trouble);
    fs::permissions(data / to, fs::perms::owner_all, trouble);
    std::vector<fs::path> files;
    for (const auto& one : fs::directory_iterator(data / from, trouble))
        files.push_back(one.path());
    for (const auto& file : files)
        if (!trouble) fs::rename(file, data / to / file.filename(), trouble);
    if (!trouble) fs::remove(data / from, trouble);
    if (trouble) return cannot_change(data);
    return {};
}

} // namespace quarantine_detail
using namespace quarantine_detail;

bool is_quarantined(const std::filesystem::path& data)
{
    std::error_code trouble;
    // What cannot be looked at is not believed to be free.
    const bool there = std::filesystem::exists(mark(data), trouble);
    return there || trouble;
}

Result<void> put_into_quarantine(const std::filesystem::path& data)
{
    std::ofstream file(mark(data));
    file << "Put back from a backup. Nothing is sent out until `onroll backup confirm`.\n";
    file.close();
    if (!file) return cannot_change(data);
    return move_files(data, outbox, held_outbox);
}

Result<void> end_quarantine(const std::filesystem::path& data)
{
    std::error_code trouble;
    if (const auto moved = move_files(data, held_outbox, outbox); !moved) return moved;
    std::filesystem::remove(mark(data), trouble);
    if (trouble) return cannot_change(data);
    return {};
}

} // namespace onroll::backup
