#include "people/types_limits.h"

namespace onroll::people {

std::string_view key_of(LimitKind kind)
{
    return kind == LimitKind::conflict ? "conflict" : "withheld";
}

std::optional<LimitKind> limit_kind_named(std::string_view key)
{
    for (const auto kind : {LimitKind::conflict, LimitKind::named_people})
        if (key_of(kind) == key) return kind;
    return std::nullopt;
}

std::string_view in_words(LimitKind kind)
{
    return kind == LimitKind::conflict ? "Own record, or a relative’s"
                                       : "Open to named people only";
}

} // namespace onroll::people
