// Two records of one child: found, compared, joined by two people, or found to be two people; and
// an act on two records asks about each of them.
#include "people/store_duplicates.h"

#include "people/rules_merge.h"
#include "people/store_limits.h"
#include "people/store_merge.h"
#include "people/store_rows.h"
#include "people/tests/office.h"

#include <algorithm>

namespace duplicates_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::primary_buttons;
using tests::says;

Person named(std::string given, std::string family)
{
    static int number = 0;
    auto id = std::to_string(++number);
    Person person{PersonId::parse(std::string(32 - id.size(), '0') + id).value()};
    person.name = {std::move(given), std::move(family), {}};
    person.born_on = date(2014, 3, 17);
    return person;
}

TEST_CASE("names of two children born on one day that may be one child’s")
{
    using Names = std::pair<Person, Person>;
    const auto alike = [](const Person& one, const Person& other) {
        return alike_among({one, other}).size() == 1;
    };
    for (const auto& [one, other] : {Names{named("Kathryn", "Shah"), named("Catherine", "Shah")},
                                     Names{named("Amy Rose", "Lee"), named("Amy", "Lee")},
                                     Names{named("Amy", "Lee"), named("Amy Rose", "Lee")},
                                     Names{named("Nowak", "Ola"), named("Ola", "Nowak")},
                                     Names{named("Zoë", "O'Connell"), named("Zoe", "OConnell")}})
        CHECK(alike(one, other));
    for (const auto& [one, other] : {Names{named("Amy", "Lee"), named("Ben", "Lee")},
                                     Names{named("Ola", "Nowak"), named("Ola", "Shah")}})
        CHECK_FALSE(alike(one, other));
    auto adult = named("Amy", "Lee");
    adult.kind = PersonKind::adult;
    CHECK_FALSE(alike(adult, named("Amy", "Lee")));
}

std::vector<std::pair<PersonId, PersonId>> found_in(db::Database& database,
                                                    Date after = date(1900, 1, 1))
{
    auto reader = database.read();
    std::vector<std::pair<PersonId, PersonId>> pairs;
    for (const auto& pair : look_through(reader, the_council, after, 20).pairs)
        pairs.emplace_back(std::minmax(pair.one.id, pair.other.id));
    return pairs;
}

TEST_CASE("two records of one child are found until somebody says that they are two people")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto one = made(database, a_child_named("Maya", "Shah"));
        const auto other = made(database, a_child_named("Maia", "Shah"));
        made(database, a_child_named("Tom", "Shah"));
        made(database, a_child_named("Maya", "Shah", date(2012, 1, 2)));
        made(database, a_child_named("Maya", "Shah"), a_scope(another_agency));
        const std::pair<PersonId, PersonId> pair = std::minmax(one, other);
        REQUIRE(found_in(database) == std::vector{pair});
        CHECK(found_in(database, date(2014, 3, 17)).empty());

        const auto merge = doing(
            database, [&](db::Transaction& t) { return propose_merge(t, a_scope(), one, other); });
        REQUIRE(merge.has_value());
        // It waits for a second person, who finds it among those that wait.
        CHECK(found_in(database).empty());
        did(database, [&](db::Transaction& t) {
            return find_two_people(t, a_scope(the_council, a_colleague), other, one);
        });
        CHECK(found_in(database).empty());
        {
            auto reader = database.read();
            CHECK(found_two_people(reader, the_council, one, other)->by == a_colleague);
            CHECK_FALSE(found_two_people(reader, another_agency, one, other).has_value());
            CHECK(waiting_merges(reader, the_council).empty());
            // Nor is the one of the same name who was born in another year.
            CHECK(
                alike_records(reader, the_council, *find_person(reader, the_council, one)).empty());
        }
        const auto late = doing(database, [&](db::Transaction& t) {
            return agree_to_merge(t, a_scope(the_council, a_colleague), merge->id);
        });
        CHECK(late.error().kind == ErrorKind::conflict);
        // Whoever said so may have been wrong: proposing it again forgets that.
        const auto again = doing(
            database, [&](db::Transaction& t) { return propose_merge(t, a_scope(), other, one); });
        REQUIRE(again.has_value());
        CHECK(found_in(database).empty());
        auto reader = database.read();
        CHECK_FALSE(found_two_people(reader, the_council, one, other).has_value());
        CHECK(waiting_merges(reader, the_council).size() == 1);
    });
}

