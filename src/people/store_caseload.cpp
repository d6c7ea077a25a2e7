// On whose caseload a record is.
#include "people/store.h"

#include "people/store_detail.h"
#include "people/store_rows.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace onroll::people {

using store_rows::sql;

namespace store_caseload_detail {

Result<void> put_on(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                    const std::string& holder, std::string_view holder_kind)
{
    if (const auto sound = store_detail::check_changeable(transaction, scope.agency, id); !sound)
        return sound;
    transaction.run(sql()("add_to_caseload"), scope.agency.text(), id.text(), holder, holder_kind);
    store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                       id.text(), {"caseload"});
    return {};
}

} // namespace store_caseload_detail

Caseload caseload_of(db::Queries& database, const access::AgencyId& agency, const PersonId& id)
{
    Caseload caseload;
    for (const auto& one : store_detail::group_of(database, agency, id)) {
        auto rows = database.query(sql()("caseload_of"), agency.text(), one.text());
        while (rows.next()) {
            const auto holder = rows.text("holder");
            if (rows.text("holder_kind") == "team")
                caseload.teams.push_back(store_rows::stored_id<access::TeamId>(holder));
            else
                caseload.workers.push_back(store_rows::stored_id<access::UserId>(holder));
        }
    }
    return caseload;
}

Result<void> add_worker(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                        const access::UserId& worker)
{
    return store_caseload_detail::put_on(transaction, scope, id, worker.text(), "user");
}

Result<void> drop_worker(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                         const access::UserId& worker)
{
    if (const auto sound = store_detail::check_changeable(transaction, scope.agency, id); !sound)
        return sound;
    if (transaction.run(sql()("drop_from_caseload"), scope.agency.text(), id.text(),
                        worker.text()) > 0)
        store_detail::note(transaction, scope, audit::Kind::changed, "people.change", "person",
                           id.text(), {"caseload"});
    return {};
}

Result<void> add_team(db::Transaction& transaction, const Scope& scope, const PersonId& id,
                      const access::TeamId& team)
{
    return store_caseload_detail::put_on(transaction, scope, id, team.text(), "team");
}

std::int64_t count_of_team(db::Queries& database, const access::AgencyId& agency,
                           const access::TeamId& team)
{
    auto rows = database.query(sql()("count_of_team"), agency.text(), team.text());
    return rows.next() ? rows.integer("records") : 0;
}

} // namespace onroll::people
