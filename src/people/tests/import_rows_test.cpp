// Rows of a list that wait for somebody to look: of the same child, or of another; and back.
#include "people/store_import_rows.h"

#include "people/store_duplicates.h"
#include "people/store_imports_brought.h"
#include "people/store_let_go.h"
#include "people/store_limits.h"
#include "people/store_retention.h"
#include "people/tests/office.h"

namespace import_rows_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

ImportId imported(db::Database& database, const Scope& scope, const AddressSafe& safe,
                  const std::string& rows)
{
    const auto id = doing(database, [&](db::Transaction& t) {
        return send_list(t, scope, safe, "list.csv",
                         "first name,surname,dob,known as,postcode\n" + rows)
            .value();
    });
    did(database,
        [&](db::Transaction& t) { return make_import(t, scope, safe, id, FaultyRows::refuse); });
    return id;
}

TEST_CASE("a row that waits is of the same child: what it states is taken over, and back again")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("Jenifer", "Clark", date(2014, 1, 1)));
        const auto before = child_in(database, child);
        const auto import =
            imported(database, a_scope(), a_safe(), "Jennifer,Clarke,2014-01-01,Jenny,TM1 2AB\n");
        {
            auto reader = database.read();
            const auto held = held_rows_of(reader, the_council, import, 10);
            REQUIRE(held.size() == 1);
            CHECK(held[0].number == 2);
            CHECK(held[0].found == RowFound::not_yet);
            CHECK(held_rows_of(reader, another_agency, import, 10).empty());
            const auto listed = listed_in_row(reader, the_council, a_safe(), import, 2, test_day);
            REQUIRE(listed.has_value());
            const auto alike = alike_to_row(reader, the_council, *listed);
            REQUIRE(alike.size() == 1);
            CHECK(alike[0].person.id == child);
            CHECK(row_beside(child_in(database, child), *listed, test_day).changes ==
                  std::vector<std::string>{"given_name", "family_name", "known_as", "address"});
        }
        const auto settle = [&] {
            return doing(database, [&](db::Transaction& t) {
                return settle_as_same(t, a_scope(), a_safe(), import, 2, child);
            });
        };
        REQUIRE(settle().has_value());
        CHECK(child_in(database, child).child.name.known_as == "Jenny");
        CHECK(child_in(database, child).addresses.size() == 1);
        CHECK(settle().error().kind == ErrorKind::conflict);
        {
            auto reader = database.read();
            CHECK(count_waiting_rows(reader, the_council, import) == 0);
            const auto row = find_held_row(reader, the_council, import, 2);
            CHECK(row->found == RowFound::same_child);
            CHECK(row->person == child);
            CHECK(row->settled_by == an_officer);
        }
        did(database, [&](db::Transaction& t) { return take_back_row(t, a_scope(), import, 2); });
        auto restored = child_in(database, child);
        restored.child.version = before.child.version;
        CHECK(restored == before);
        // It waits again, and the whole list can still be taken back.
        REQUIRE(settle().has_value());
        did(database, [&](db::Transaction& t) { return undo_import(t, a_scope(), import); });
        restored = child_in(database, child);
        restored.child.version = before.child.version;
        CHECK(restored == before);
        CHECK(settle().error().kind == ErrorKind::conflict);
        // Nor is a row of a list that was taken back taken back by itself.
        const auto alone = doing(
            database, [&](db::Transaction& t) { return take_back_row(t, a_scope(), import, 2); });
        CHECK(alone.error().message == "This list is not imported now");
    });
}

/// The values that lists of the agency changed, which are kept to take them back.
std::string kept_values(db::Database& database)
{
    static const db::Sql all{
        "kept_values",
        "SELECT before, after FROM people_import_change ORDER BY import, position",
        {}};
    std::string values;
    auto reader = database.read();
    auto rows = reader.query(all);
    while (rows.next()) values += rows.text("before") + rows.text("after");
    return values;
}

TEST_CASE("a list and the values that it changed are kept for 30 days from the last that was done "
          "with it")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("Jenifer", "Clark", date(2014, 1, 1)));
        const auto import =
            imported(database, a_scope(), a_safe(), "Jennifer,Clarke,2014-01-01,Jenny,\n");
        const auto day = std::chrono::hours(24);
        const auto let_go = [&](int days) {
            return doing(database, [&](db::Transaction& t) {
                return let_go_of_old(t, the_council, a_scope().now + days * day);
            });
        };
        auto late = a_scope();
        late.now += 20 * day;
        did(database, [&](db::Transaction& t) {
            return settle_as_same(t, late, a_safe(), import, 2, child);
        });
        CHECK(let_go(31) == 0);
        late.now = a_scope().now + 45 * day;
        did(database, [&](db::Transaction& t) { return take_back_row(t, late, import, 2); });
        did(database, [&](db::Transaction& t) {
            return settle_as_same(t, late, a_safe(), import, 2, child);
        });
        CHECK(kept_values(database).find("Jenifer") != std::string::npos);
        CHECK(let_go(75) == 0);
        CHECK(let_go(76) == 1);
        CHECK(kept_values(database).empty());
        CHECK(let_go(76) == 0);
    });
}

