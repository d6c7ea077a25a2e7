// A document without what programs wrote beside it: who wrote it, for whom, with which program, on
// which computer, from which template. Its words and its look stay as they are; where that cannot
// be had, it says what a person must do first. Knows no word of the field. Sources: ISO 32000-1
// 14.3 (PDF), ECMA-376 part 2 and 15.2.12 (DOCX), OASIS OpenDocument 1.2 part 3 (ODT), Microsoft
// RTF 1.9.1 (the group \info).
#pragma once

#include "kernel/result.h"

#include <string>
#include <string_view>

namespace onroll::documents {

/// The same document, of a PDF, DOCX, ODT or RTF; any other bytes as they are. bad_input where it
/// has comments or tracked changes, which a person must settle, or cannot be cleaned.
Result<std::string> document_without_metadata(std::string_view bytes);

/// Of one kind each; bytes of another kind are not asked for.
Result<std::string> pdf_without_metadata(std::string_view bytes);
Result<std::string> archive_without_metadata(std::string_view bytes, bool is_docx);
std::string rtf_without_metadata(std::string_view bytes);

} // namespace onroll::documents
