#include "access/store.h"

#include "access/store_rows.h"

#include "embedded/access_files.h"

namespace onroll::access {

namespace store_rows {

const db::SqlFiles& sql()
{
    static const db::SqlFiles files(embedded::access_files());
    return files;
}

} // namespace store_rows

Result<void> prepare(db::Database& database, const Clock& clock)
{
    const auto applied = db::migrate(database, "access", embedded::access_files(), clock);
    if (!applied) return applied.error();
    return {};
}

} // namespace onroll::access
