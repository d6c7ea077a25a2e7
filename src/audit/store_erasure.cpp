// The content of old entries, emptied by retention; what follows from it stays in the chain.
#include "audit/store.h"

#include "audit/store_rows.h"

#include "kernel/ensure.h"

#include <string>
#include <utility>
#include <vector>

namespace onroll::audit {

using store_rows::sql;

namespace store_erasure_detail {

/// The newest entry before that moment; 0 where there is none.
std::int64_t last_before(db::Queries& database, std::string_view agency, Instant before)
{
    auto rows = database.query(sql()("last_before"), agency, before);
    ensure(rows.next(), "a maximum always answers one row");
    return rows.optional_integer("sequence").value_or(0);
}

/// Entries that still say something, by the record that they name.
struct Named {
    std::string record_kind;
    std::string record;
    std::int64_t entries = 0;
};

/// Those of records that are no longer there, or of none.
std::vector<Named> erasable(db::Queries& database, std::string_view agency, std::int64_t through,
                            const StillThere& still_there)
{
    std::vector<Named> all;
    {
        auto rows = database.query(sql()("records_through"), agency, through);
        while (rows.next())
            all.push_back({rows.text("record_kind"), rows.text("record"), rows.integer("entries")});
    }
    if (still_there)
        std::erase_if(all, [&](const Named& one) {
            return !one.record.empty() &&
                   still_there(database, agency, one.record_kind, one.record);
        });
    return all;
}

} // namespace store_erasure_detail

using namespace store_erasure_detail;

std::int64_t count_erasable(db::Queries& database, std::string_view agency, Instant before,
                            const StillThere& still_there)
{
    std::int64_t count = 0;
    for (const auto& one :
         erasable(database, agency, last_before(database, agency, before), still_there))
        count += one.entries;
    return count;
}

std::int64_t erase_before(db::Transaction& transaction, Instant before, Deed deed, Instant now,
                          const StillThere& still_there)
{
    const auto through = last_before(transaction, deed.agency, before);
    const auto records = erasable(transaction, deed.agency, through, still_there);
    if (records.empty()) return 0;
    deed.kind = Kind::erased;
    deed.record_kind = "audit_entries";
    deed.record = store_rows::erased_through(through);
    const auto entry = note(transaction, deed, now);
    transaction.run(sql()("add_erasure"), deed.agency, through, entry.sequence);
    std::int64_t emptied = 0;
    for (const auto& one : records)
        emptied += transaction.run(sql()("erase_through"), deed.agency, one.record, one.record_kind,
                                   through);
    return emptied;
}

} // namespace onroll::audit
