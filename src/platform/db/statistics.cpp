#include "platform/db/statistics.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace onroll::db {
namespace statistics_detail {

const Sql has_statistics{"has_statistics",
                         "SELECT count(*) AS there FROM sqlite_schema WHERE name = 'sqlite_stat1'"};
const Sql make_statistics{"make_statistics", "ANALYZE schema_version"};
const Sql not_told{
    "tables_without_statistics",
    "SELECT (SELECT count(*) FROM sqlite_stat1) - (SELECT sum(1 + (SELECT count(*) FROM "
    "pragma_index_list(t.name))) FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = "
    "'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\') AS missing"};
const Sql all_tables{"tables_for_statistics",
                     "SELECT t.name FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = "
                     "'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"};
// The key of a table without row numbers is named as the table itself.
const Sql all_indexes{
    "indexes_for_statistics",
    "SELECT t.name AS of_table, CASE WHEN i.origin = 'pk' AND t.wr = 1 THEN t.name ELSE i.name "
    "END AS of_index, i.\"unique\" AS is_unique, "
    "(SELECT count(*) FROM pragma_index_info(i.name)) AS columns, "
    "COALESCE((SELECT c.name FROM pragma_index_info(i.name) c WHERE c.seqno = 0), '') AS first "
    "FROM pragma_table_list t, pragma_index_list(t.name) i "
    "WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"};
// A table that is locked, as by the server's own housekeeping, is counted another time.
const Sql count_what_changed{"count_what_changed", R"(
DO $count$
DECLARE
    one record;
BEGIN
    FOR one IN
        SELECT schemaname, relname FROM pg_stat_user_tables
        WHERE schemaname = current_schema() AND n_mod_since_analyze > 1000 + n_live_tup / 10
    LOOP
        EXECUTE format('ANALYZE (SKIP_LOCKED) %I.%I', one.schemaname, one.relname);
    END LOOP;
END $count$;
)"};
const Sql forget{"forget_statistics", "DELETE FROM sqlite_stat1"};
const Sql tell{"tell_statistics", "INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)"};
const Sql read_again{"read_statistics", "ANALYZE sqlite_schema"};

constexpr std::int64_t rows_of_a_table = 1'000'000;
constexpr std::int64_t rows_of_a_value = 10;

/// "1000000 1000000 10 1": all rows, then how many are alike in the first column, in the first
/// two, and so on.
std::string narrowing(std::int64_t columns, const std::string& first, bool is_unique)
{
    auto stat = std::to_string(rows_of_a_table);
    for (std::int64_t column = 1; column <= columns; ++column) {
        auto alike = std::max<std::int64_t>(rows_of_a_value - column, 2);
        if (column == 1 && first == "agency") alike = rows_of_a_table;
        if (column == columns && is_unique) alike = 1;
        stat += " " + std::to_string(alike);
    }
    return stat;
}

std::int64_t number_of(Transaction& transaction, const Sql& sql, std::string_view column)
{
    auto rows = transaction.query(sql);
    return rows.next() ? rows.integer(column) : 0;
}

} // namespace statistics_detail
using namespace statistics_detail;

void keep_statistics(Transaction& transaction)
{
    if (transaction.engine() == Engine::postgres) return transaction.run_script(count_what_changed);
    if (number_of(transaction, has_statistics, "there") == 0) transaction.run(make_statistics);
    if (number_of(transaction, not_told, "missing") == 0) return;
    struct Told {
        std::string table;
        std::optional<std::string> index;
        std::string stat;
    };
    std::vector<Told> all;
    {
        auto rows = transaction.query(all_tables);
        while (rows.next())
            all.push_back({rows.text("name"), std::nullopt, std::to_string(rows_of_a_table)});
    }
    {
        auto rows = transaction.query(all_indexes);
        while (rows.next())
            all.push_back({rows.text("of_table"), rows.text("of_index"),
                           narrowing(rows.integer("columns"), rows.text("first"),
                                     rows.integer("is_unique") == 1)});
    }
    transaction.run(forget);
    for (const auto& one : all) transaction.run(tell, one.table, one.index, one.stat);
    transaction.run(read_again);
}

} // namespace onroll::db
