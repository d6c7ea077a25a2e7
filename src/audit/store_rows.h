// Rows of the audit tables as entries; used by the store and the check of chains alone.
#pragma once

#include "audit/types.h"

#include "platform/db/db.h"

#include <cstdint>
#include <string>
#include <vector>

namespace onroll::audit::store_rows {

const db::SqlFiles& sql();
/// Every row that is left.
std::vector<Entry> entries_from(db::Rows& rows);
/// What the entry that notes an erasure names as its record: "1.500".
std::string erased_through(std::int64_t sequence);

} // namespace onroll::audit::store_rows
