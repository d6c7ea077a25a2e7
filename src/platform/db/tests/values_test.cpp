#include "platform/db/db.h"
#include "helpers/test_database.h"
#include "kernel/ensure.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace values_test {

namespace db = onroll::db;
using onroll::tests::for_each_engine;

constexpr db::Sql make_thing{"make thing", R"(
CREATE TABLE thing (
    id INTEGER PRIMARY KEY,
    name TEXT,
    amount INTEGER,
    share REAL,
    open INTEGER CHECK (open IN (0, 1)),
    day TEXT,
    moment TEXT,
    bytes BLOB
) STRICT;
)"};
constexpr db::Sql add_thing{"add thing",
                            "INSERT INTO thing (name, amount, share, open, day, moment, bytes) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id"};
constexpr db::Sql find_thing{"find thing", "SELECT * FROM thing WHERE id = ?"};

void with_table(db::Database& database)
{
    auto transaction = database.begin("make");
    transaction.run_script(make_thing);
    transaction.commit();
}

std::int64_t add_named(db::Database& database, std::string_view name)
{
    auto transaction = database.begin("add");
    std::int64_t id = 0;
    {
        auto rows = transaction.query(add_thing, name, std::nullopt, std::nullopt, std::nullopt,
                                      std::nullopt, std::nullopt, std::nullopt);
        REQUIRE(rows.next());
        id = rows.integer("id");
    }
    transaction.commit();
    return id;
}

/// The failure of reading, as text.
template <class Read>
std::string failure_of(Read read)
{
    try {
        read();
    } catch (const db::Failure& failure) {
        return failure.what();
    }
    return "none";
}

TEST_CASE("every type comes back as it was stored")
{
    for_each_engine([](db::Database& database) {
        with_table(database);
        const std::vector<std::byte> bytes = {std::byte{0}, std::byte{255}, std::byte{'\''},
                                              std::byte{'\\'}};
        const auto moment = onroll::parse_instant("2026-11-23T09:15:00.250Z").value();
        std::int64_t id = 0;
        {
            auto transaction = database.begin("add");
            {
                auto rows = transaction.query(add_thing, "Ash Bank",
                                              std::numeric_limits<std::int64_t>::max(), 0.1, true,
                                              onroll::date(2026, 11, 23), moment, bytes);
                REQUIRE(rows.next());
                id = rows.integer("id");
                CHECK_FALSE(rows.next());
            }
            transaction.commit();
        }
        auto reader = database.read();
        auto rows = reader.query(find_thing, id);
        REQUIRE(rows.next());
        CHECK(rows.text("name") == "Ash Bank");
        CHECK(rows.integer("amount") == std::numeric_limits<std::int64_t>::max());
        CHECK(rows.real("share") == 0.1);
        CHECK(rows.boolean("open"));
        CHECK(rows.date("day") == onroll::date(2026, 11, 23));
        CHECK(rows.text("day") == "2026-11-23");
        CHECK(rows.instant("moment") == moment);
        CHECK(rows.text("moment") == "2026-11-23T09:15:00.250Z");
        CHECK(rows.blob("bytes") == bytes);
        CHECK(rows.optional_text("name") == "Ash Bank");
        CHECK(rows.optional_integer("amount") == std::numeric_limits<std::int64_t>::max());
        CHECK(rows.optional_real("share") == 0.1);
        CHECK(rows.optional_boolean("open") == true);
        CHECK(rows.optional_date("day") == onroll::date(2026, 11, 23));
        CHECK(rows.optional_instant("moment") == moment);
        CHECK(rows.optional_blob("bytes") == bytes);
        CHECK_FALSE(rows.next());
        CHECK_FALSE(rows.next());
    });
}

