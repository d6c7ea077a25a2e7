// A document as HTML: a piece to set into a page, or a whole file to print. Everything that the
// document says is escaped. Pure.
#pragma once

#include "platform/documents/document.h"

#include <string>

namespace onroll::documents {

/// The blocks alone, each with a class that begins with "onr-document"; no styles. A heading of
/// level 1 becomes h<top_heading>, so that a page keeps its own h1.
std::string body_html(const Document& document, int top_heading = 1);

/// A whole file with its title, its language and its own styles for A4 paper: what html_to_pdf()
/// prints. It refers to nothing outside itself.
std::string print_html(const Document& document);

} // namespace onroll::documents
