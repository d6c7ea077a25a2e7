// The square that an authenticator app reads, as SVG. libqrencode works it out; this file alone
// includes it. Source: ISO/IEC 18004 (QR Code).
#pragma once

#include "design/html.h"

#include <string_view>

namespace onroll::access {

/// `text` as a square of dark and light fields with a quiet border; `words` say what it is for.
design::Html square_of(std::string_view text, std::string_view words);

} // namespace onroll::access
