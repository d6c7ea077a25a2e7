// Any bytes as a list of children: read or refused; every row good or faulty, and no message that
// repeats what a cell holds.
#include "target.h"

#include "people/imports.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

FUZZ_TARGET(child_list)
{
    if (size > 64 * 1024) return 0;
    const auto list = onroll::people::read_child_list(
        std::string(reinterpret_cast<const char*>(bytes), size), onroll::date(2026, 11, 25));
    if (!list) return 0;
    if (list->children.size() + list->rejected != list->rows) std::abort();
    for (const auto& child : list->children)
        if (!child.details.born_on || child.details.name.given.empty()) std::abort();
    for (const auto& error : list->errors)
        if (error.fix.empty() || error.row < 2) std::abort();
    return 0;
}
