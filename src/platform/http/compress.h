// Compression of an answer's body: gzip level 4 and brotli quality 4, chosen by measurement. Pure.
#pragma once

#include "platform/http/header_values.h"

#include <string>
#include <string_view>

namespace onroll::http {

/// `content` in that encoding; empty when the library could not, and the plain content is then
/// sent.
std::string compressed(std::string_view content, Encoding encoding);

/// Whether a content type is text that shrinks: text, JSON, XML, JavaScript, SVG.
bool is_worth_compressing(std::string_view content_type);

/// "gzip" and "br".
std::string_view encoding_name(Encoding encoding);

} // namespace onroll::http
