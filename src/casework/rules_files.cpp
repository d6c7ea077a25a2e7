#include "casework/rules_files.h"

#include <algorithm>
#include <array>
#include <utility>

namespace onroll::casework {
namespace rules_files_detail {

using namespace std::string_view_literals;

/// More unpacked than this is a bomb, whatever it holds (U-03).
constexpr std::uint64_t most_unpacked = 500 * 1024 * 1024;
constexpr std::uint64_t greatest_ratio = 200;
/// Ratios of small entries say nothing: a page of spaces packs well.
constexpr std::uint64_t ratio_counts_from = 1024 * 1024;

constexpr std::array<std::pair<std::string_view, FileType>, 12> endings{{{".pdf", FileType::pdf},
                                                                         {".docx", FileType::docx},
                                                                         {".odt", FileType::odt},
                                                                         {".rtf", FileType::rtf},
                                                                         {".txt", FileType::text},
                                                                         {".jpg", FileType::jpeg},
                                                                         {".jpeg", FileType::jpeg},
                                                                         {".png", FileType::png},
                                                                         {".heic", FileType::heic},
                                                                         {".heif", FileType::heic},
                                                                         {".mp3", FileType::mp3},
                                                                         {".m4a", FileType::m4a}}};

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}
bool ends_with(std::string_view name, std::string_view ending)
{
    return name.size() > ending.size() &&
           std::equal(ending.begin(), ending.end(), name.end() - static_cast<long>(ending.size()),
                      [](char want, char is) { return want == lower(is); });
}
unsigned byte_at(std::string_view bytes, std::size_t place)
{
    return static_cast<unsigned char>(bytes[place]);
}

/// The brand of a file that begins with an ftyp box, as "heic" or "M4A ".
std::string_view brand_of(std::string_view head)
{
    if (head.size() < 12 || head.substr(4, 4) != "ftyp") return {};
    return head.substr(8, 4);
}
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Three bytes of an ID3 tag, or the sync of an MPEG layer III frame with a bit rate and a sampling
/// rate that exist.
bool is_mp3(std::string_view head)
{
    if (head.starts_with("ID3")) return true;
    if (head.size() < 4 || byte_at(head, 0) != 0xff) return false;
    const auto second = byte_at(head, 1);
    const auto third = byte_at(head, 2);
    const bool layer_three = (second & 0xe6) == 0xe2 && (second & 0x18) != 0x08;
    return layer_three && (third & 0xf0) != 0xf0 && (third & 0xf0) != 0 && (third & 0x0c) != 0x0c;
}

bool is_safe_entry(const ArchiveEntry& entry)
{
    const std::string_view name = entry.name;
    if (!entry.is_plain || name.empty() || name.starts_with('/') ||
        name.find('\\') != std::string_view::npos || name.find("..") != std::string_view::npos)
        return false;
    for (const auto nested : {".zip"sv, ".docm"sv, ".docx"sv, ".exe"sv, ".js"sv, ".jar"sv})
        if (ends_with(name, nested)) return false;
    return entry.unpacked < ratio_counts_from || entry.unpacked / greatest_ratio <= entry.packed;
}

/// A document among archives; nothing for any other archive, or one that holds macros.
std::optional<FileType> type_of_archive(const Glimpse& file)
{
    constexpr std::string_view odt_first = "mimetypeapplication/vnd.oasis.opendocument.text";
    std::uint64_t unpacked = 0;
    bool has_document = false;
    bool has_types = false;
    for (const auto& entry : file.entries) {
        if (!is_safe_entry(entry)) return std::nullopt;
        unpacked += entry.unpacked;
        has_document |= entry.name == "word/document.xml";
        has_types |= entry.name == "[Content_Types].xml";
        if (entry.name == "word/vbaProject.bin") return std::nullopt;
    }
    if (unpacked > most_unpacked) return std::nullopt;
    if (has_document && has_types) return FileType::docx;
    // The first entry of an OpenDocument file is its type, not packed, right after its 30 bytes of
    // header; what follows the type is the next entry.
    const std::string_view head = file.head;
    if (!file.entries.empty() && head.size() > 30 + odt_first.size() + 2 &&
        head.substr(30, odt_first.size()) == odt_first &&
        head.substr(30 + odt_first.size(), 2) == "PK")
        return FileType::odt;
    return std::nullopt;
}

/// What the first bytes say.
std::optional<FileType> type_of_head(const Glimpse& file)
{
    const std::string_view head = file.head;
    if (head.starts_with("%PDF-")) return FileType::pdf;
    if (head.starts_with("PK\x03\x04"sv)) return type_of_archive(file);
    if (head.starts_with("{\\rtf")) return FileType::rtf;
    if (head.starts_with("\xff\xd8\xff"sv)) return FileType::jpeg;
    if (head.starts_with("\x89PNG\r\n\x1a\n"sv)) return FileType::png;
    const auto brand = brand_of(head);
    if (is_one_of(brand, {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1"}))
        return FileType::heic;
    if (is_one_of(brand, {"M4A ", "M4B ", "mp42", "isom", "mp41", "3gp4", "3gp5"}))
        return FileType::m4a;
    if (brand.empty() && is_mp3(head)) return FileType::mp3;
    if (file.is_plain_text && file.bytes > 0) return FileType::text;
    return std::nullopt;
}

/// Whether a program that looks further than the first bytes would read something else: a PDF that
/// begins later, or an archive at the end.
bool could_be_two(const Glimpse& file, FileType type)
{
    const bool holds_pdf = file.head.substr(0, 1024).find("%PDF-") != std::string::npos;
    if (type != FileType::pdf && holds_pdf) return true;
    const bool is_archive = type == FileType::docx || type == FileType::odt;
    return !is_archive && file.tail.find("PK\x05\x06"sv) != std::string::npos;
}

} // namespace rules_files_detail
using namespace rules_files_detail;

bool may_be_text(std::string_view bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte >= 0x20 ? byte != 0x7f
                            : byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
    });
}

std::optional<FileType> type_of_content(const Glimpse& file)
{
    const auto type = type_of_head(file);
    if (!type || could_be_two(file, *type)) return std::nullopt;
    return type;
}

std::optional<FileType> type_of_name(std::string_view name)
{
    for (const auto& [ending, type] : endings)
        if (ends_with(name, ending)) return type;
    return std::nullopt;
}

Result<FileType> type_to_keep(const Glimpse& file)
{
    if (file.bytes == 0) return bad_input("The selected file is empty");
    if (file.bytes > largest_attachment)
        return Error{ErrorKind::too_large, "The selected file must be smaller than 25 MB", {}, {}};
    const auto promised = type_of_name(file.name);
    if (!promised)
        return bad_input("The selected file must be a PDF, Word (.docx), .odt, .rtf, .txt, JPEG, "
                         "PNG, HEIC, MP3 or M4A file. Save or export it as one of these first");
    const auto found = type_of_content(file);
    if (!found || *found != *promised)
        return bad_input("The selected file is not what its name says. Open it, save it anew as "
                         "PDF, and select that file");
    return *found;
}

std::string_view files_that_are_kept()
{
    return "PDF, Word (.docx), .odt, .rtf, .txt, JPEG, PNG, HEIC, MP3 or M4A. Each file must be "
           "smaller than 25 MB.";
}

} // namespace onroll::casework
