// A file that the build put into the binary: SQL, texts, styles.
#pragma once

#include <string_view>

namespace onroll {

struct EmbeddedFile {
    std::string_view name; ///< relative to the folder it was embedded from, with forward slashes
    std::string_view bytes;
};

} // namespace onroll
