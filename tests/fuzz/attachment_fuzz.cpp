// A file that somebody attaches: what it is taken for is what its first bytes promise, and nothing
// else.
#include "target.h"

#include "casework/rules_files.h"
#include "platform/documents/zip_entries.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

FUZZ_TARGET(attachment)
{
    using namespace onroll;
    using namespace onroll::casework;
    const std::string_view content(reinterpret_cast<const char*>(bytes), size);
    Glimpse file{.name = "letter.docx",
                 .bytes = size,
                 .head = std::string(content.substr(0, head_size)),
                 .tail = std::string(content.substr(size - std::min(size, tail_size))),
                 .is_plain_text = may_be_text(content)};
    if (const auto entries = documents::zip_entries_in(content))
        for (const auto& entry : *entries)
            file.entries.push_back({entry.name, entry.packed, entry.unpacked, entry.is_plain});
    const auto type = type_of_content(file);
    if (!type) return 0;
    const bool is_archive = *type == FileType::docx || *type == FileType::odt;
    if (is_archive != content.starts_with("PK\x03\x04")) std::abort();
    if (is_archive && file.entries.empty()) std::abort();
    if ((*type == FileType::pdf) != content.starts_with("%PDF-")) std::abort();
    return 0;
}
