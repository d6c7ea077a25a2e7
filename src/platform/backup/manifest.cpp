#include "platform/backup/manifest.h"

#include <charconv>
#include <fstream>

namespace onroll::backup {
namespace manifest_detail {

// The name is the last column, so that it may hold commas.
constexpr std::string_view heading = "sha256,bytes,name";

std::optional<Entry> entry_of(const std::string& line)
{
    const auto first = line.find(',');
    const auto second = first == std::string::npos ? first : line.find(',', first + 1);
    if (second == std::string::npos || first != 64) return std::nullopt;
    Entry entry;
    entry.sha256 = line.substr(0, first);
    const auto* begin = line.data() + first + 1;
    const auto* end = line.data() + second;
    const auto read = std::from_chars(begin, end, entry.bytes);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    entry.name = line.substr(second + 1);
    return entry;
}

} // namespace manifest_detail

Result<void> write_manifest(const std::vector<Entry>& entries, const std::filesystem::path& file)
{
    std::ofstream out(file, std::ios::binary);
    out << manifest_detail::heading << "\n";
    for (const auto& entry : entries)
        out << entry.sha256 << ',' << entry.bytes << ',' << entry.name << "\n";
    out.close();
    if (out) return {};
    return Error{ErrorKind::unavailable, file.string() + " cannot be written", {}, {}};
}

Result<std::vector<Entry>> read_manifest(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string line;
    const auto wrong = bad_input("The backup’s list of what is in it cannot be read");
    if (!std::getline(in, line) || line != manifest_detail::heading) return wrong;
    std::vector<Entry> entries;
    while (std::getline(in, line)) {
        auto entry = manifest_detail::entry_of(line);
        if (!entry) return wrong;
        entries.push_back(std::move(*entry));
    }
    return entries;
}

} // namespace onroll::backup
