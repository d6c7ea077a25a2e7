// Whether a council looks after a child: stated with its days, shown first on every page of the
// record, kept for longer, in the copy for the person and in lists.
#include "people/rules_care.h"
#include "people/store_care.h"
#include "people/store_gathered.h"
#include "people/store_imports.h"
#include "people/store_merge.h"
#include "people/store_retention.h"
#include "people/subject_access.h"
#include "people/tests/office.h"

#include <algorithm>

namespace care_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

const Date autumn = date(2025, 9, 1);

TEST_CASE("what was stated of care is asked for a day, and an order in force counts beside it")
{
    const std::vector<CareStatement> statements{
        {date(2020, 1, 1), CareStatus::never, "", {}},
        {autumn, CareStatus::section_20, "Tidemoor Council", date(2026, 3, 31)}};
    const std::vector<CourtOrder> care{{.kind = OrderKind::interim_care,
                                        .made_on = date(2026, 5, 1),
                                        .ends_on = date(2026, 6, 30)}};
    CHECK_FALSE(care_on(statements, date(2019, 12, 31)).has_value());
    CHECK(care_on(statements, date(2025, 8, 31))->status == CareStatus::never);
    CHECK(care_on(statements, autumn)->status == CareStatus::section_20);
    CHECK(care_on(statements, date(2026, 4, 1))->status == CareStatus::previously);
    CHECK_FALSE(looked_after_on({}, {}, autumn).has_value());
    CHECK(looked_after_on(statements, {}, date(2025, 8, 31)) == false);
    CHECK(looked_after_on(statements, {}, date(2026, 3, 31)) == true);
    CHECK(looked_after_on(statements, {}, date(2026, 4, 1)) == false);
    CHECK(looked_after_on(statements, care, date(2026, 5, 2)) == true);
    CHECK(looked_after_on({}, care, date(2026, 5, 2)) == true);
    CHECK_FALSE(looked_after_on({}, care, date(2026, 7, 1)).has_value());
    // Of two statements of one day the later one stands.
    CHECK(care_on({{autumn, CareStatus::section_20, "Tidemoor Council", {}},
                   {autumn, CareStatus::by_order, "Tidemoor Council", {}}},
                  autumn)
              ->status == CareStatus::by_order);
}

TEST_CASE("a statement that cannot be is refused at its field")
{
    const auto wrong = [](const CareStatement& statement) {
        const auto problems = problems_of(statement, test_day);
        return problems.empty() ? std::string() : problems.front().where;
    };
    CHECK(wrong({autumn, CareStatus::section_20, "Tidemoor Council", {}}).empty());
    CHECK(wrong({autumn, CareStatus::never, "", {}}).empty());
    CHECK(wrong({autumn, CareStatus::previously, "", {}}).empty());
    CHECK(wrong({autumn, CareStatus::by_order, "", {}}) == "council");
    CHECK(wrong({autumn, CareStatus::never, "Tidemoor Council", {}}) == "council");
    CHECK(wrong({autumn, CareStatus::previously, std::string(201, 'x'), {}}) == "council");
    CHECK(wrong({test_day + Days{1}, CareStatus::never, "", {}}) == "from");
    CHECK(wrong({autumn, CareStatus::by_order, "Tidemoor Council", autumn - Days{1}}) == "until");
    CHECK(wrong({autumn, CareStatus::previously, "", test_day}) == "until");
}

std::string kept_until(db::Database& database, const PersonId& id)
{
    auto reader = database.read();
    const auto retention = retention_of_person(reader, the_council, id);
    return iso(std::get<KeepUntil>(*retention).last_day);
}

