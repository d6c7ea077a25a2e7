// From rows of insight's tables to its types and back. Only store files use it.
#pragma once

#include "insight/store.h"

#include "platform/db/db.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight::store_rows {

/// The statements of this part.
const db::SqlFiles& sql();

Area area_from(const db::Rows& rows);
AreaChange change_from(const db::Rows& rows);
Release release_from(const db::Rows& rows);
CodebookColumn codebook_column_from(const db::Rows& rows);

/// `authority` is a school's.
void save_area(db::Transaction& transaction, const Area& area, std::optional<AreaCode> authority);

/// "836 837".
std::string codes_text(const std::vector<AreaCode>& codes);
std::vector<AreaCode> codes_from_text(std::string_view text);

/// "-1.2412 54.7233,-1.2519 54.7196;…": a ring ends at each semicolon.
std::string rings_text(const std::vector<std::vector<Point>>& rings);
std::vector<std::vector<Point>> rings_from_text(std::string_view text);

} // namespace onroll::insight::store_rows
