// What the databases of these tests begin with: tests/helpers/test_database.h.
#include "access/store.h"
#include "audit/store.h"
#include "forms/store.h"
#include "platform/mail/mail.h"
#include "sign_on/store.h"
#include "helpers/test_database.h"
#include "kernel/ensure.h"
#include "platform/clock/clock.h"

namespace onroll::tests::of_sign_on {

const Beginning all_tables([](db::Database& database) {
    const FixedClock clock(date(2026, 11, 26));
    for (const auto& prepare :
         {audit::prepare, forms::prepare, mail::prepare, access::prepare, sign_on::prepare})
        ensure(prepare(database, clock).has_value(), "the tables can be made");
});

} // namespace onroll::tests::of_sign_on
