// PostgreSQL's wall between agencies under everything that is served (trust.md W-02): what the
// role that serves is shown of each table, and that every page works so.
#include "tests/every_route/wall_records.h"
#include "tests/wall_town.h"
#include "wiring_audit.h"
#include "wiring_people.h"
#include "wiring_rows.h"

#include "casework/attachment_check.h"
#include "helpers/test_database.h"
#include "people/commands.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace rows_wall_test {

using namespace onroll;
using namespace wall_town;

constexpr db::Sql tables_by_agency{
    "tables by agency",
    "SELECT relation.relname AS name, relation.relrowsecurity AS secured FROM pg_class AS relation "
    "JOIN pg_namespace AS place ON place.oid = relation.relnamespace "
    "JOIN pg_attribute AS part ON part.attrelid = relation.oid AND part.attname = 'agency' "
    "WHERE place.nspname = ? AND relation.relkind = 'r' ORDER BY relation.relname"};
constexpr db::Sql as_the_server{"as the server", "SET LOCAL ROLE onroll_area"};
constexpr db::Sql change_the_audit{"change the audit", "UPDATE audit_entry SET act = 'nothing'"};
constexpr db::Sql empty_the_audit{"empty the audit", "DELETE FROM audit_entry"};

/// A town in a schema of its own, and the address that finds it.
struct Place {
    tests::TestDatabase folder{db::Engine::sqlite};
    tests::TestDatabase schema{db::Engine::postgres};
    std::unique_ptr<db::Database> owner = schema.open();
    std::string url =
        schema.settings().url + "?options=-csearch_path%3D" + schema.settings().schema;

    Town town()
    {
        fs::create_directories(folder.folder() / "town");
        return make_town(folder.folder() / "town", url);
    }
    std::vector<std::string> tables() const
    {
        std::vector<std::string> all;
        auto reader = owner->read();
        auto rows = reader.query(tables_by_agency, schema.settings().schema);
        while (rows.next()) {
            CAPTURE(rows.text("name"));
            CHECK(rows.boolean("secured"));
            all.push_back(rows.text("name"));
        }
        return all;
    }
};

std::int64_t count(db::Queries& database, const std::string& table, const std::string& agency = {})
{
    const auto text =
        "SELECT count(*) AS n FROM " + table + (agency.empty() ? "" : " WHERE agency = ?");
    const db::Sql sql{"count rows", text};
    auto rows = agency.empty() ? database.query(sql) : database.query(sql, agency);
    REQUIRE(rows.next());
    return rows.integer("n");
}

std::int64_t shown(db::Database& database, const std::string& table, std::string_view agency)
{
    const db::WorkFor its(agency);
    auto reader = database.read();
    return count(reader, table);
}

