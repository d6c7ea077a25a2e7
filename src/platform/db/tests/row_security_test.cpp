#include "platform/db/agency_in_force.h"
#include "platform/db/row_security.h"

#include "helpers/test_database.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

namespace row_security_test {

namespace db = onroll::db;
using onroll::tests::TestDatabase;

constexpr db::Sql make_tables{
    "make tables", "CREATE TABLE contact (agency TEXT NOT NULL, story TEXT NOT NULL);"
                   "CREATE TABLE log (agency TEXT NOT NULL, act TEXT NOT NULL);"
                   "CREATE TABLE share (agency TEXT NOT NULL, with_agency TEXT NOT NULL);"
                   "INSERT INTO share VALUES ('one', 'two');"
                   "CREATE TABLE word (text TEXT NOT NULL);"};
constexpr db::Sql count_shares{"count shares", "SELECT count(*) AS n FROM share"};
constexpr db::Sql stop_sharing{"stop sharing", "DELETE FROM share"};
constexpr db::Sql add_contact{"add contact", "INSERT INTO contact (agency, story) VALUES (?, ?)"};
constexpr db::Sql add_act{"add act", "INSERT INTO log (agency, act) VALUES (?, 'read')"};
constexpr db::Sql change_acts{"change acts", "UPDATE log SET act = 'none'"};
constexpr db::Sql take_away{"take away", "DROP TABLE contact"};
constexpr db::Sql count_contacts{"count contacts", "SELECT count(*) AS n FROM contact"};

std::int64_t contacts(db::Database& database)
{
    auto reader = database.read();
    auto rows = reader.query(count_contacts);
    REQUIRE(rows.next());
    return rows.integer("n");
}

/// A schema with two agencies' rows, opened again as the serving role for one agency or for none.
struct Store {
    explicit Store(TestDatabase& place) : settings(place.settings())
    {
        owner = place.open();
        {
            auto transaction = owner->begin("make");
            transaction.run_script(make_tables);
            transaction.run(add_contact, "one", "told once");
            transaction.run(add_contact, "two", "told twice");
            transaction.commit();
        }
        // A role belongs to the whole server, so each test names its own.
        settings.role = "serving_" + settings.schema;
        db::secure_rows(*owner, {settings.schema, settings.role, {"log"}});
        db::secure_rows(*owner, {settings.schema, settings.role, {"log"}});
    }
    std::unique_ptr<db::Database> as(const std::string& agency) const
    {
        auto mine = settings;
        mine.agency = agency;
        auto opened = db::Database::open(mine);
        REQUIRE(opened);
        return std::move(*opened);
    }
    db::Settings settings;
    std::unique_ptr<db::Database> owner;
};

bool refused(db::Database& database, const db::Sql& sql)
{
    try {
        auto transaction = database.begin("try");
        transaction.run(sql);
        transaction.commit();
    } catch (const db::Failure&) {
        return true;
    }
    return false;
}

bool refused_contact_of(db::Database& database, const std::string& agency)
{
    try {
        auto transaction = database.begin("try");
        transaction.run(add_contact, agency, "told");
        transaction.commit();
    } catch (const db::Failure&) {
        return true;
    }
    return false;
}

TEST_CASE("the serving role sees its own agency's rows, and none where it has no agency")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    TestDatabase place(db::Engine::postgres);
    const Store store(place);
    CHECK(contacts(*store.owner) == 2);
    CHECK(contacts(*store.as("one")) == 1);
    CHECK(contacts(*store.as("three")) == 0);
    CHECK(contacts(*store.as({})) == 0);
}

TEST_CASE("the serving role writes rows of its own agency alone, and changes no table")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    TestDatabase place(db::Engine::postgres);
    const Store store(place);
    const auto one = store.as("one");
    CHECK_FALSE(refused_contact_of(*one, "one"));
    CHECK(refused_contact_of(*one, "two"));
    CHECK(refused(*one, take_away));
    CHECK(contacts(*store.owner) == 3);
}

TEST_CASE("a table that is only added to is not changed by the serving role")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    TestDatabase place(db::Engine::postgres);
    const Store store(place);
    const auto one = store.as("one");
    {
        auto transaction = one->begin("add");
        transaction.run(add_act, "one");
        transaction.commit();
    }
    CHECK(refused(*one, change_acts));
}

/// As the server works: as the role, for whichever agency is in force.
struct Serving {
    explicit Serving(TestDatabase& place, db::RowSecurity more = {}) : store(place)
    {
        more.schema = store.settings.schema;
        more.role = store.settings.role;
        db::secure_rows(*store.owner, more);
        auto one_connection = store.settings;
        one_connection.readers = one_connection.writers = 1;
        auto opened = db::Database::open(one_connection);
        REQUIRE(opened);
        database = std::move(*opened);
    }
    Store store;
    std::unique_ptr<db::Database> database;
};

std::int64_t contacts_for(db::Database& database, std::string_view agency)
{
    const db::WorkFor its(agency);
    return contacts(database);
}

