// What the databases of these tests begin with: tests/helpers/test_database.h.
#include "access/store.h"

#include "audit/store.h"
#include "forms/store.h"
#include "helpers/test_database.h"
#include "kernel/ensure.h"
#include "platform/mail/mail.h"

namespace onroll::tests::of_access {

const Beginning all_tables([](db::Database& database) {
    const FixedClock clock(date(2026, 11, 26));
    for (const auto& prepare : {audit::prepare, forms::prepare, mail::prepare, access::prepare})
        ensure(prepare(database, clock).has_value(), "the tables can be made");
});

} // namespace onroll::tests::of_access