TEST_CASE("one NHS number on two records is found whatever else they say")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        auto details = a_child_named("Maya", "Shah");
        details.nhs_number = NhsNumber::parse("9990000018").value();
        made(database, details);
        details.name = {"Lena", "Nowak", {}};
        details.born_on = date(2011, 5, 6);
        made(database, details);
        auto reader = database.read();
        CHECK(with_one_nhs_number(reader, the_council).size() == 1);
        CHECK(with_one_nhs_number(reader, another_agency).empty());
    });
}

TEST_CASE("looking through children goes by the index of days of birth, never through the agency")
{
    tests::TestDatabase place(db::Engine::sqlite);
    auto database = place.open();
    prepared(*database);
    const auto text =
        "EXPLAIN QUERY PLAN " + std::string(store_rows::sql()("children_born_after").text);
    const db::Sql plan{"plan", text};
    auto reader = database->read();
    auto rows = reader.query(plan, the_council.text(), date(1900, 1, 1), most_looked_through);
    std::string said;
    while (rows.next()) said += rows.text("detail") + "\n";
    CAPTURE(said);
    CHECK(
        said.find("USING COVERING INDEX people_person_born (agency=? AND kind=? AND born_on>?)") !=
        std::string::npos);
    CHECK(said.find("TEMP B-TREE") == std::string::npos);
}

TEST_CASE("an officer finds two records of a child, a colleague agrees, and they are parted again")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto one = office.child("Maya", "Shah");
        const auto other = office.child("Maia", "Shah");
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get("/people"), "/people/duplicates"));
        const auto list = kim.get("/people/duplicates");
        const auto pair = std::minmax(one.text(), other.text());
        const auto compare = "/people/" + pair.first + "/compare/" + pair.second;
        CHECK(says(list, "Maia Shah"));
        CHECK(says(list, compare));
        CHECK(says(kim.get("/people/" + one.text()),
                   "/people/" + one.text() + "/compare/" + other.text()));
        CHECK(says(kim.get(compare), "They are two people"));
        CHECK(says(kim.get(compare), "Same or different?"));
        CHECK(says(kim.get(compare), "Different"));
        CHECK(primary_buttons(kim.get(compare)) == 1);
        CHECK(place_of(filled_in(kim, compare, {})) == "/people/" + pair.first + "/history");
        CHECK(says(kim.get(compare), "You have proposed to join these records"));

        auto sam = office.signed_in(office.colleague);
        // The child is on another's caseload: a purpose is asked for each of the two.
        for (const auto& id : {pair.first, pair.second}) {
            const auto why = place_of(sam.get(compare));
            REQUIRE(why.starts_with("/purpose"));
            CHECK(why.find(id) != std::string::npos);
            filled_in(sam, why, {{"purpose", "duty_desk"}}, "/purpose");
        }
        const auto waiting = sam.get("/people/duplicates");
        CHECK(says(waiting, "Waiting for a second person"));
        CHECK_FALSE(says(waiting, "Nobody has compared these"));
        const auto asked = sam.get(compare);
        CHECK(says(asked, "Kim Lee has proposed to join these records"));
        MergeId merge = [&] {
            auto reader = database.read();
            return waiting_merges(reader, office.council).at(0).id;
        }();
        const auto before = office.entries().size();
        const auto agree = "/people/" + pair.first + "/merges/" + merge.text() + "/agree";
        CHECK(place_of(sam.post(agree, form_in(asked, agree))) ==
              "/people/" + pair.first + "/history");
        // One entry of each record.
        const auto entries = office.entries();
        const auto about = [&](const std::string& record) {
            return std::count_if(entries.begin() + static_cast<std::ptrdiff_t>(before),
                                 entries.end(), [&](const audit::Entry& entry) {
                                     return entry.deed.record == record &&
                                            entry.deed.act == "people.merge";
                                 });
        };
        CHECK(about(pair.first) == 1);
        CHECK(about(pair.second) == 1);
        CHECK(place_of(sam.get("/people/" + pair.second)) == "/people/" + pair.first);
        CHECK(says(sam.get("/people/duplicates"), "look alike"));

        const auto history = kim.get("/people/" + pair.first + "/history");
        const auto undo = "/people/" + pair.first + "/merges/" + merge.text() + "/undo";
        CHECK(place_of(kim.post(undo, form_in(history, undo))) ==
              "/people/" + pair.first + "/history");
        const auto parted = kim.get(compare);
        const auto apart = compare + "/apart";
        CHECK(place_of(kim.post(apart, form_in(parted, apart))) == "/people/duplicates");
        CHECK(says(kim.get("/people/duplicates"), "No two records that you may join look alike"));
        CHECK(says(kim.get(compare), "Found to be two people by Kim Lee"));
    });
}

