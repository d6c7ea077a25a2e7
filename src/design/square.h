// A square that a camera reads (QR code), as SVG: for an authenticator app, or to hand a code over.
// libqrencode works it out; square.cpp alone includes it. Source: ISO/IEC 18004 (QR Code).
#pragma once

#include "design/html.h"

#include <string_view>

namespace onroll::design {

/// `text` as a square of dark and light fields with a quiet border; `words` say what it is for.
/// Nothing where the text is too long for any square (about 4,000 capitals and digits).
Html square_of(std::string_view text, std::string_view words);

} // namespace onroll::design
