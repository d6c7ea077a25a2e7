#include "insight/rules_tables.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace rules_tables_test {

using namespace onroll;
using namespace onroll::insight;

RecordCounts records(std::vector<std::pair<std::vector<std::string>, std::int64_t>> counts)
{
    RecordCounts records{{"school", "sex"}, {}};
    for (auto& [combination, count] : counts) records.counts[combination] = count;
    return records;
}

RecordCounts in_autumn()
{
    return records({{{"Hill", "Boys"}, 31},
                    {{"Hill", "Girls"}, 12},
                    {{"Moor", "Boys"}, 27},
                    {{"Moor", "Girls"}, 9}});
}

/// A table as it would be given out.
PastTable given_out(const RecordCounts& counts, const TableRequest& request)
{
    return {request, counts, suppress(table_of(counts, request)->table)};
}

bool may_be_given_out(const std::vector<PastTable>& past, const PastTable& proposed)
{
    const auto verdict = check_table(past, proposed);
    REQUIRE(verdict);
    return verdict->may_be_released();
}

TEST_CASE("records are counted by two columns, or one, and a condition")
{
    const auto both = table_of(in_autumn(), {"school", "sex", {}}).value();
    CHECK(both.row_labels == std::vector<std::string>{"Hill", "Moor"});
    CHECK(both.column_labels == std::vector<std::string>{"Boys", "Girls"});
    CHECK(both.table.counts == std::vector<std::int64_t>{31, 12, 27, 9});
    const auto girls = table_of(in_autumn(), {"school", "", {{"sex", "Girls"}}}).value();
    CHECK(girls.table.columns == 1);
    CHECK(girls.table.counts == std::vector<std::int64_t>{12, 9});
    CHECK_FALSE(table_of(in_autumn(), {"school", "need", {}}));
    CHECK_FALSE(table_of(in_autumn(), {"school", "school", {}}));
    CHECK_FALSE(table_of(in_autumn(), {"school", "", {{"sex", "Other"}}}));
}

TEST_CASE("a table a week later that gives the week's few away is refused")
{
    const auto before = given_out(in_autumn(), {"school", "", {}});
    auto later = in_autumn();
    later.counts[{"Moor", "Boys"}] += 2;
    CHECK_FALSE(may_be_given_out({before}, given_out(later, {"school", "", {}})));
    CHECK(may_be_given_out({}, given_out(later, {"school", "", {}})));
    // After a busier week the same table may be given out again.
    auto much_later = in_autumn();
    for (auto& [combination, count] : much_later.counts) count += 11;
    CHECK(may_be_given_out({before}, given_out(much_later, {"school", "", {}})));
}

TEST_CASE("all pupils and then the boys would be the few girls")
{
    auto counts = in_autumn();
    counts.counts[{"Moor", "Girls"}] = 2;
    const auto all = given_out(counts, {"school", "", {}});
    const auto boys = given_out(counts, {"school", "", {{"sex", "Boys"}}});
    CHECK(may_be_given_out({}, boys));
    CHECK_FALSE(may_be_given_out({all}, boys));
    CHECK_FALSE(may_be_given_out({boys}, all));
    // Both in one table, hidden together, may stand.
    CHECK(may_be_given_out({all}, all));
}

TEST_CASE("corrected records and other columns begin a new series")
{
    const auto before = given_out(in_autumn(), {"school", "", {}});
    auto fewer = in_autumn();
    fewer.counts[{"Hill", "Boys"}] = 30;
    CHECK_FALSE(check_table({before}, given_out(fewer, {"school", "", {}})));
    RecordCounts other{{"school"}, {{{"Hill"}, 43}}};
    CHECK_FALSE(check_table({before}, given_out(other, {"school", "", {}})));
}

} // namespace rules_tables_test
