// Schools in a list of children: from which day, beside those that the record names; and back.
#include "people/imports.h"
#include "people/store_imports.h"
#include "people/store_merge.h"

#include "people/store_schools.h"
#include "people/tests/builders.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

namespace imports_schools_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;

struct Brought {
    ImportId id;
    Result<ImportPlan> plan;
};

Brought imported(db::Database& database, const std::string& bytes)
{
    return doing(database, [&](db::Transaction& t) {
        const auto id = send_list(t, a_scope(), a_safe(), "list.csv", bytes).value();
        return Brought{id, make_import(t, a_scope(), a_safe(), id, FaultyRows::refuse)};
    });
}

std::string outcomes(const Result<ImportPlan>& plan)
{
    if (!plan) return plan.error().message;
    std::string text;
    for (const auto outcome : {RowOutcome::created, RowOutcome::updated, RowOutcome::unchanged,
                               RowOutcome::rejected, RowOutcome::held})
        text += (text.empty() ? "" : " ") + std::to_string(plan->count(outcome));
    return text;
}

Undone undone(db::Database& database, const ImportId& id)
{
    return doing(database,
                 [&](db::Transaction& t) { return undo_import(t, a_scope(), id).value(); });
}

/// The main schools of Lena Rath, in order: "100001 2024-09-01 to 2025-08-31, 100002 2025-09-01".
std::string schools_of(db::Database& database)
{
    const auto found = [&] {
        auto reader = database.read();
        return search_people(reader, the_council, question_of("Lena Rath"), 1).found;
    }();
    std::string said;
    for (const auto& place : child_in(database, found.at(0).person.id).schools)
        said += (said.empty() ? "" : ", ") + place.school.text() + " " +
                (place.from ? iso(*place.from) : "?") +
                (place.until ? " to " + iso(*place.until) : "");
    return said;
}

PersonId lena_in(db::Database& database)
{
    auto reader = database.read();
    return search_people(reader, the_council, question_of("Lena Rath"), 1).found.at(0).person.id;
}

std::string by_number(Urn school)
{
    return school.text();
}

std::string at_school(const std::string& urn, const std::string& from)
{
    return "first name,surname,dob,urn,school from\nLena,Rath,2012-01-15," + urn + "," + from +
           "\n";
}

TEST_CASE("a list carries the first day at a school, and another first day alone is a change")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        CHECK(outcomes(imported(database, at_school("100001", "2024-09-01")).plan) == "1 0 0 0 0");
        CHECK(outcomes(imported(database, at_school("100002", "01/09/2025")).plan) == "0 1 0 0 0");
        const std::string both = "100001 2024-09-01 to 2025-08-31, 100002 2025-09-01";
        CHECK(schools_of(database) == both);
        CHECK(outcomes(imported(database, at_school("100002", "2025-09-01")).plan) == "0 0 1 0 0");
        CHECK(outcomes(imported(database, at_school("100002", "")).plan) == "0 0 1 0 0");

        const auto moved = imported(database, at_school("100002", "2025-06-01"));
        CHECK(outcomes(moved.plan) == "0 1 0 0 0");
        CHECK(moved.plan->rows.front().fields == std::vector<std::string>{"schools"});
        CHECK(schools_of(database) == "100001 2024-09-01 to 2025-05-31, 100002 2025-06-01");
        CHECK(undone(database, moved.id).left == 0);
        CHECK(schools_of(database) == both);
    });
}

TEST_CASE("a list older than the record changes no school: the row waits")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        imported(database, at_school("100001", "2024-09-01"));
        imported(database, at_school("100002", "2025-09-01"));
        const auto before = schools_of(database);
        for (const auto& old :
             {at_school("100003", "2025-01-01"), at_school("100001", "2024-09-01"),
              at_school("100002", "2024-01-01")}) {
            const auto late = imported(database, old);
            CHECK(outcomes(late.plan) == "0 0 0 0 1");
            CHECK(late.plan->rows.front().reason.find("for that day or a later one") !=
                  std::string::npos);
            CHECK(schools_of(database) == before);
        }
        // A school that is to begin is not ended by a list of today.
        CHECK(outcomes(imported(database, at_school("100004", "2027-09-01")).plan) == "0 1 0 0 0");
        CHECK(outcomes(imported(database, at_school("100002", "")).plan) == "0 0 1 0 0");
        CHECK(outcomes(imported(database, at_school("100005", "")).plan) == "0 0 0 0 1");
        CHECK(
            schools_of(database) ==
            "100001 2024-09-01 to 2025-08-31, 100002 2025-09-01 to 2027-08-31, 100004 2027-09-01");
    });
}

