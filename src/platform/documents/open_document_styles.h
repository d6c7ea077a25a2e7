// How an OpenDocument text looks: its styles.xml, for one size of letters, one language and one
// direction. Pure.
#pragma once

#include "platform/documents/document.h"

#include <array>
#include <string>
#include <utility>

namespace onroll::documents {

/// The prefixes that each file of an OpenDocument text declares.
inline constexpr std::array<std::pair<const char*, const char*>, 8> open_document_namespaces{{
    {"office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    {"style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    {"text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    {"table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    {"fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    {"meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"xlink", "http://www.w3.org/1999/xlink"},
}};

std::string open_document_styles(const Document& document);

} // namespace onroll::documents
