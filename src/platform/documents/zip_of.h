// Several files as one ZIP archive, made in memory: the same bytes each time. Knows no word of the
// field. Follows PKWARE's APPNOTE, by libzip.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onroll::documents {

enum class Packed { yes, no };

struct ZipPart {
    std::string name; ///< unique in the archive, in UTF-8
    std::string_view bytes;
    Packed packed = Packed::yes;
};

/// The archive with the parts in this order.
std::string zip_of(const std::vector<ZipPart>& parts);

} // namespace onroll::documents