TEST_CASE("a first day at a school that cannot be is refused in the list")
{
    const auto list = read_child_list(
        at_school("100001", "2011-09-01") +
            "Omar,Aziz,2013-02-01,100001,2028-09-01\nZoe,Late,2013-02-01,100001,soon\n",
        test_day);
    REQUIRE(list);
    CHECK(list->rejected == 3);
    CHECK(list->errors[0].fix == "Check the date: it is before the child was born");
    CHECK(list->errors[2].fix == "Write the date as 31/12/2024 or 2024-12-31");
}

const Urn one = Urn::parse("100001").value();
const Urn two = Urn::parse("100002").value();

/// Makes Lena Rath, at these schools, as somebody enters them one after the other.
PersonId was_at(db::Database& database, const std::vector<SchoolPlace>& places)
{
    const auto id = made(database, a_child_named("Lena", "Rath", date(2012, 1, 15)));
    for (const auto& place : places)
        CHECK(doing(database, [&](db::Transaction& t) {
                  return add_school(t, a_scope(), id, place);
              }).has_value());
    return id;
}

struct Listed {
    const char* what;
    std::vector<SchoolPlace> was;
    std::string list;
    std::string schools; ///< afterwards
};

TEST_CASE("a list that would have a child at two schools on one day changes none: the row waits")
{
    const Listed rows[] = {{"both begin on the same day",
                            {{one, date(2025, 9, 1)}},
                            at_school("100002", "2025-09-01"),
                            "100001 2025-09-01"},
                           {"both begin on the day of the list",
                            {{one, test_day}},
                            at_school("100002", ""),
                            "100001 2026-11-25"},
                           {"one begins within another that has ended",
                            {{one, date(2023, 9, 1), date(2025, 7, 20)}},
                            at_school("100002", "2024-09-01"),
                            "100001 2023-09-01 to 2025-07-20"},
                           {"one begins on the last day of another",
                            {{one, date(2023, 9, 1), date(2025, 7, 20)}},
                            at_school("100002", "2025-07-20"),
                            "100001 2023-09-01 to 2025-07-20"},
                           {"one begins while another lasts that is to end",
                            {{one, date(2023, 9, 1), date(2027, 7, 20)}},
                            at_school("100002", ""),
                            "100001 2023-09-01 to 2027-07-20"},
                           {"one is moved into another that ended weeks before it",
                            {{one, date(2023, 9, 1), date(2025, 7, 20)}, {two, date(2025, 9, 1)}},
                            at_school("100002", "2025-07-01"),
                            "100001 2023-09-01 to 2025-07-20, 100002 2025-09-01"}};
    for (const auto& row : rows)
        tests::for_each_engine([&](db::Database& database) {
            CAPTURE(row.what);
            prepared(database);
            was_at(database, row.was);
            CHECK(outcomes(imported(database, row.list).plan) == "0 0 0 0 1");
            CHECK(schools_of(database) == row.schools);
        });
}

TEST_CASE("a list has one school begin as soon as another has ended, and before one that follows")
{
    const Listed rows[] = {
        {"the day after another ended",
         {{one, date(2023, 9, 1), date(2025, 7, 20)}},
         at_school("100002", "2025-07-21"),
         "100001 2023-09-01 to 2025-07-20, 100002 2025-07-21"},
        {"the day after another began",
         {{one, date(2025, 9, 1)}},
         at_school("100002", "2025-09-02"),
         "100001 2025-09-01 to 2025-09-01, 100002 2025-09-02"},
        {"moved to the day after another ended",
         {{one, date(2023, 9, 1), date(2025, 7, 20)}, {two, date(2025, 9, 1)}},
         at_school("100002", "2025-07-21"),
         "100001 2023-09-01 to 2025-07-20, 100002 2025-07-21"},
        {"moved, with another to follow it",
         {{one, date(2024, 9, 1), date(2027, 7, 20)}, {two, date(2027, 9, 1), date(2028, 7, 20)}},
         at_school("100001", "2024-06-03"),
         "100001 2024-06-03 to 2027-07-20, 100002 2027-09-01 to 2028-07-20"}};
    for (const auto& row : rows)
        tests::for_each_engine([&](db::Database& database) {
            CAPTURE(row.what);
            prepared(database);
            was_at(database, row.was);
            CHECK(outcomes(imported(database, row.list).plan) == "0 1 0 0 0");
            CHECK(schools_of(database) == row.schools);
        });
}