TEST_CASE("a list that was never made goes after a day, and when a program sent one too, without "
          "another list")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto sent = doing(database, [&](db::Transaction& t) {
            CHECK(count_list(t, a_scope(), lists_in_an_hour));
            return send_list(t, a_scope(), a_safe(), "list.csv", "first name,surname,dob\n")
                .value();
        });
        const auto kept = [&] {
            auto reader = database.read();
            const bool is_there = find_import(reader, the_council, sent).has_value();
            auto counted =
                reader.query({"counted", "SELECT count(*) AS sent FROM people_list_sent"});
            REQUIRE(counted.next());
            return std::pair(is_there, counted.integer("sent"));
        };
        const auto after = [&](std::chrono::seconds passed) {
            return doing(database, [&](db::Transaction& t) {
                return let_go_of_old(t, the_council, a_scope().now + passed);
            });
        };
        const auto day = std::chrono::hours(24);
        CHECK(after(day) == 0);
        CHECK(kept() == std::pair(true, std::int64_t{1}));
        CHECK(after(day + std::chrono::seconds(1)) == 0);
        CHECK(kept() == std::pair(false, std::int64_t{0}));
    });
}

TEST_CASE("a list that was never made goes too when a program only looks at another, or sends too "
          "many")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        for (const bool counted : {true, false}) {
            const auto sent = doing(database, [&](db::Transaction& t) {
                return send_list(t, a_scope(), a_safe(), "list.csv", "first name,surname,dob\n")
                    .value();
            });
            auto late = a_scope();
            late.now += std::chrono::hours(25);
            CHECK(doing(database, [&](db::Transaction& t) {
                      return count_list(t, late, counted ? lists_in_an_hour : 0);
                  }) == counted);
            auto reader = database.read();
            CHECK_FALSE(find_import(reader, the_council, sent).has_value());
        }
    });
}

TEST_CASE("a row that waits is of another child: a record is made, and the two are not suggested")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("Jenifer", "Clark", date(2014, 1, 1)));
        const auto import =
            imported(database, a_scope(), a_safe(), "Jennifer,Clarke,2014-01-01,,TM1 2AB\n");
        const auto settle = [&] {
            return doing(database, [&](db::Transaction& t) {
                return settle_as_another(t, a_scope(), a_safe(), import, 2, {child});
            });
        };
        const auto other = settle();
        REQUIRE(other.has_value());
        CHECK(child_in(database, *other).child.name.family == "Clarke");
        {
            auto reader = database.read();
            CHECK(found_two_people(reader, the_council, child, *other).has_value());
            CHECK(count_children(reader, the_council) == 2);
        }
        did(database, [&](db::Transaction& t) { return take_back_row(t, a_scope(), import, 2); });
        {
            auto reader = database.read();
            CHECK(count_children(reader, the_council) == 1);
            CHECK_FALSE(found_two_people(reader, the_council, child, *other).has_value());
        }
        const auto again = settle();
        REQUIRE(again.has_value());
        // Somebody works with the record: it stays, and the row stays settled.
        did(database, [&](db::Transaction& t) {
            return add_other_name(t, a_scope(), *again, {"Jen", "", OtherNameKind::alias});
        });
        const auto late = doing(
            database, [&](db::Transaction& t) { return take_back_row(t, a_scope(), import, 2); });
        CHECK(late.error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("a row about a protected home is settled without a word of the home")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("Jennifer", "Clarke", date(2014, 1, 1)));
        did(database, [&](db::Transaction& t) {
            return move_person(t, a_scope(), a_safe(), child,
                               {.lines = {"2 Hill Road"}, .postcode = "TM2 1AA"},
                               Protection::protected_address, date(2026, 1, 1));
        });
        const auto import =
            imported(database, a_scope(), a_safe(), "Jennifer,Clarke,2014-01-01,Jenny,TM1 2AB\n");
        {
            auto reader = database.read();
            const auto listed = listed_in_row(reader, the_council, a_safe(), import, 2, test_day);
            const auto beside = row_beside(child_in(database, child), *listed, test_day);
            CHECK(beside.changes == std::vector<std::string>{"known_as"});
            CHECK(beside.doubt.starts_with("The child’s home is protected"));
        }
        did(database, [&](db::Transaction& t) {
            return settle_as_same(t, a_scope(), a_safe(), import, 2, child);
        });
        CHECK(child_in(database, child).child.name.known_as == "Jenny");
        CHECK(child_in(database, child).addresses.size() == 1);
    });
}

