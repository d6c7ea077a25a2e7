// What a file is, told from its content, and whether it may be kept. Pure: no disk, no scanner.
// Name and content must agree, and a file that could be read as two things is refused.
#pragma once

#include "casework/types_attachments.h"

#include "kernel/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::casework {

/// One entry of a file that is a ZIP archive.
struct ArchiveEntry {
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    bool is_plain = true; ///< neither encrypted nor a link
};

/// What is looked at to tell what a file is, gathered while it is read.
struct Glimpse {
    std::string name;                    ///< as its sender called it
    std::uint64_t bytes = 0;             ///< its size
    std::string head;                    ///< its first bytes, at most head_size
    std::string tail;                    ///< its last bytes, at most tail_size
    bool is_plain_text = false;          ///< no byte that a text does not have
    std::vector<ArchiveEntry> entries{}; ///< of an archive that could be read
};
inline constexpr std::size_t head_size = 4'096;
/// Where the directory of a ZIP archive must begin, counted from the end.
inline constexpr std::size_t tail_size = 65'557;

/// Whether these bytes may belong to a text: no control characters but tabs and line ends.
/// Source: trust.md U-01.
bool may_be_text(std::string_view bytes);

/// What the content is; nothing where it is no type that is kept, or could be read as two.
/// Source: trust.md U-01 and U-03; PNG (ISO/IEC 15948) 5.2, JPEG (ITU-T T.81) annex B, ISO/IEC
/// 14496-12 4.3 (ftyp), ISO 32000-1 7.5.2, OpenDocument 1.2 part 3 section 3.3, ISO/IEC 29500-2,
/// APPNOTE.TXT 4.3.16.
std::optional<FileType> type_of_content(const Glimpse& file);

/// The type that a name's ending promises; nothing for an ending that is not kept.
/// Source: trust.md U-01.
std::optional<FileType> type_of_name(std::string_view name);

/// The type where the file may be kept; else bad_input or too_large with what to do, in words that
/// do not repeat its name.
/// Source: trust.md U-01, U-02.
Result<FileType> type_to_keep(const Glimpse& file);

/// The files that may be attached and how large, for the hint beside the input.
/// Source: trust.md U-01, U-02; conventions.md CV-19.
std::string_view files_that_are_kept();

} // namespace onroll::casework
