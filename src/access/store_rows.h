// What the stores of access share: their statements, and how rows become identifiers.
#pragma once

#include "access/types.h"

#include "kernel/ensure.h"
#include "platform/db/db.h"

#include <string>
#include <string_view>

namespace onroll::access::store_rows {

const db::SqlFiles& sql();

template <class Id>
Id id_from(const db::Rows& rows, std::string_view column)
{
    const auto id = Id::parse(rows.text(column));
    ensure(id.has_value(), "a stored identifier was checked when it was stored");
    return *id;
}

/// A word of the store by its reader: named(rows, "role", role_named).
template <class Reader>
auto named(const db::Rows& rows, std::string_view column, const Reader& reader)
{
    const auto value = reader(rows.text(column));
    ensure(value.has_value(), "a stored word was checked when it was stored");
    return *value;
}

} // namespace onroll::access::store_rows
