#include "casework/types_keep.h"

namespace onroll::casework {

std::string_view key_of(KeptKind kind)
{
    return kind == KeptKind::case_work ? "case" : "contact";
}

std::optional<KeptKind> kept_kind_named(std::string_view key)
{
    for (const auto kind : {KeptKind::case_work, KeptKind::contact})
        if (key == key_of(kind)) return kind;
    return std::nullopt;
}

} // namespace onroll::casework