TEST_CASE("care that was ever stated keeps the record for longer, in a joined record too")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto states = [&](const PersonId& id, CareStatus status, std::string council) {
            did(database, [&](db::Transaction& t) {
                return state_care(t, a_scope(), id, {autumn, status, std::move(council), {}});
            });
        };
        const auto never = made(database, a_child_named("Maya", "Shah"));
        states(never, CareStatus::never, "");
        CHECK(kept_until(database, never) == "2039-03-17");
        const auto before = made(database, a_child_named("Tom", "Lee"));
        states(before, CareStatus::previously, "Wealdham Council");
        CHECK(kept_until(database, before) == "2089-03-17");
        const auto now = made(database, a_child_named("Maia", "Shah"));
        states(now, CareStatus::section_20, "Tidemoor Council");
        states(now, CareStatus::never, ""); // a later word takes nothing away
        CHECK(kept_until(database, now) == "2089-03-17");
        doing(database, [&](db::Transaction& t) {
            const auto merge = propose_merge(t, a_scope(), never, now);
            return agree_to_merge(t, a_scope(the_council, a_colleague), merge->id).has_value();
        });
        CHECK(kept_until(database, never) == "2089-03-17");
        CHECK(child_in(database, never).care.size() == 3);
        CHECK(child_in(database, before).care.front().council == "Wealdham Council");

        auto reader = database.read();
        CHECK(care_of(reader, another_agency, before).empty());
        const auto changes = changes_of(reader, the_council, now);
        REQUIRE(changes.size() == 2);
        CHECK(changes[0].field == "looked_after");
        CHECK(changes[0].before == "Looked after: accommodated under section 20, by Tidemoor "
                                   "Council, from 1 September 2025");
        auto gathered = gather(reader, the_council, before);
        gathered->act_in_words = [](const audit::Deed& deed) { return deed.act; };
        gathered->school_name = [](Urn urn) { return urn.text(); };
        const auto items = held_about(*gathered);
        CHECK(std::any_of(items.begin(), items.end(), [](const HeldItem& item) {
            return item.section == "Care by a council" && !item.third_party;
        }));
    });
}

TEST_CASE("an officer states that a council looks after a child, and every page says so first")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(page), page + "/care"));
        CHECK(says(kim.get(page), "Not asked yet."));
        const auto from = dated("from", "1", "9", "2025");
        const auto nobody =
            filled_in(kim, page + "/care", http::Fields{{"status", "section_20"}} + from);
        CHECK(nobody.status == 400);
        CHECK(says(nobody, "Enter which council looks after the child"));
        CHECK(filled_in(kim, page + "/care", from).status == 400);
        CHECK(place_of(filled_in(
                  kim, page + "/care",
                  http::Fields{{"status", "section_20"}, {"council", "Wealdham Council"}} +
                      from)) == page);
        CHECK(office.entries().back().deed.act == "people.change");
        for (const auto* rest : {"", "/history", "/needs", "/consents", "/household"}) {
            CAPTURE(rest);
            CHECK(says(kim.get(page + rest), "Looked after by Wealdham Council."));
        }
        CHECK(says(kim.get(page + "/history"), "looked after"));
        CHECK(filled_in(kim, page + "/care",
                        http::Fields{{"status", "previously"}, {"council", "Wealdham Council"}} +
                            dated("from", "1", "10", "2026"))
                  .status == 303);
        const auto after = kim.get(page);
        CHECK_FALSE(says(after, "Looked after by Wealdham Council."));
        CHECK(says(after, "Looked after before, and not now, by Wealdham Council"));
        CHECK(says(after, "Since 1 September 2025: Looked after: accommodated under section 20"));
        // Nobody states it of an adult.
        const auto adult =
            made(database, an_adult_named("Ana", "Shah"), office.scope_for(office.officer));
        CHECK(kim.get("/people/" + adult.text() + "/care").status == 404);
    });
}

Result<ImportPlan> imported(db::Database& database, const std::string& rows)
{
    const auto id = doing(database, [&](db::Transaction& t) {
        return send_list(t, a_scope(), a_safe(), "list.csv",
                         "first name,surname,dob,looked after,looked after by,in care since\n" +
                             rows)
            .value();
    });
    return doing(database, [&](db::Transaction& t) {
        return make_import(t, a_scope(), a_safe(), id, FaultyRows::refuse);
    });
}

