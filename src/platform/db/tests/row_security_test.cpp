#include "platform/db/row_security.h"

#include "helpers/test_database.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

namespace row_security_test {

namespace db = onroll::db;
using onroll::tests::TestDatabase;

constexpr db::Sql make_tables{"make tables",
                              "CREATE TABLE contact (agency TEXT NOT NULL, story TEXT NOT NULL);"
                              "CREATE TABLE log (agency TEXT NOT NULL, act TEXT NOT NULL);"
                              "CREATE TABLE word (text TEXT NOT NULL);"};
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
