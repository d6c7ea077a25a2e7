#include "platform/backup/quarantine.h"

#include <fstream>

namespace onroll::backup {
namespace quarantine_detail {

std::filesystem::path mark(const std::filesystem::path& data)
{
    return data / "restored-and-not-confirmed";
}

Error cannot_change(const std::filesystem::path& data)
{
    return {ErrorKind::unavailable,
            data.string() + " cannot be written to. Check its owner and permissions",
            {},
            {}};
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
    return {};
}

Result<void> end_quarantine(const std::filesystem::path& data)
{
    std::error_code trouble;
    std::filesystem::remove(mark(data), trouble);
    if (trouble) return cannot_change(data);
    return {};
}

} // namespace onroll::backup
