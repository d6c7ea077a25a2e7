// What a record said before.
#include "people/store.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace onroll::people {

using store_rows::sql;

std::vector<PastValue> changes_of(db::Queries& database, const access::AgencyId& agency,
                                  const PersonId& id)
{
    std::vector<PastValue> changes;
    auto rows = database.query(sql()("changes_of"), agency.text(), id.text());
    while (rows.next())
        changes.push_back({rows.text("field"), rows.text("before"), rows.text("after"),
                           rows.text("note"), rows.instant("changed_at"), rows.text("changed_by")});
    return changes;
}

std::vector<PastValue> history_of(db::Queries& database, const access::AgencyId& agency,
                                  const PersonId& id)
{
    std::vector<PastValue> history;
    for (const auto& one : store_detail::group_of(database, agency, id)) {
        auto changes = changes_of(database, agency, one);
        std::move(changes.begin(), changes.end(), std::back_inserter(history));
    }
    std::stable_sort(history.begin(), history.end(),
                     [](const PastValue& one, const PastValue& other) {
                         return one.changed_at > other.changed_at;
                     });
    return history;
}

} // namespace onroll::people
