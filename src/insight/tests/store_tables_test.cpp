#include "insight/store.h"
#include "insight/store_tables.h"

#include "helpers/test_database.h"
#include "platform/clock/clock.h"

#include <doctest/doctest.h>

namespace store_tables_test {

using namespace onroll;
using namespace onroll::insight;

PastTable a_table(std::int64_t girls)
{
    const RecordCounts records{{"school", "sex"},
                               {{{"Hill \"A\"", "Boys"}, 31},
                                {{"Hill \"A\"", "Girls"}, girls},
                                {{"Moor", "Boys"}, 27},
                                {{"Moor", "Girls"}, 9}}};
    const TableRequest request{"school", "sex", {{"sex", "Girls"}}};
    return {request, records, suppress(table_of(records, request)->table)};
}

TEST_CASE("tables that were given out are read back as they were, by series, oldest first")
{
    tests::for_each_engine([](db::Database& database) {
        const SystemClock clock;
        REQUIRE(prepare(database, clock));
        auto transaction = database.begin("give out tables");
        record_table_given_out(transaction, "suspensions", a_table(12), clock);
        record_table_given_out(transaction, "suspensions", a_table(2), clock);
        record_table_given_out(transaction, "moves", a_table(20), clock);
        transaction.commit();
        auto reading = database.read();
        const auto tables = tables_given_out(reading, "suspensions");
        REQUIRE(tables.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) {
            const auto expected = a_table(i == 0 ? 12 : 2);
            CHECK(tables[i].request == expected.request);
            CHECK(tables[i].records == expected.records);
            CHECK(tables[i].shown.cells == expected.shown.cells);
            CHECK(tables[i].shown.counts == expected.shown.counts);
        }
        CHECK(tables_given_out(reading, "none").empty());
    });
}

} // namespace store_tables_test
