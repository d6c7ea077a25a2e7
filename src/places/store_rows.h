// How rows of the tables of places become values. Only for the store's own files.
#pragma once

#include "places/rules_calendar.h"
#include "places/types.h"

#include "platform/db/db.h"

#include <string_view>

namespace onroll::places::store_rows {

const db::SqlFiles& sql();

/// The school without its former numbers.
School school_from(const db::Rows& row);
LocalAuthority authority_from(const db::Rows& row);
AuthorityCode authority_code_from(const db::Rows& row);
SchoolLink link_from(const db::Rows& row);

} // namespace onroll::places::store_rows
