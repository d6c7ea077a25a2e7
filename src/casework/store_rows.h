// What the store's files share: the part's statements, and reading ids and known words from rows.
#pragma once

#include "access/types.h"
#include "platform/db/db.h"

#include <optional>
#include <string_view>

namespace onroll::casework {

/// The statements in sql/, by name.
const db::SqlFiles& sql();

std::optional<access::UserId> optional_user(const db::Rows& rows, std::string_view column);

/// The id as text, or nothing, to bind.
template <class Id>
std::optional<std::string> text_or_nothing(const std::optional<Id>& id)
{
    if (!id) return std::nullopt;
    return id->text();
}

} // namespace onroll::casework
