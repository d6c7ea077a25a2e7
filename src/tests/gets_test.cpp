// Looking changes nothing: every page that somebody is shown, asked for by GET and by HEAD, leaves
// every table of every store as it was, but for the audit and when a sign-in was last used.
// trust.md S-06.
#include "tests/walks.h"

#include "casework/store_open.h"

#include <doctest/doctest.h>

#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace gets_test {

using namespace onroll;
using namespace tidemoor;

/// What looking is noted in.
const std::set<std::string> notes_looking{"audit_entry", "audit_head", "audit_signed_head",
                                          "access_sign_in"};

std::vector<std::string> column_of(db::Queries& database, const std::string& text)
{
    std::vector<std::string> all;
    const db::Sql sql{"names", text};
    auto rows = database.query(sql);
    while (rows.next()) all.push_back(rows.text("name"));
    return all;
}

/// Each table with everything in it, in one text.
using Tables = std::map<std::string, std::string>;

void add_tables(Tables& tables, const std::string& store, db::Database& database)
{
    auto reader = database.read();
    for (const auto& table :
         column_of(reader, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")) {
        if (notes_looking.count(table) == 1 || table.starts_with("sqlite_")) continue;
        std::string row;
        for (const auto& column :
             column_of(reader, "SELECT name FROM pragma_table_info('" + table + "')"))
            row += (row.empty() ? "quote(\"" : " || ',' || quote(\"") + column + "\")";
        const auto text = "SELECT coalesce(group_concat(line, ';'), '') AS name FROM (SELECT " +
                          row + " AS line FROM \"" + table + "\" ORDER BY 1)";
        tables[store + " " + table] = column_of(reader, text).front();
    }
}

Tables all_tables()
{
    auto& all = area();
    Tables tables;
    add_tables(tables, "common", *all.database);
    casework::AdviceStores stores({.data = all.place.folder(), .postgres = {}}, all.clock);
    for (const auto& [agency, paths] : all.handed) {
        const auto advice = all.place.folder() / "advice" / (agency.text() + ".db");
        if (std::filesystem::exists(advice)) add_tables(tables, agency.text(), **stores.of(agency));
    }
    return tables;
}

/// What else looking is meant to do.
bool does_by_looking(const http::Route& route)
{
    static const std::set<std::string> all{
        // Begins to set up a second factor, the same one until it is confirmed.
        "/sign-in/enrol",
        // A conversation is read once its adviser has opened it.
        "/advice/cases/{case}/messages/{thread}"};
    return all.count(route.pattern) == 1;
}

TEST_CASE("no page that staff are shown changes anything by being looked at, by GET or by HEAD")
{
    const auto& everybody = walks();
    const auto before = all_tables();
    CHECK(before.size() > 60);
    std::int64_t asked = 0;
    for (const auto& [who, shown] : everybody)
        for (const auto& one : shown) {
            if (one.route->method != http::Method::get || does_by_looking(*one.route)) continue;
            area().ask(*one.route, one.target, who);
            ++asked;
        }
    const auto after = all_tables();
    for (const auto& [table, rows] : before) {
        CAPTURE(table);
        CHECK(after.at(table) == rows);
    }
    std::cout << "pages that change nothing by being looked at: " << asked << " in "
              << before.size() << " tables\n";
    CHECK(asked > 1000);
}

} // namespace gets_test
