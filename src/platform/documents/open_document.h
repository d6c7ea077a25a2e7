// A document as an OpenDocument text (.odt), which LibreOffice, Word and Pages open for editing.
// Source: OASIS OpenDocument 1.2 (ISO/IEC 26300). The same document gives the same bytes.
#pragma once

#include "platform/documents/document.h"

#include <string>

namespace onroll::documents {

/// The media type to send it under.
inline constexpr const char* open_document_type = "application/vnd.oasis.opendocument.text";

/// The bytes of the file. It holds no time, no author and no name of a program's user.
std::string open_document(const Document& document);

} // namespace onroll::documents
