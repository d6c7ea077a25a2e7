// A file that belongs to a case: a letter, a report, a recording. What is known of it; its bytes
// lie sealed on the disk. Pure. trust.md U-01 to U-06, R-08; capabilities.md, table stake 6.
#pragma once

#include "access/types.h"
#include "casework/types_actions.h"
#include "casework/types_case.h"
#include "kernel/date.h"
#include "kernel/random_id.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace onroll::casework {

using AttachmentId = RandomId<struct AttachmentTag>;
using NoteId = RandomId<struct NoteTag>;

/// What may be kept as evidence (trust.md U-01).
enum class FileType { pdf, docx, odt, rtf, text, jpeg, png, heic, mp3, m4a };

/// What a file is, for finding it again.
enum class Category {
    school_letter,
    council_letter,
    plan, ///< an EHC plan, or papers of its assessment
    report,
    school_record,
    family,
    ours,
    hearing,
    board_decision,     ///< what the governing board decided, in writing
    review_application, ///< for an independent review panel
    other
};

/// Whether a virus scanner looked at it. A file in which it found something is kept from everybody.
enum class ScanState { not_scanned, clean, infected };

/// What the file was added to: the case itself, an action or a note of it.
using AddedTo = std::variant<std::monostate, ActionId, NoteId>;

struct Attachment {
    AttachmentId id;
    CaseId of;
    AddedTo added_to{};
    std::string name; ///< as its sender called it
    FileType type = FileType::pdf;
    Category category = Category::other;
    Date received_on{};
    std::int64_t bytes = 0;
    std::string sha256; ///< hexadecimal, of what was sent
    ScanState scan = ScanState::not_scanned;
    std::optional<std::chrono::sys_time<std::chrono::milliseconds>> scanned_at{};
    std::chrono::sys_time<std::chrono::milliseconds> added_at{};
    access::UserId added_by;
    std::int64_t version = 1; ///< raised when what it is was corrected

    bool operator==(const Attachment&) const = default;
};

/// What a file was said to be before somebody corrected that.
struct CategoryBefore {
    AttachmentId id;
    std::int64_t version = 1;
    Category category = Category::other;
    std::chrono::sys_time<std::chrono::milliseconds> changed_at{};
    access::UserId changed_by;
};

/// "pdf": the word in the store.
std::string_view key_of(FileType type);
std::string_view key_of(Category category);
std::string_view key_of(ScanState scan);
std::optional<FileType> file_type_named(std::string_view key);
std::optional<Category> category_named(std::string_view key);
std::optional<ScanState> scan_state_named(std::string_view key);
/// "PDF", "Word document".
std::string_view in_words(FileType type);
std::string_view in_words(Category category);
/// "Not scanned for viruses".
std::string_view in_words(ScanState scan);
const std::vector<Category>& all_categories();

/// "application/pdf".
std::string_view content_type_of(FileType type);
/// "340 kB", "1.2 MB": thousands, as people's computers count them.
std::string size_in_words(std::int64_t bytes);

/// The most that one file may hold (trust.md U-02).
inline constexpr std::uint64_t largest_attachment = 25 * 1024 * 1024;
/// The most that all files of one case may hold (trust.md U-02).
inline constexpr std::uint64_t most_in_a_case = 200 * 1024 * 1024;
/// The most that all files of one service hold where nothing else is set (trust.md U-02).
inline constexpr std::uint64_t most_of_a_service = std::uint64_t{20} << 30;
/// The most that one form may bring: four of the largest, and room for what is written.
inline constexpr std::uint64_t most_in_a_form = 4 * largest_attachment + 1024 * 1024;

} // namespace onroll::casework
