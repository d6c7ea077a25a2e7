// What a ZIP archive says it holds, without unpacking any of it. DOCX and ODT files are such
// archives. Caps what is read, so that a hostile archive costs nothing (trust.md U-03).
#pragma once

#include "kernel/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::documents {

struct ZipEntry {
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    bool is_plain = true; ///< neither encrypted nor a link

    bool operator==(const ZipEntry&) const = default;
};

/// An archive with more entries than this is not read.
inline constexpr std::uint64_t most_zip_entries = 5'000;

/// bad_input for what is no archive, is damaged, or has more entries.
Result<std::vector<ZipEntry>> zip_entries(const std::filesystem::path& file);
Result<std::vector<ZipEntry>> zip_entries_in(std::string_view bytes);

} // namespace onroll::documents
