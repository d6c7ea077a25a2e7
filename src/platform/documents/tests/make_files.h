// Files as others send them, made for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace onroll::documents::tests {

/// A DOCX of these parts, each a name and its bytes.
std::string docx_of(const std::vector<std::pair<std::string, std::string>>& parts);

/// A DOCX of these paragraphs.
std::string docx_of_paragraphs(const std::vector<std::string>& paragraphs);

/// A PDF of one page, which is a picture: what a scanner makes.
std::string pdf_of_a_scan();

} // namespace onroll::documents::tests