bool contains(const std::vector<std::string>& all, const std::string& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

TEST_CASE("on PostgreSQL a connection of the server that named no agency is shown no row of any "
          "table with an agency")
{
    if (!tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    Place place;
    place.town();
    const auto tables = place.tables();
    CHECK(tables.size() > 40);
    int filled = 0;
    for (const auto& table : tables) {
        CAPTURE(table);
        auto transaction = place.owner->begin("look");
        filled += count(transaction, table) > 0;
        transaction.run_script(as_the_server);
        CHECK(count(transaction, table) == 0);
    }
    CHECK(filled > 5);
}

TEST_CASE("on PostgreSQL the server is shown the rows of the agency in force alone: another "
          "agency's, or before anybody is known, no record of a person of any")
{
    if (!tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    Place place;
    place.town();
    const SystemClock clock;
    const auto serving = std::move(*wiring::open_store({}, place.url, clock));
    std::vector<std::string> agencies;
    {
        auto reader = place.owner->read();
        for (const auto& agency : access::all_agencies(reader))
            agencies.push_back(agency.id.text());
    }
    REQUIRE(agencies.size() > 3);
    const auto rows = wiring::area_rows();
    int separate = 0;
    for (const auto& table : place.tables()) {
        CAPTURE(table);
        const auto all = [&] {
            auto reader = place.owner->read();
            return count(reader, table);
        }();
        if (contains(rows.read_by_all, table)) {
            CHECK(shown(*serving, table, agencies.front()) == all);
            continue;
        }
        // No share is in the town, and none of them has a receiver to be shown to.
        CHECK(shown(*serving, table, std::string(32, 'f')) == 0);
        CHECK(shown(*serving, table, db::nobody_yet) ==
              (contains(rows.before_sign_in, table) ? all : 0));
        for (const auto& agency : agencies) {
            const auto own = [&] {
                auto reader = place.owner->read();
                return count(reader, table, agency);
            }();
            CHECK(shown(*serving, table, agency) == own);
            separate += own > 0 && own < all;
        }
    }
    CHECK(separate > 10);
}

TEST_CASE("on PostgreSQL the server cannot change or remove what the audit holds")
{
    if (!tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    Place place;
    const auto town = place.town();
    const SystemClock clock;
    const auto serving = std::move(*wiring::open_store({}, place.url, clock));
    for (const auto* sql : {&change_the_audit, &empty_the_audit}) {
        auto transaction = serving->begin("try");
        CHECK_THROWS_AS(transaction.run(*sql), db::Failure);
    }
}

TEST_CASE("on PostgreSQL every page and form answers whoever asks as it does on SQLite")
{
    if (!tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    Place place;
    const auto there = place.town();
    const tests::TestDatabase here_folder(db::Engine::sqlite);
    const auto here = make_town(here_folder.folder() / "town");
    World postgres(there.data, place.url), sqlite(here.data);
    REQUIRE(there.known.size() == here.known.size());
    REQUIRE(there.visitors.size() == here.visitors.size());
    int compared = 0, answered = 0;
    for (const auto& route : postgres.router.routes()) {
        const auto there_target = targets_for(route.pattern, there.known).front();
        const auto here_target = targets_for(route.pattern, here.known).front();
        for (std::size_t visitor = 0; visitor < here.visitors.size(); ++visitor) {
            const auto one =
                ask(postgres, there.visitors[visitor], route.method, there_target, typed(route));
            const auto other =
                ask(sqlite, here.visitors[visitor], route.method, here_target, typed(route));
            ++compared;
            answered += one.status < 400;
            CAPTURE(here.visitors[visitor].name);
            CAPTURE(http::method_name(route.method));
            CAPTURE(route.pattern);
            CHECK(one.status == other.status);
        }
    }
    MESSAGE(compared, " pairs of answers compared, ", answered, " of pages that are shown");
    CHECK(answered > 500);
}

TEST_CASE("commands check every chain of a PostgreSQL server as its owner, name an entry that was "
          "altered, and empty old ones, which the role that serves cannot")
{
    if (!tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    Place place;
    const auto town = place.town();
    const auto say = [&](const std::string& line, const Clock& clock) {
        std::ostringstream out;
        cli::Context context{.data = town.data, .out = out, .err = out};
        CLI::App app("test");
        audit::add_commands(
            app, context,
            [](const cli::Context& given) {
                return wiring::open_chains(given.data, given.database);
            },
            clock);
        app.parse(line);
        return out.str();
    };
    {
        // What was done to a record that has gone since.
        auto transaction = place.owner->begin("note");
        audit::note(transaction,
                    {.agency = town.advice.text(),
                     .actor = "somebody",
                     .act = "people.view",
                     .record_kind = "person",
                     .record = std::string(32, 'f')},
                    SystemClock().now());
        transaction.commit();
    }
    const std::string server = " --database " + place.url;
    const FixedClock later(date(2036, 1, 1));
    // Without the server's address nothing is called sound.
    CHECK(say("audit verify", later).find("lies in a PostgreSQL server. Give its address") !=
          std::string::npos);
    const auto before = say("audit verify" + server, later);
    CHECK(before.find(", sound\n") != std::string::npos);
    CHECK(before.find("is not as it was written") == std::string::npos);
    const auto looked = say("audit empty --preview" + server, later);
    CHECK(looked.find("would be emptied") != std::string::npos);
    const auto erasures = [&] {
        auto reader = place.owner->read();
        return count(reader, "audit_erasure");
    };
    CHECK(erasures() == 0);
    const auto emptied = say("audit empty" + server, later);
    CHECK(emptied.find(" emptied\n") != std::string::npos);
    CHECK(erasures() > 0);
    const auto after = say("audit verify" + server, later);
    CHECK(after.find("is not as it was written") == std::string::npos);
    {
        auto transaction = place.owner->begin("tamper");
        transaction.run_script(db::Sql{"tamper", "ALTER TABLE audit_entry DISABLE TRIGGER USER; "
                                                 "UPDATE audit_entry SET at = '2020-01-01T00:00:00."
                                                 "000Z' WHERE sequence = 1"});
        transaction.commit();
    }
    CHECK(say("audit verify" + server, later).find("is not as it was written") !=
          std::string::npos);
}

TEST_CASE("on PostgreSQL a list of children is imported into the server by a command, and not "
          "without its address")
{
    if (!tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    Place place;
    const auto town = place.town();
    const SystemClock clock;
    std::ofstream(place.folder.folder() / "list.csv")
        << "first name,surname,dob\nInvented,Quarrington,2015-03-02\n";
    const auto say = [&](const std::string& more) {
        std::ostringstream out;
        cli::Context context{.data = town.data, .out = out, .err = out};
        CLI::App app("test");
        people::add_commands(app, context, wiring::people_commands([&](const cli::Context& given) {
                                 return wiring::open_store_as_owner(given.data, given.database,
                                                                    clock);
                             }),
                             clock);
        app.parse("people import " + (place.folder.folder() / "list.csv").string() +
                  " --agency 'Invented council'" + more);
        return std::pair(out.str(), context.exit);
    };
    const auto people = [&] {
        auto reader = place.owner->read();
        return count(reader, "people_person");
    };
    const auto before = people();
    const auto [refusal, refused] = say("");
    CHECK(refusal.find("Give its address with --database") != std::string::npos);
    CHECK(refused == cli::Exit::bad_input);
    CHECK(people() == before);
    // Nothing was made beside the server either.
    CHECK_FALSE(fs::exists(town.data / "onroll.db"));
    const auto [words, exit] = say(" --database " + place.url);
    CAPTURE(words);
    CHECK(exit == cli::Exit::done);
    CHECK(people() == before + 1);
}

TEST_CASE("on PostgreSQL the files that cases name are checked, and one that is damaged or gone is "
          "counted")
{
    if (!tests::postgres_is_there()) return;
    const log::Redirect quiet([](std::string_view) {});
    Place place;
    const auto town = place.town();
    wall_records::Recorder({.data = town.data, .postgres = place.url}, town.advice, town.adviser)
        .everything();
    const auto check = [&] {
        std::ostringstream out;
        const auto stores = wiring::open_advice_stores(town.data, place.url).value();
        const auto checked = casework::check_attachments(town.data, stores, out);
        return out.str() + (checked ? "" : checked.error().message);
    };
    CHECK(check() == "1 attachment is sound\n");
    for (const auto& file : fs::directory_iterator(town.data / "advice" / town.advice.text()))
        if (file.is_regular_file()) std::ofstream(file.path(), std::ios::app) << "x";
    CHECK(check().find("missing or changed: 1.") != std::string::npos);
    for (const auto& file : fs::directory_iterator(town.data / "advice" / town.advice.text()))
        fs::remove_all(file.path());
    CHECK(check().find("missing or changed: 1.") != std::string::npos);
}

} // namespace rows_wall_test