TEST_CASE("a record that its reader may not open is not opened by comparing it, nor suggested")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        did(database, [&](db::Transaction& transaction) {
            return access::set_alerted(transaction, office.council,
                                       {office.leader.id, office.chief.id});
        });
        const auto own =
            made(database, a_child_named("Maya", "Shah"), office.scope_for(office.colleague));
        const auto withheld = office.child("Maia", "Shah");
        const auto relative = office.child("Mia", "Shah");
        did(database, [&](db::Transaction& transaction) {
            return withhold(transaction, office.scope_for(office.officer), withheld,
                            "Danger known to staff");
        });
        did(database, [&](db::Transaction& transaction) {
            return declare_conflict(transaction, office.scope_for(office.colleague), relative,
                                    office.colleague.id);
        });
        const auto elsewhere =
            made(database, a_child_named("Maya", "Shah"), a_scope(another_agency));
        auto sam = office.signed_in(office.colleague);
        const auto page = "/people/" + own.text();
        CHECK(says(sam.get("/people/duplicates"), "No two records that you may join look alike"));
        CHECK_FALSE(says(sam.get(page), "/compare/"));
        const auto nobody = sam.get(page + "/compare/" + std::string(32, 'e'));
        CHECK(nobody.status == 404);
        for (const auto& hidden : {withheld, relative, elsewhere}) {
            const auto compare = page + "/compare/" + hidden.text();
            CHECK(sam.get(compare).status == nobody.status);
            CHECK(sam.get(compare).content() == nobody.content());
            const auto last = office.entries().back().deed;
            CHECK(last.record == hidden.text());
            CHECK(last.outcome == audit::Outcome::refused);
            auto form = form_in(sam.get(page + "/edit"), page + "/edit");
            CHECK(sam.post(compare, form).status == 404);
            CHECK(sam.post(compare + "/apart", form).status == 404);
        }
        // Nor by agreeing to what a colleague who may open it has proposed, or by undoing it.
        const auto merge = doing(database, [&](db::Transaction& transaction) {
            return propose_merge(transaction, office.scope_for(office.officer), own, withheld);
        });
        REQUIRE(merge.has_value());
        auto form = form_in(sam.get(page + "/edit"), page + "/edit");
        const auto act = page + "/merges/" + merge->id.text();
        CHECK(sam.post(act + "/agree", form).status == 404);
        CHECK(sam.post(act + "/undo", form).status == 404);
        auto reader = database.read();
        CHECK_FALSE(find_merge(reader, office.council, merge->id)->made_at.has_value());
    });
}

} // namespace duplicates_test
