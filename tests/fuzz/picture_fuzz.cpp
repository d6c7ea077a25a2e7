// A picture that leaves: what is taken out of it stays out, whatever the bytes are.
#include "target.h"

#include "platform/documents/picture_metadata.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

FUZZ_TARGET(picture)
{
    using namespace onroll::documents;
    const std::string_view picture(reinterpret_cast<const char*>(bytes), size);
    const auto kept = picture_without_metadata(picture);
    if (!kept) return 0;
    if (picture_without_metadata(*kept) != kept) std::abort();
    return 0;
}
