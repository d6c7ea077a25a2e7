#include "people/store_schools.h"

#include "people/store_merge.h"
#include "people/tests/builders.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

namespace onroll::people {

using namespace tests_of_people;

namespace store_schools_test {

Urn urn(const char* text)
{
    return Urn::parse(text).value();
}

Result<void> attends(db::Database& database, const PersonId& child, const SchoolPlace& place)
{
    return doing(database,
                 [&](db::Transaction& t) { return add_school(t, a_scope(), child, place); });
}

Result<void> changes(db::Database& database, const PersonId& child, const SchoolPlace& was,
                     const SchoolPlace& now)
{
    return doing(database, [&](db::Transaction& t) {
        return change_school(t, a_scope(), child, was, now, "Read from the letter");
    });
}

Result<void> removes(db::Database& database, const PersonId& child, const SchoolPlace& place,
                     bool reopens = false)
{
    return doing(database, [&](db::Transaction& t) {
        return remove_school(t, a_scope(), child, place, reopens, "");
    });
}

} // namespace store_schools_test

using namespace store_schools_test;

TEST_CASE("no school is ended before it began: the first day of the next is refused")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("James", "Smith"));
        REQUIRE(attends(database, child, {urn("100001"), date(2025, 9, 1)}));
        const auto before = child_in(database, child).schools;
        for (const auto from : {date(2024, 9, 1), date(2025, 8, 31), date(2025, 9, 1)}) {
            const auto refused = attends(database, child, {urn("100002"), from});
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == ErrorKind::bad_input);
            CHECK(refused.error().where == "from");
            CHECK(refused.error().message.find("1 September 2025") != std::string::npos);
        }
        CHECK(child_in(database, child).schools == before);
        // One that has ended, or is beside the main one, may have begun on any day.
        CHECK(attends(database, child, {urn("100002"), date(2024, 9, 1), date(2025, 7, 20)})
                  .has_value());
        CHECK(attends(database, child,
                      {urn("100003"), date(2025, 9, 1), {}, PlacementKind::subsidiary})
                  .has_value());
        CHECK(attends(database, child, {urn("100004"), date(2025, 9, 2)}).has_value());
        for (const auto& place : child_in(database, child).schools)
            if (place.school == urn("100001")) CHECK(place.until == date(2025, 9, 1));
    });
}

TEST_CASE("a school that was put right keeps what it said before in the history")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("James", "Smith"));
        const SchoolPlace before{urn("100001"), date(2024, 9, 1), date(2025, 8, 31)};
        const SchoolPlace wrong{urn("100002"), date(2025, 9, 1)};
        const SchoolPlace right{urn("100003"), date(2025, 10, 6)};
        REQUIRE(attends(database, child, {before.school, before.from}));
        REQUIRE(attends(database, child, wrong));
        REQUIRE(child_in(database, child).schools == std::vector{before, wrong});

        REQUIRE(changes(database, child, wrong, right));
        auto ended_later = before;
        ended_later.until = date(2025, 10, 5);
        CHECK(child_in(database, child).schools == std::vector{ended_later, right});
        CHECK(changes(database, child, wrong, right).error().kind == ErrorKind::conflict);
        {
            auto reader = database.read();
            const auto history = changes_of(reader, the_council, child);
            REQUIRE(history.size() == 1);
            CHECK(history[0].field == "school");
            CHECK(history[0].before.find("100002") != std::string::npos);
            CHECK(history[0].before.find("1 September 2025") != std::string::npos);
            CHECK(history[0].after.find("100003") != std::string::npos);
            CHECK(history[0].note == "Read from the letter");
        }
        const auto backwards =
            changes(database, child, right, {right.school, right.from, date(2025, 1, 1)});
        CHECK(backwards.error().where == "until");
        // One main school lasts, whichever is changed.
        const auto second = changes(database, child, ended_later, {before.school, before.from});
        CHECK(second.error().where == "until");
        CHECK(changes(database, child, right, {right.school, right.from, date(2026, 7, 20)}));
        CHECK(changes(database, child, ended_later, {before.school, before.from}));
    });
}

TEST_CASE("a school where the child never was goes, and the one before lasts again where asked")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const SchoolPlace first{urn("100001"), date(2024, 9, 1)};
        const SchoolPlace wrong{urn("100002"), date(2025, 9, 1)};
        auto ended = first;
        ended.until = date(2025, 8, 31);
        for (const bool reopens : {true, false}) {
            const auto child = made(database, a_child_named(reopens ? "James" : "Lena", "Smith"));
            REQUIRE(attends(database, child, first));
            REQUIRE(attends(database, child, wrong));
            const auto schools = child_in(database, child).schools;
            CHECK(ended_for(schools, wrong) == ended);
            CHECK_FALSE(ended_for(schools, ended).has_value());

            REQUIRE(removes(database, child, wrong, reopens));
            CHECK(child_in(database, child).schools == std::vector{reopens ? first : ended});
            CHECK(removes(database, child, wrong).error().kind == ErrorKind::conflict);
            auto reader = database.read();
            CHECK(changes_of(reader, the_council, child).front().after == "not at this school");
        }
    });
}

TEST_CASE("of joined records, the one that holds a place is changed")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto one = made(database, a_child_named("James", "Smith"));
        const auto other = made(database, a_child_named("Jim", "Smith"));
        const SchoolPlace place{urn("100001"), date(2024, 9, 1)};
        const SchoolPlace right{urn("100002"), date(2024, 9, 1)};
        REQUIRE(attends(database, other, place));
        const auto merge = doing(database, [&](db::Transaction& t) {
            return propose_merge(t, a_scope(), one, other).value().id;
        });
        REQUIRE(doing(database, [&](db::Transaction& t) {
            return agree_to_merge(t, a_scope(the_council, a_colleague), merge).has_value();
        }));
        CHECK(changes(database, other, place, right).error().kind == ErrorKind::conflict);
        REQUIRE(changes(database, one, place, right));
        CHECK(child_in(database, one).schools == std::vector{right});
        REQUIRE(removes(database, one, right));
        CHECK(child_in(database, one).schools.empty());
    });
}

} // namespace onroll::people