TEST_CASE("an absent value is NULL, which only the optional getters answer")
{
    for_each_engine([](db::Database& database) {
        with_table(database);
        {
            auto transaction = database.begin("add");
            transaction.query(add_thing, std::optional<std::string>(), std::optional<int>(),
                              std::optional<double>(), std::optional<bool>(),
                              std::optional<onroll::Date>(), std::optional<onroll::Instant>(),
                              std::optional<std::vector<std::byte>>());
            transaction.query(add_thing, std::optional<std::string>("here"), std::optional<int>(0),
                              std::optional(0.0), std::optional(false),
                              std::optional(onroll::date(2026, 1, 1)), std::nullopt,
                              db::as_blob(""));
            transaction.commit();
        }
        auto reader = database.read();
        constexpr db::Sql all{"all things", "SELECT * FROM thing ORDER BY id"};
        auto rows = reader.query(all);
        REQUIRE(rows.next());
        CHECK(rows.is_null("name"));
        CHECK(rows.optional_text("name") == std::nullopt);
        CHECK(rows.optional_integer("amount") == std::nullopt);
        CHECK(rows.optional_real("share") == std::nullopt);
        CHECK(rows.optional_boolean("open") == std::nullopt);
        CHECK(rows.optional_date("day") == std::nullopt);
        CHECK(rows.optional_instant("moment") == std::nullopt);
        CHECK(rows.optional_blob("bytes") == std::nullopt);
        CHECK(failure_of([&] { rows.text("name"); }) ==
              "all things: misuse: column \"name\" holds NULL, and was not asked as optional");
        REQUIRE(rows.next());
        CHECK(rows.text("name") == "here");
        CHECK(rows.integer("amount") == 0);
        CHECK(rows.real("share") == 0.0);
        CHECK_FALSE(rows.boolean("open"));
        CHECK(rows.blob("bytes").empty());
    });
}

TEST_CASE("an empty text is not NULL")
{
    for_each_engine([](db::Database& database) {
        with_table(database);
        const auto id = add_named(database, std::string_view());
        auto reader = database.read();
        auto rows = reader.query(find_thing, id);
        REQUIRE(rows.next());
        CHECK(rows.optional_text("name") == "");
    });
}

TEST_CASE("a wrong type or an unknown column fails, naming the column and the statement but not "
          "the value")
{
    for_each_engine([](db::Database& database) {
        with_table(database);
        const auto id = add_named(database, "Sam Secret");
        auto reader = database.read();
        auto rows = reader.query(find_thing, id);
        REQUIRE(rows.next());
        CHECK(failure_of([&] { rows.integer("name"); }) ==
              "find thing: misuse: column \"name\" holds text, asked as integer");
        CHECK(failure_of([&] { rows.text("id"); }) ==
              "find thing: misuse: column \"id\" holds integer, asked as text");
        CHECK(failure_of([&] { rows.real("id"); }) ==
              "find thing: misuse: column \"id\" holds integer, asked as real");
        CHECK(failure_of([&] { rows.blob("name"); }) ==
              "find thing: misuse: column \"name\" holds text, asked as blob");
        CHECK(failure_of([&] { rows.date("name"); }) ==
              "find thing: misuse: column \"name\" holds a text that is not an ISO date");
        CHECK(failure_of([&] { rows.instant("name"); }) ==
              "find thing: misuse: column \"name\" holds a text that is not an instant in UTC");
        CHECK(failure_of([&] { rows.text("nothing"); }) ==
              "find thing: misuse: there is no column \"nothing\"");
    });
}

TEST_CASE("counts, sums and comparisons have the same types on both engines")
{
    for_each_engine([](db::Database& database) {
        with_table(database);
        auto transaction = database.begin("count");
        constexpr db::Sql add{"add", "INSERT INTO thing (amount, share) VALUES (?, ?)"};
        CHECK(transaction.run(add, 3, 0.5) == 1);
        CHECK(transaction.run(add, 4, 1.0) == 1);
        constexpr db::Sql count{"count",
                                R"(SELECT count(*) AS n, sum(amount) AS total, avg(amount) AS mean,
            sum(share) AS shares, max(amount) AS most, sum(amount) > 6 AS many, count(*) = 1 AS one FROM thing)"};
        auto rows = transaction.query(count);
        REQUIRE(rows.next());
        CHECK(rows.integer("n") == 2);
        CHECK(rows.integer("total") == 7);
        CHECK(rows.real("mean") == 3.5);
        CHECK(rows.real("shares") == 1.5);
        CHECK(rows.integer("most") == 4);
        CHECK(rows.boolean("many"));
        CHECK_FALSE(rows.boolean("one"));
    });
}