TEST_CASE("an officer settles the rows of a list from its page, and sees no record that is hidden")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = made(database, a_child_named("Jenifer", "Clark", date(2014, 1, 1)),
                                office.scope_for(office.officer));
        const auto hidden = made(database, a_child_named("Lena", "Rath", date(2012, 1, 15)),
                                 office.scope_for(office.colleague));
        did(database, [&](db::Transaction& t) {
            return withhold(t, office.scope_for(office.colleague), hidden, "Danger known to staff");
        });
        const auto import = imported(database, office.scope_for(office.officer), office.safe,
                                     "Jennifer,Clarke,2014-01-01,Jenny,TM1 2AB\n"
                                     "Lenna,Rath,2012-01-15,,\n");
        auto kim = office.signed_in(office.officer);
        const auto list = "/people/import/" + import.text();
        const auto shown = kim.get(list);
        CHECK(says(shown, "2 rows wait for somebody to say of whom it is."));
        CHECK(says(shown, list + "/rows/2"));
        const auto row = kim.get(list + "/rows/2");
        const auto compare = list + "/rows/2/compare/" + child.text();
        CHECK(says(row, compare));
        CHECK(says(row, "A name like it, date of birth"));
        const auto beside = kim.get(compare);
        CHECK(says(beside, "given name, family name, known as and address"));
        CHECK(kim.get(list + "/rows/9/compare/" + child.text()).status == 404);
        // Who may change the record, and sends no lists, sees nothing of one.
        const auto social_worker =
            office.add("Una Bell", "una@example.org", access::Role::social_worker);
        did(database, [&](db::Transaction& t) {
            return add_worker(t, office.scope_for(office.officer), child, social_worker.id);
        });
        auto una = office.signed_in(social_worker);
        CHECK(una.get("/people/" + child.text() + "/edit").status == 200);
        CHECK(una.get(compare).status == 404);
        CHECK(place_of(filled_in(kim, compare, {})) == list);
        CHECK(says(kim.get(list), "The same child, by Kim Lee on 25 November 2026"));
        CHECK(says(kim.get(list + "/rows/2"), "Take this back"));

        const auto other = kim.get(list + "/rows/3");
        CHECK(says(other, "No record that you may change is like this row."));
        CHECK_FALSE(says(other, hidden.text()));
        CHECK(kim.get(list + "/rows/3/compare/" + hidden.text()).status == 404);
        CHECK_FALSE(says(other, "If the child has no record"));
        CHECK(says(filled_in(kim, list + "/rows/3", {}, list + "/rows/3/another"),
                   "Somebody else must settle this row. Ask whoever leads the work"));
        // Whoever works with the child settles it.
        auto sam = office.signed_in(office.colleague);
        CHECK(place_of(filled_in(sam, list + "/rows/3", {}, list + "/rows/3/another")) == list);
        CHECK(place_of(filled_in(sam, list + "/rows/3", {}, list + "/rows/3/undo")) ==
              list + "/rows/3");
        CHECK(says(sam.get(list + "/rows/3"), "Another child: make a record"));
        CHECK(kim.get(list + "/rows/9").status == 404);
        CHECK(kim.get(list + "/rows/x").status == 404);
    });
}

TEST_CASE("a row beside a record names its NHS number as a change only to who may set one")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = made(database, a_child_named("Jenifer", "Clark", date(2014, 1, 1)),
                                office.scope_for(office.officer));
        const auto una = office.add("Una Bell", "una@example.org", access::Role::council_officer);
        did(database, [&](db::Transaction& t) {
            return add_worker(t, office.scope_for(office.officer), child, una.id);
        });
        const auto id = doing(database, [&](db::Transaction& t) {
            return send_list(t, office.scope_for(office.officer), office.safe, "list.csv",
                             "first name,surname,dob,known as,NHS number\n"
                             "Jennifer,Clarke,2014-01-01,Jenny,9990000018\n")
                .value();
        });
        did(database, [&](db::Transaction& t) {
            return make_import(t, office.scope_for(office.officer), office.safe, id,
                               FaultyRows::refuse);
        });
        const auto compare = "/people/import/" + id.text() + "/rows/2/compare/" + child.text();
        CHECK(says(office.signed_in(office.officer).get(compare), "nhs number"));
        auto theirs = office.signed_in(una);
        const auto beside = theirs.get(compare);
        CHECK(says(beside, "given name, family name and known as"));
        CHECK_FALSE(says(beside, "nhs number"));
        CHECK(place_of(filled_in(theirs, compare, {})) == "/people/import/" + id.text());
        CHECK_FALSE(child_in(database, child, office.council).child.nhs_number);
    });
}

} // namespace import_rows_test
