// Any bytes as a name: on one line, without a space at either end, and the same when it is read
// once more.
#include "target.h"

#include "kernel/one_line.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

FUZZ_TARGET(one_line)
{
    const auto line = onroll::one_line({reinterpret_cast<const char*>(bytes), size});
    if (line.find_first_of("\t\r\n\v\f") != std::string::npos || line.size() > size) std::abort();
    if (!line.empty() && (line.front() == ' ' || line.back() == ' ')) std::abort();
    if (onroll::one_line(line) != line) std::abort();
    onroll::has_hidden_characters(line);
    return 0;
}
