// What the databases of these tests begin with: tests/helpers/test_database.h.
#include "builders.h"

#include "access/store.h"
#include "helpers/test_database.h"

namespace onroll::tests::of_people {

const Beginning all_tables([](db::Database& database) {
    ensure(access::prepare(database, FixedClock(people::tests_of_people::test_day)).has_value(),
           "the tables can be made");
    people::tests_of_people::prepared(database);
});

} // namespace onroll::tests::of_people
