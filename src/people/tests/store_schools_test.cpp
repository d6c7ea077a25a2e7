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

std::string named(Urn school)
{
    return "School " + school.text();
}

std::vector<PastValue> history(db::Database& database, const PersonId& record)
{
    auto reader = database.read();
    return changes_of(reader, the_council, record);
}

Result<void> attends(db::Database& database, const PersonId& child, const SchoolPlace& place)
{
    return doing(database,
                 [&](db::Transaction& t) { return add_school(t, a_scope(), child, place); });
}

Result<void> changes(db::Database& database, const PersonId& child, const SchoolPlace& was,
                     const SchoolPlace& now, bool reopens = false)
{
    return doing(database, [&](db::Transaction& t) {
        return change_school(t, a_scope(), child, was, now,
                             {named, "Read from the letter", reopens});
    });
}

Result<void> removes(db::Database& database, const PersonId& child, const SchoolPlace& place,
                     bool reopens = false)
{
    return doing(database, [&](db::Transaction& t) {
        return remove_school(t, a_scope(), child, place, {named, "", reopens});
    });
}

/// A main school, how it ends when the next begins, and that next one.
struct TwoSchools {
    SchoolPlace first{urn("100001"), date(2024, 9, 1)};
    SchoolPlace ended{first.school, first.from, date(2025, 8, 31)};
    SchoolPlace wrong{urn("100002"), date(2025, 9, 1)};
};
PersonId child_at_both(db::Database& database, const char* given)
{
    const auto child = made(database, a_child_named(given, "Smith"));
    REQUIRE(attends(database, child, TwoSchools{}.first));
    REQUIRE(attends(database, child, TwoSchools{}.wrong));
    return child;
}

MergeId joined(db::Database& database, const PersonId& kept, const PersonId& other)
{
    const auto merge = doing(database, [&](db::Transaction& t) {
        return propose_merge(t, a_scope(), kept, other).value().id;
    });
    REQUIRE(doing(database, [&](db::Transaction& t) {
        return agree_to_merge(t, a_scope(the_council, a_colleague), merge).has_value();
    }));
    return merge;
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
        // Newest first: the one before, which ends with it, then the one that was wrong.
        const auto lines = history(database, child);
        REQUIRE(lines.size() == 2);
        CHECK(lines[1].field == "school");
        CHECK(lines[1].before == "School 100002 (100002), Main school, from 1 September 2025");
        CHECK(lines[1].after == "School 100003 (100003), Main school, from 6 October 2025");
        CHECK(lines[1].note == "Read from the letter");
        CHECK(lines[0].before.ends_with("to 31 August 2025"));
        CHECK(lines[0].after.ends_with("to 5 October 2025"));
        const auto backwards =
            changes(database, child, right, {right.school, right.from, date(2025, 1, 1)});
        CHECK(backwards.error().where == "until");
        const auto sooner = changes(database, child, right, {right.school, date(2024, 1, 8)});
        CHECK(sooner.error().where == "from");
        CHECK(sooner.error().message.find("1 September 2024") != std::string::npos);
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
        const auto [first, ended, wrong] = TwoSchools{};
        for (const bool reopens : {true, false}) {
            const auto child = child_at_both(database, reopens ? "James" : "Lena");
            const auto schools = child_in(database, child).schools;
            CHECK(ended_before(schools, wrong) == ended);
            CHECK_FALSE(ended_before(schools, ended).has_value());

            REQUIRE(removes(database, child, wrong, reopens));
            CHECK(child_in(database, child).schools == std::vector{reopens ? first : ended});
            CHECK(removes(database, child, wrong).error().kind == ErrorKind::conflict);
            const auto lines = history(database, child);
            REQUIRE(lines.size() == (reopens ? 2 : 1));
            CHECK(lines.back().after == "not at this school");
            if (reopens) CHECK(lines.front().before.ends_with("to 31 August 2025"));
        }
    });
}

