// What the store's files share: the part's statements, and reading ids and known words from rows.
#pragma once

#include "access/types.h"
#include "platform/db/db.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Asks a statement that takes the agency and sixty ids, as often as there are ids for, and gives
/// each row to `take`. The last id fills the places that are left.
template <class Id, class Take>
void ask_by_sixty(db::Queries& database, std::string_view name, const access::AgencyId& agency,
                  const std::vector<Id>& ids, const Take& take)
{
    constexpr std::size_t asked_at_once = 60;
    for (std::size_t from = 0; from < ids.size(); from += asked_at_once) {
        std::vector<std::string> texts{agency.text()};
        for (std::size_t at = from; at < from + asked_at_once; ++at)
            texts.push_back(ids[std::min(at, ids.size() - 1)].text());
        std::vector<db::Value> values;
        for (const auto& text : texts) values.push_back(db::to_value(text));
        auto rows = database.query_values(sql()(name), values);
        while (rows.next()) take(rows);
    }
}

} // namespace onroll::casework
