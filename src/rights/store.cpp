#include "rights/store.h"

#include "audit/store.h"
#include "embedded/rights_files.h"

namespace onroll::rights {

namespace store_detail {

const db::SqlFiles& sql()
{
    static const db::SqlFiles files{embedded::rights_files()};
    return files;
}

std::vector<Acknowledgement> all_of(db::Rows rows)
{
    std::vector<Acknowledgement> all;
    while (rows.next())
        all.push_back({.school = access::AgencyId::parse(rows.text("agency")).value(),
                       .version = rows.date("version"),
                       .text_print = std::string(rows.text("text_print")),
                       .by = access::UserId::parse(rows.text("acknowledged_by")).value(),
                       .by_name = std::string(rows.text("acknowledged_by_name")),
                       .at = rows.instant("acknowledged_at")});
    return all;
}

} // namespace store_detail

Result<void> prepare(db::Database& database, const Clock& clock)
{
    if (const auto ready = audit::prepare(database, clock); !ready) return ready;
    const auto migrated = db::migrate(database, "rights", embedded::rights_files(), clock);
    if (!migrated) return migrated.error();
    return {};
}

void acknowledge(db::Transaction& transaction, const Acknowledgement& one)
{
    transaction.run(store_detail::sql()("acknowledge"), one.school.text(), one.version,
                    one.text_print, one.by.text(), one.by_name, one.at);
}

std::vector<Acknowledgement> acknowledgements(db::Queries& database)
{
    return store_detail::all_of(database.query(store_detail::sql()("acknowledgements")));
}

std::vector<Acknowledgement> acknowledgements_of(db::Queries& database,
                                                 const access::AgencyId& school)
{
    return store_detail::all_of(
        database.query(store_detail::sql()("acknowledgements_of"), school.text()));
}

} // namespace onroll::rights
