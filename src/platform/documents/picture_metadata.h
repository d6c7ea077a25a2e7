// A picture without what a camera or a program wrote beside it: where and when it was taken, on
// which device, by whom, a small copy of what it showed before it was cut. Knows no word of the
// field. Sources: ITU-T T.81 annex B (JPEG), CIPA DC-008 4.6 (Exif), ISO/IEC 15948 (PNG).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onroll::documents {

/// The same picture: its points are the same bytes, its colours and which way up it is are kept.
/// Nothing where it is neither a JPEG nor a PNG, or breaks off.
std::optional<std::string> picture_without_metadata(std::string_view bytes);

} // namespace onroll::documents
