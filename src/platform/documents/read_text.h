// The words in a file that somebody made elsewhere: a PDF by poppler in a bounded process, a DOCX
// or ODT by libzip and pugixml, a plain text as it is. What no program can read is named, so that
// a person looks at it: a silent "nothing found" is never said of a picture. Knows no word of the
// field. Sources: ISO 32000 (PDF), ECMA-376 (DOCX), ISO/IEC 26300 (ODT).
#pragma once

#include "platform/documents/bounded_process.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::documents {

/// What a file is by its content, whatever its name says.
enum class FileKind { pdf, docx, odt, text, rtf, picture, sound, other };

/// By the first bytes, and for an archive by what lies in it.
FileKind kind_of(std::string_view bytes);

/// Words of one place in a file: "Page 2", "Header", "Title of the file". A place may come twice
/// where it was read in two ways.
struct PlaceText {
    std::string place;
    std::string words;
    bool operator==(const PlaceText&) const = default;
};

struct ReadText {
    FileKind kind = FileKind::other;
    std::vector<PlaceText> places{};
    /// One sentence for each thing that only a person can read: "Page 2 has no words that can be
    /// searched. It may be a scan." Empty: everything was read.
    std::vector<std::string> to_look_at{};
    std::size_t pages = 0; ///< of a PDF; 0 for anything else, and for one that cannot be read
    bool operator==(const ReadText&) const = default;
};

struct ReadLimits {
    ProcessLimits process{.time = std::chrono::milliseconds(10'000),
                          .memory_bytes = std::size_t{512} << 20,
                          .output_bytes = std::size_t{16} << 20};
    std::size_t file_bytes = std::size_t{26} << 20;
    std::size_t unpacked_bytes = std::size_t{64} << 20; ///< of all parts of an archive together
    std::size_t archive_parts = 2000;
};

/// Never fails: what could not be read, for whatever reason, is in `to_look_at`.
ReadText read_text(std::string_view bytes, const ReadLimits& limits = {});

/// The same for a DOCX or ODT alone. Starts no process.
ReadText read_archive_text(std::string_view bytes, const ReadLimits& limits = {});

} // namespace onroll::documents
