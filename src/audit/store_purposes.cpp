#include "audit/store_purposes.h"

#include "audit/store_rows.h"

namespace onroll::audit {

void give_purpose(db::Transaction& transaction, const PurposeFor& whose, std::string_view purpose,
                  Instant now)
{
    using store_rows::sql;
    transaction.run(sql()("drop_old_purposes"), whose.agency, now - longest_purpose);
    transaction.run(sql()("give_purpose"), whose.agency, whose.actor, whose.sign_in, whose.record,
                    purpose, now);
}

std::optional<std::string> purpose_given(db::Queries& database, const PurposeFor& whose,
                                         Instant now)
{
    auto rows = database.query(store_rows::sql()("find_purpose"), whose.agency, whose.actor,
                               whose.sign_in, whose.record, now - longest_purpose);
    if (!rows.next()) return std::nullopt;
    return rows.text("purpose");
}

} // namespace onroll::audit
