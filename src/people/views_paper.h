// A document as a page to read and print, with a way to take it as a PDF. Words and layout only.
#pragma once

#include "design/html.h"
#include "platform/documents/document.h"

#include <string_view>

namespace onroll::people {

/// The document's words; `pdf` leads to the same as a file, where there is one, `back` to where it
/// was asked for. What leads anywhere is not printed.
design::Html paper_view(const documents::Document& document, std::string_view pdf,
                        std::string_view back);

} // namespace onroll::people