TEST_CASE("a first day that one of two times at a school has changes nothing, and an unknown one "
          "comes first")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        was_at(database, {{one, date(2024, 9, 1), date(2026, 12, 31)},
                          {one, date(2027, 1, 4)},
                          {two, {}, date(2024, 7, 20)}});
        for (const auto* from : {"2024-09-01", "2027-01-04"})
            CHECK(outcomes(imported(database, at_school("100001", from)).plan) == "0 0 1 0 0");
        CHECK(schools_of(database) == "100002 ? to 2024-07-20, "
                                      "100001 2024-09-01 to 2026-12-31, 100001 2027-01-04");
    });
}

TEST_CASE(
    "of two times at one school a list moves the one that lasts, and taken back it is as it was")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        was_at(database, {{one, {}, date(2020, 7, 20)}, {one}});
        const auto moved = imported(database, at_school("100001", "2024-09-01"));
        CHECK(outcomes(moved.plan) == "0 1 0 0 0");
        CHECK(schools_of(database) == "100001 ? to 2020-07-20, 100001 2024-09-01");
        CHECK(undone(database, moved.id).left == 0);
        CHECK(schools_of(database) == "100001 ? to 2020-07-20, 100001 ?");
    });
}

TEST_CASE("a list that is taken back lets the school of a joined record last again")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto kept = was_at(database, {});
        const auto joined = made(database, a_child_named("Leena", "Raath", date(2012, 1, 15)));
        doing(database, [&](db::Transaction& t) {
            CHECK(add_school(t, a_scope(), joined, {one, date(2024, 9, 2)}).has_value());
            const auto merge = propose_merge(t, a_scope(), kept, joined).value();
            CHECK(agree_to_merge(t, a_scope(the_council, a_colleague), merge.id).has_value());
            return 0;
        });
        const auto listed = imported(database, at_school("100002", "2026-09-01"));
        CHECK(outcomes(listed.plan) == "0 1 0 0 0");
        CHECK(schools_of(database) == "100002 2026-09-01, 100001 2024-09-02 to 2026-08-31");
        CHECK(undone(database, listed.id).left == 0);
        CHECK(schools_of(database) == "100001 2024-09-02");
    });
}

TEST_CASE("a first day that a list moved stays where the school has ended before the day it was")
{
    const struct {
        Date next;
        std::size_t left;
        std::string schools;
    } rows[] = {{date(2025, 7, 21), 1, "100002 2025-06-02 to 2025-07-20, 100001 2025-07-21"},
                {date(2026, 1, 5), 0, "100002 2025-09-01 to 2026-01-04, 100001 2026-01-05"}};
    for (const auto& row : rows)
        tests::for_each_engine([&](db::Database& database) {
            prepared(database);
            const auto id = was_at(database, {{two, date(2025, 9, 1)}});
            const auto moved = imported(database, at_school("100002", "2025-06-02"));
            CHECK(outcomes(moved.plan) == "0 1 0 0 0");
            CHECK(doing(database, [&](db::Transaction& t) {
                      return add_school(t, a_scope(), id, {one, row.next});
                  }).has_value());
            CHECK(undone(database, moved.id).left == row.left);
            CHECK(schools_of(database) == row.schools);
        });
}

TEST_CASE("a school that somebody has put right since stays when the list is taken back")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        REQUIRE(imported(database, at_school("100001", "2024-09-01")).plan);
        const auto list = imported(database, at_school("100002", "2025-09-01"));
        const auto lena = lena_in(database);
        const SchoolPlace brought{Urn::parse("100002").value(), date(2025, 9, 1)};
        const SchoolPlace left{brought.school, brought.from, date(2026, 3, 27)};
        REQUIRE(doing(database, [&](db::Transaction& t) {
            return change_school(t, a_scope(), lena, brought, left, {by_number});
        }));
        const std::string both = "100001 2024-09-01 to 2025-08-31, 100002 2025-09-01 to 2026-03-27";
        CHECK(schools_of(database) == both);
        const auto back = undone(database, list.id);
        CHECK(back.left == 1);
        CHECK(schools_of(database) == both);
    });
}

TEST_CASE("a child that a list made stays where somebody has taken its school off the record")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto list = imported(database, at_school("100001", "2024-09-01"));
        const auto lena = lena_in(database);
        const SchoolPlace brought{Urn::parse("100001").value(), date(2024, 9, 1)};
        REQUIRE(doing(database, [&](db::Transaction& t) {
            return remove_school(t, a_scope(), lena, brought, {by_number, "Another child"});
        }));
        CHECK(undone(database, list.id).taken_back == 0);
        CHECK(schools_of(database).empty());
    });
}

} // namespace imports_schools_test
