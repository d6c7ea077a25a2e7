#include "access/types_staff.h"

#include "kernel/ensure.h"

#include <algorithm>

namespace onroll::access {

std::string_view key_of(UserState state)
{
    switch (state) {
    case UserState::invited:
        return "invited";
    case UserState::active:
        return "active";
    case UserState::disabled:
        return "disabled";
    }
    throw Bug("each state has its word");
}

std::string_view in_words(UserState state)
{
    switch (state) {
    case UserState::invited:
        return "Invited";
    case UserState::active:
        return "Active";
    case UserState::disabled:
        return "Disabled";
    }
    throw Bug("each state has its word");
}

bool User::has(Role role) const
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

std::string_view key_of(RequestKind kind)
{
    return kind == RequestKind::make_administrator ? "make_administrator" : "replace_factor";
}

std::optional<RequestKind> request_kind_named(std::string_view key)
{
    for (const auto kind : {RequestKind::make_administrator, RequestKind::replace_factor})
        if (key_of(kind) == key) return kind;
    return std::nullopt;
}

} // namespace onroll::access