TEST_CASE("a school that turns out to be no main one lets the one before last again where asked")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto [first, ended, wrong] = TwoSchools{};
        auto right = wrong;
        right.kind = PlacementKind::alternative_provision;
        for (const bool reopens : {true, false}) {
            const auto child = child_at_both(database, reopens ? "James" : "Lena");
            const SchoolPlace other_day{wrong.school, date(2025, 9, 3)};
            CHECK(changes(database, child, wrong, other_day, true).error().where == "reopens");
            CHECK(child_in(database, child).schools == std::vector{ended, wrong});

            REQUIRE(changes(database, child, wrong, right, reopens));
            CHECK(child_in(database, child).schools == std::vector{reopens ? first : ended, right});
            CHECK(history(database, child).size() == (reopens ? 2 : 1));
            // Nobody can be still there who never stopped.
            auto guest = right;
            guest.kind = PlacementKind::guest;
            CHECK(changes(database, child, right, guest, true).error().kind == ErrorKind::conflict);
        }
    });
}

TEST_CASE("what two joined records say of the school before follows the first day of the next, and "
          "lasts again together or once they are parted")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const SchoolPlace first{urn("100001"), date(2024, 9, 1)};
        const SchoolPlace next{urn("100002"), date(2025, 9, 1)};
        const SchoolPlace later{urn("100002"), date(2025, 10, 1)};
        auto ended = first;
        ended.until = date(2025, 9, 30);
        auto guest = later;
        guest.kind = PlacementKind::guest;
        for (const bool parts : {true, false}) {
            const auto family = parts ? "Smith" : "Jones";
            const auto one = made(database, a_child_named("James", family));
            const auto other = made(database, a_child_named("Jim", family));
            for (const auto& each : {one, other}) REQUIRE(attends(database, each, first));
            const auto merge = joined(database, one, other);
            REQUIRE(attends(database, one, next));
            REQUIRE(changes(database, one, next, later));
            CHECK(child_in(database, one).schools == std::vector{ended, later, ended});
            CHECK(history(database, one).size() == 2);
            CHECK(history(database, other).size() == 1);
            if (parts) {
                REQUIRE(doing(database, [&](db::Transaction& t) {
                    return undo_merge(t, a_scope(), merge).has_value();
                }));
                CHECK(child_in(database, other).schools == std::vector{first});
                CHECK(child_in(database, one).schools == std::vector{ended, later});
            } else {
                REQUIRE(changes(database, one, later, guest, true));
                CHECK(child_in(database, one).schools == std::vector{first, guest, first});
            }
        }
    });
}

TEST_CASE("of joined records, the one that holds a place is changed, and its history says so")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto one = made(database, a_child_named("James", "Smith"));
        const auto other = made(database, a_child_named("Jim", "Smith"));
        const SchoolPlace place{urn("100001"), date(2024, 9, 1)};
        const SchoolPlace right{urn("100002"), date(2024, 9, 1)};
        REQUIRE(attends(database, other, place));
        joined(database, one, other);
        CHECK(changes(database, other, place, right).error().kind == ErrorKind::conflict);
        REQUIRE(changes(database, one, place, right));
        CHECK(child_in(database, one).schools == std::vector{right});
        CHECK(history(database, one).empty());
        CHECK(history(database, other).size() == 1);
        {
            auto reader = database.read();
            CHECK(history_of(reader, the_council, one).size() == 1);
        }
        REQUIRE(removes(database, one, right));
        CHECK(child_in(database, one).schools.empty());
        CHECK(history(database, other).size() == 2);
    });
}

TEST_CASE("where two joined records name the main school, each can be put right, and neither ends")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto one = made(database, a_child_named("James", "Smith"));
        const auto other = made(database, a_child_named("Jim", "Smith"));
        const SchoolPlace before{urn("100009"), date(2023, 9, 1), date(2024, 8, 31)};
        const SchoolPlace wrong{urn("100001"), date(2024, 9, 1)};
        const SchoolPlace right{urn("100002"), date(2024, 9, 1)};
        REQUIRE(attends(database, one, before));
        for (const auto& each : {one, other}) REQUIRE(attends(database, each, wrong));
        joined(database, one, other);
        // One more lasts, so that nobody is asked whether the child is back where they were.
        CHECK_FALSE(ended_before(child_in(database, one).schools, wrong).has_value());
        REQUIRE(changes(database, one, wrong, right));
        REQUIRE(changes(database, one, wrong, right));
        CHECK(child_in(database, one).schools == std::vector{before, right, right});
        CHECK(removes(database, one, right, true).error().kind == ErrorKind::conflict);
        REQUIRE(removes(database, one, right));
        CHECK(child_in(database, one).schools == std::vector{before, right});
    });
}

} // namespace onroll::people