TEST_CASE("texts of every language and of every attacker are stored as they are")
{
    const std::string_view texts[] = {
        "Zo\xc3\xab \xc5\x81ukasz",
        "\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a",
        "\xf0\x9f\x8f\xab",
        "'; DROP TABLE thing; --",
        "\" OR \"1\"=\"1",
        "100%_",
        "\\'\\\\",
        "$1 ? :name @x",
        "line\nline\ttab",
        " spaces ",
        "1",
        "NULL",
    };
    for_each_engine([&](db::Database& database) {
        with_table(database);
        for (const auto text : texts) {
            CAPTURE(text);
            const auto id = add_named(database, text);
            auto reader = database.read();
            constexpr db::Sql find{"find by name", "SELECT id, name FROM thing WHERE name = ?"};
            auto rows = reader.query(find, text);
            REQUIRE(rows.next());
            CHECK(rows.integer("id") == id);
            CHECK(rows.text("name") == text);
            CHECK_FALSE(rows.next());
        }
    });
}

TEST_CASE("what one engine would keep and the other would not is refused by both")
{
    for_each_engine([](db::Database& database) {
        with_table(database);
        constexpr db::Sql ask{"ask", "SELECT id FROM thing WHERE name = ?"};
        constexpr db::Sql ask_share{"ask share", "SELECT id FROM thing WHERE share = ?"};
        auto reader = database.read();
        for (const auto text :
             {std::string_view("a\0b", 3), std::string_view("\xff"), std::string_view("\xc3"),
              std::string_view("\xc0\xaf"), std::string_view("\xed\xa0\x80"),
              std::string_view("\xf5\x80\x80\x80")})
            CHECK(failure_of([&] { reader.query(ask, text); }) ==
                  "ask: misuse: a text is not UTF-8 without zero bytes");
        CHECK(failure_of([&] { reader.query(ask_share, std::nan("")); }) ==
              "ask share: misuse: a real is not a finite number");
    });
}

TEST_CASE("a statement is given as many values as it has question marks")
{
    for_each_engine([](db::Database& database) {
        with_table(database);
        auto reader = database.read();
        CHECK(failure_of([&] { reader.query(find_thing); }) ==
              "find thing: misuse: takes 1 values, was given 0");
        CHECK(failure_of([&] { reader.query(find_thing, 1, 2); }) ==
              "find thing: misuse: takes 1 values, was given 2");
    });
}

TEST_CASE("SQL that is wrong says which statement and why")
{
    for_each_engine([](db::Database& database) {
        auto reader = database.read();
        constexpr db::Sql wrong{"find nothing", "SELECT * FROM no_such_table"};
        const auto said = failure_of([&] { reader.query(wrong); });
        CHECK(said.starts_with("find nothing: misuse: "));
        CHECK(said.find("no_such_table") != std::string::npos);
        constexpr db::Sql two{"two at once", "SELECT 1; SELECT 2"};
        CHECK(failure_of([&] { reader.query(two); }).starts_with("two at once: misuse: "));
    });
}

TEST_CASE("a column is read on a row only")
{
    for_each_engine([](db::Database& database) {
        auto reader = database.read();
        constexpr db::Sql one{"one", "SELECT 1 AS n"};
        auto rows = reader.query(one);
        CHECK_THROWS_AS(rows.integer("n"), onroll::Bug);
        REQUIRE(rows.next());
        CHECK(rows.integer("n") == 1);
        CHECK_FALSE(rows.next());
        CHECK_THROWS_AS(rows.integer("n"), onroll::Bug);
    });
}

TEST_CASE("statements are found by the names of their files")
{
    const onroll::EmbeddedFile files[] = {{"sql/find_school.sql", "SELECT 1"},
                                          {"sql/find_school.postgres.sql", "SELECT 2"},
                                          {"sql/0001_schools.sql", "CREATE TABLE t (a TEXT)"},
                                          {"content/en/find.md", "words"}};
    const db::SqlFiles sql(files);
    CHECK(sql("find_school").name == "find_school");
    CHECK(sql("find_school").text == "SELECT 1");
    CHECK(sql("find_school").postgres_text == "SELECT 2");
    CHECK(sql.all().size() == 1);
    CHECK_THROWS_WITH_AS(sql("find_pupil"), "no file sql/find_pupil.sql in this part", onroll::Bug);
    for_each_engine([&](db::Database& database) {
        auto reader = database.read();
        constexpr db::Sql which{"which", "SELECT 1 AS n", "SELECT 2 AS n"};
        auto rows = reader.query(which);
        REQUIRE(rows.next());
        CHECK(rows.integer("n") == (database.engine() == db::Engine::postgres ? 2 : 1));
    });
}

} // namespace values_test
