// A DOCX or ODT as somebody sends it: read within its limits, or said to be unreadable.
#include "target.h"

#include "platform/documents/read_text.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

FUZZ_TARGET(archive_text)
{
    using namespace onroll::documents;
    const auto read = read_archive_text({reinterpret_cast<const char*>(bytes), size},
                                        {.unpacked_bytes = 1 << 20});
    std::size_t words = 0;
    for (const auto& place : read.places) words += place.words.size();
    if (words > (std::size_t{2} << 20)) std::abort();
    return 0;
}
