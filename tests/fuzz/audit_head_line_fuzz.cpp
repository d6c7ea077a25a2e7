// A line of signed heads, as somebody kept it elsewhere: what is read is written again as it was.
#include "target.h"

#include "audit/chain.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

FUZZ_TARGET(audit_head_line)
{
    using namespace onroll;
    const std::string_view line(reinterpret_cast<const char*>(bytes), size);
    const auto head = audit::read_head_line(line);
    if (!head) return 0;
    const auto again = audit::read_head_line(audit::line_of(*head));
    if (!again || !(*again == *head)) std::abort();
    return 0;
}
