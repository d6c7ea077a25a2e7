// What the databases of these tests begin with: tests/helpers/test_database.h.
#include "casework/store.h"

#include "access/store.h"
#include "helpers/test_database.h"
#include "kernel/ensure.h"

namespace onroll::tests::of_casework {

const Beginning all_tables([](db::Database& database) {
    const FixedClock clock(date(2026, 11, 26));
    for (const auto& prepare : {access::prepare, casework::prepare})
        ensure(prepare(database, clock).has_value(), "the tables can be made");
});

} // namespace onroll::tests::of_casework
