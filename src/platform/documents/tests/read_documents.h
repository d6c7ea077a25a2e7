// Reads documents back: the parts of an open document, the words of a PDF by poppler's pdftotext.
#pragma once

#include "platform/documents/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::documents::tests {

/// A letter with one of everything.
Document a_letter();

/// One file of a zip archive; throws where there is none.
std::string part_of(std::string_view archive, const char* name);

/// The words of each paragraph and heading of an OpenDocument XML, in order.
std::vector<std::string> paragraphs_of(const std::string& xml);

/// Whether poppler's programs are there to read PDFs with.
bool poppler_is_installed();

/// What a program of poppler says of a PDF: `poppler("pdftotext -layout", bytes)`.
std::string poppler(const std::string& command, std::string_view pdf);

} // namespace onroll::documents::tests