TEST_CASE("one connection shows each agency its own rows in turn, and nobody's before anybody is "
          "known")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    TestDatabase place(db::Engine::postgres);
    const Serving serving(place);
    for (int turn = 0; turn < 2; ++turn) {
        CHECK(contacts_for(*serving.database, "one") == 1);
        CHECK(contacts(*serving.database) == 0);
        CHECK(contacts_for(*serving.database, "three") == 0);
        CHECK(contacts_for(*serving.database, "two") == 1);
    }
    CHECK(db::agency_in_force() == db::nobody_yet);
}

TEST_CASE("after a transaction that was left the next one shows whose rows it should")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    TestDatabase place(db::Engine::postgres);
    const Serving serving(place);
    const db::WorkFor one("one");
    {
        auto transaction = serving.database->begin("left");
        const db::WorkForWithin two(transaction, "two");
        transaction.run(add_contact, "two", "left");
    }
    auto transaction = serving.database->begin("after");
    CHECK_THROWS_AS(transaction.run(add_contact, "two", "not ours"), db::Failure);
}

TEST_CASE("within a transaction a deed goes to another agency, and then the work goes on as before")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    TestDatabase place(db::Engine::postgres);
    const Serving serving(place);
    {
        const db::WorkFor one("one");
        auto transaction = serving.database->begin("both");
        {
            const db::WorkForWithin two(transaction, "two");
            transaction.run(add_contact, "two", "noted");
        }
        transaction.run(add_contact, "one", "gone on");
        transaction.commit();
    }
    CHECK(contacts_for(*serving.database, "one") == 2);
    CHECK(contacts_for(*serving.database, "two") == 2);
}

TEST_CASE("what signing in looks through is shown before anybody is known, and one agency's after; "
          "what all may read is written by its own agency alone")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    SUBCASE("before signing in")
    {
        TestDatabase place(db::Engine::postgres);
        const Serving serving(place, {.schema = {}, .role = {}, .before_sign_in = {"contact"}});
        CHECK(contacts(*serving.database) == 2);
        CHECK(contacts_for(*serving.database, "one") == 1);
        CHECK(contacts(*serving.store.as("one")) == 1);
        auto transaction = serving.store.owner->begin("look");
        const std::string as_role = "SET LOCAL ROLE \"" + serving.store.settings.role + "\"";
        transaction.run_script({"as the role", as_role});
        auto rows = transaction.query(count_contacts);
        REQUIRE(rows.next());
        CHECK(rows.integer("n") == 0);
    }
    SUBCASE("read by all")
    {
        TestDatabase place(db::Engine::postgres);
        const Serving serving(place, {.schema = {}, .role = {}, .read_by_all = {"contact"}});
        CHECK(contacts_for(*serving.database, "one") == 2);
        const db::WorkFor one("one");
        CHECK_FALSE(refused_contact_of(*serving.database, "one"));
        CHECK(refused_contact_of(*serving.database, "two"));
    }
}

std::int64_t counted(db::Queries& queries, const db::Sql& sql)
{
    auto rows = queries.query(sql);
    REQUIRE(rows.next());
    return rows.integer("n");
}

TEST_CASE(
    "what is shared is shown to its receiver, who cannot take it away, and is read further as "
    "the giver where the code says so")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    TestDatabase place(db::Engine::postgres);
    const Serving serving(place, {.schema = {}, .role = {}, .shared_with = {"share"}});
    for (const auto& [agency, shares] : {std::pair{"one", 1}, {"two", 1}, {"three", 0}}) {
        CAPTURE(agency);
        const db::WorkFor its(agency);
        auto reader = serving.database->read();
        CHECK(counted(reader, count_shares) == shares);
    }
    const db::WorkFor two("two");
    {
        auto transaction = serving.database->begin("take away");
        transaction.run(stop_sharing);
        transaction.commit();
    }
    for (const auto view : {db::View::latest, db::View::snapshot}) {
        auto reader = serving.database->read(view);
        {
            const db::WorkForWithin giver(reader, "one");
            CHECK(counted(reader, count_shares) == 1);
            CHECK(counted(reader, count_contacts) == 1);
        }
        CHECK(counted(reader, count_contacts) == 1);
    }
    const db::WorkFor three("three");
    CHECK(contacts(*serving.database) == 0);
}

TEST_CASE("a role that row security would not hold is not served with")
{
    if (!onroll::tests::postgres_is_there()) return;
    const onroll::log::Redirect quiet([](std::string_view) {});
    TestDatabase place(db::Engine::postgres);
    const Store store(place);
    {
        auto transaction = store.owner->begin("weaken");
        const std::string weaken = "ALTER ROLE \"" + store.settings.role + "\" BYPASSRLS";
        transaction.run_script({"weaken", weaken});
        transaction.commit();
    }
    CHECK_THROWS_AS(db::secure_rows(*store.owner, {store.settings.schema, store.settings.role}),
                    db::Failure);
}

TEST_CASE("names that could be more than a name are refused")
{
    for (const auto* name : {"a\"b", "A", "a b", "a'b", "1a"}) {
        db::Settings settings{"postgres://127.0.0.1:1/none"};
        settings.role = name;
        const auto opened = db::Database::open(settings);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().message.find("small letters") != std::string::npos);
    }
}

} // namespace row_security_test