TEST_CASE(
    "a list states care, twice changes nothing, and never says that a child is not looked after")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const std::string rows = "Maya,Shah,2014-03-17,Section 20,Tidemoor Council,2025-09-01\n"
                                 "Tom,Lee,2013-01-02,no,,\nAna,Rao,2012-01-02,,,\n";
        CHECK(imported(database, rows)->count(RowOutcome::created) == 3);
        CHECK(imported(database, rows)->count(RowOutcome::unchanged) == 3);
        const auto refused = imported(database, "Ben,Onn,2014-03-17,yes,,\n");
        CHECK_FALSE(refused.has_value());
        const auto list = read_child_list(
            std::string("first name,surname,dob,looked after\nBen,Onn,2014-03-17,section 20\n"),
            test_day);
        REQUIRE(list->errors.size() == 1);
        CHECK(list->errors[0].fix == "Enter which council looks after the child");
        for (const auto* not_now : {"no", "previously"})
            CHECK(imported(database, "Maya,Shah,2014-03-17," + std::string(not_now) + ",,\n")
                      ->count(RowOutcome::held) == 1);

        const auto id = doing(database, [&](db::Transaction& t) {
            return send_list(t, a_scope(), a_safe(), "list.csv",
                             "first name,surname,dob,looked after\nTom,Lee,2013-01-02,previously\n"
                             "New,Child,2013-01-02,previously\n")
                .value();
        });
        did(database, [&](db::Transaction& t) {
            return make_import(t, a_scope(), a_safe(), id, FaultyRows::refuse);
        });
        const auto tom = [&] {
            auto reader = database.read();
            const auto found = search_people(reader, the_council, question_of("Tom Lee"), 5).found;
            return found.at(0).person.id;
        }();
        CHECK(child_in(database, tom).care.back().status == CareStatus::previously);
        const auto undone =
            doing(database, [&](db::Transaction& t) { return undo_import(t, a_scope(), id); });
        CHECK(undone->left == 0);
        CHECK(child_in(database, tom).care.back().status == CareStatus::never);
    });
}

TEST_CASE(
    "a list carries the first day of care, and changes nothing that the record says of a later "
    "day")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("Maya", "Shah"));
        const auto listed = [&](const std::string& care) {
            const auto plan = imported(database, "Maya,Shah,2014-03-17," + care + "\n");
            REQUIRE(plan.has_value());
            return plan->rows.at(0).outcome;
        };
        const auto from = [&] { return child_in(database, child).care.back().from; };
        CHECK(listed("no,,2026-01-01") == RowOutcome::updated);
        CHECK(listed("no,,2025-01-01") == RowOutcome::unchanged);
        // It would lie behind what the record says, and never hold.
        CHECK(listed("Section 20,Tidemoor Council,2025-09-01") == RowOutcome::held);
        CHECK(listed("Section 20,Tidemoor Council,2026-02-02") == RowOutcome::updated);
        CHECK(listed("Section 20,Tidemoor Council,2026-02-01") == RowOutcome::held);
        CHECK(listed("Section 20,Tidemoor Council,") == RowOutcome::unchanged);
        CHECK(from() == date(2026, 2, 2));
        CHECK(listed("Section 20,Tidemoor Council,2026-03-02") == RowOutcome::updated);
        CHECK(listed("Section 20,Tidemoor Council,2026-03-02") == RowOutcome::unchanged);
        CHECK(from() == date(2026, 3, 2));
        // A list from before it ended does not begin it again; one from after does.
        did(database, [&](db::Transaction& t) {
            return state_care(
                t, a_scope(), child,
                {date(2026, 3, 2), CareStatus::section_20, "Tidemoor Council", date(2026, 7, 20)});
        });
        CHECK(listed("Section 20,Tidemoor Council,2026-03-02") == RowOutcome::held);
        CHECK(listed("Section 20,Tidemoor Council,2026-07-20") == RowOutcome::held);
        CHECK(listed("Section 20,Tidemoor Council,2026-07-21") == RowOutcome::updated);
        CHECK(from() == date(2026, 7, 21));
    });
}

TEST_CASE("care that a list stated and that was taken back is shown no more, and still keeps the "
          "record for longer")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("Maya", "Shah"));
        const auto id = doing(database, [&](db::Transaction& t) {
            return send_list(t, a_scope(), a_safe(), "list.csv",
                             "first name,surname,dob,looked after,looked after by\n"
                             "Maya,Shah,2014-03-17,order,Tidemoor Council\n")
                .value();
        });
        did(database, [&](db::Transaction& t) {
            return make_import(t, a_scope(), a_safe(), id, FaultyRows::refuse);
        });
        const auto undone =
            doing(database, [&](db::Transaction& t) { return undo_import(t, a_scope(), id); });
        CHECK(undone->left == 0);
        CHECK(child_in(database, child).care.empty());
        auto reader = database.read();
        REQUIRE(care_ever_of(reader, the_council, child).size() == 1);
        const auto history = changes_of(reader, the_council, child);
        CHECK(std::any_of(history.begin(), history.end(), [](const PastValue& past) {
            return past.field == "looked_after" && past.note == "List of children taken back";
        }));
        CHECK(kept_until(database, child) == "2089-03-17");
    });
}

} // namespace care_test
