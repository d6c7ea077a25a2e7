#include "casework/types_attachments.h"

#include "casework/words.h"

namespace onroll::casework {
namespace types_attachments_detail {

constexpr Word<FileType> types[] = {
    {FileType::pdf, "pdf", "PDF"},
    {FileType::docx, "docx", "Word document"},
    {FileType::odt, "odt", "OpenDocument text"},
    {FileType::rtf, "rtf", "Rich text"},
    {FileType::text, "text", "Plain text"},
    {FileType::jpeg, "jpeg", "JPEG picture"},
    {FileType::png, "png", "PNG picture"},
    {FileType::heic, "heic", "HEIC picture"},
    {FileType::mp3, "mp3", "MP3 recording"},
    {FileType::m4a, "m4a", "M4A recording"},
};
constexpr Word<FileType> content_types[] = {
    {FileType::pdf, "application/pdf", {}},
    {FileType::docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", {}},
    {FileType::odt, "application/vnd.oasis.opendocument.text", {}},
    {FileType::rtf, "application/rtf", {}},
    {FileType::text, "text/plain", {}},
    {FileType::jpeg, "image/jpeg", {}},
    {FileType::png, "image/png", {}},
    {FileType::heic, "image/heic", {}},
    {FileType::mp3, "audio/mpeg", {}},
    {FileType::m4a, "audio/mp4", {}},
};
constexpr Word<Category> categories[] = {
    {Category::school_letter, "school_letter", "Letter or email from the school"},
    {Category::council_letter, "council_letter", "Letter or email from the council"},
    {Category::plan, "plan", "EHC plan or assessment"},
    {Category::report, "report", "Report by a professional"},
    {Category::school_record, "school_record", "School record"},
    {Category::family, "family", "From the family"},
    {Category::ours, "ours", "Written by us"},
    {Category::hearing, "hearing", "Papers for a meeting or hearing"},
    {Category::board_decision, "board_decision", "Decision of the governing board"},
    {Category::review_application, "review_application", "Application for an independent review"},
    {Category::other, "other", "Something else"},
};
constexpr Word<ScanState> scans[] = {
    {ScanState::not_scanned, "not_scanned", "Not scanned for viruses"},
    {ScanState::clean, "clean", "Scanned, nothing found"},
    {ScanState::infected, "infected", "Harmful, kept closed"},
};

/// `12` tenths as "1.2", `30` as "3".
std::string tenths(std::int64_t number)
{
    const auto whole = std::to_string(number / 10);
    return number % 10 == 0 ? whole : whole + "." + std::to_string(number % 10);
}

} // namespace types_attachments_detail
using namespace types_attachments_detail;

std::string_view key_of(FileType type)
{
    return word_of(types, type).key;
}
std::string_view key_of(Category category)
{
    return word_of(categories, category).key;
}
std::string_view key_of(ScanState scan)
{
    return word_of(scans, scan).key;
}
std::optional<FileType> file_type_named(std::string_view key)
{
    return value_named(types, key);
}
std::optional<Category> category_named(std::string_view key)
{
    return value_named(categories, key);
}
std::optional<ScanState> scan_state_named(std::string_view key)
{
    return value_named(scans, key);
}
std::string_view in_words(FileType type)
{
    return word_of(types, type).words;
}
std::string_view in_words(Category category)
{
    return word_of(categories, category).words;
}
std::string_view in_words(ScanState scan)
{
    return word_of(scans, scan).words;
}
const std::vector<Category>& all_categories()
{
    static const auto all = values_of(categories);
    return all;
}

std::string_view content_type_of(FileType type)
{
    return word_of(content_types, type).key;
}

std::string size_in_words(std::int64_t bytes)
{
    if (bytes < 1'000) return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
    if (bytes < 999'500) return std::to_string((bytes + 500) / 1'000) + " kB";
    return tenths((bytes + 50'000) / 100'000) + " MB";
}

} // namespace onroll::casework
