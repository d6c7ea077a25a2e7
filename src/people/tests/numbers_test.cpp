// The NHS number is entered and seen by an act of its own.
#include "people/store_duplicates.h"
#include "people/tests/office.h"

namespace numbers_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

TEST_CASE("an officer enters an NHS number, and who may not see it sees only that one is held")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto council_officer =
            office.add("Una Bell", "una@example.org", access::Role::council_officer);
        const auto child = office.child("Maya", "Shah");
        did(database, [&](db::Transaction& t) {
            return add_worker(t, office.scope_for(office.officer), child, council_officer.id);
        });
        const auto record = "/people/" + child.text();
        const auto page = record + "/nhs-number";
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(record), page));
        CHECK(says(kim.get(page), "No NHS number is on record."));
        CHECK(office.entries().back().deed.act == "people.nhs_number");
        for (const auto* wrong : {"9990000019", "999000001", "letters"}) {
            CAPTURE(wrong);
            const auto refused = filled_in(kim, page, {{"nhs_number", wrong}});
            CHECK(refused.status == 400);
            CHECK(says(refused, "There is a problem"));
        }
        CHECK(place_of(filled_in(kim, page, {{"nhs_number", "999 000 0018"}})) == record);
        const auto noted = office.entries().back().deed;
        CHECK(noted.act == "people.nhs_number");
        CHECK(noted.kind == audit::Kind::changed);
        CHECK(noted.fields == std::vector<std::string>{"nhs_number"});
        CHECK(says(kim.get(page), "On record: 999 000 0018"));
        CHECK_FALSE(says(kim.get(record), "999 000 0018"));
        CHECK(child_in(database, child, office.council).child.nhs_number->text() == "9990000018");

        auto una = office.signed_in(council_officer);
        const auto seen = una.get(record);
        CHECK(says(seen, "Held. Not shown here"));
        CHECK_FALSE(says(seen, page));
        CHECK(una.get(page).status == 404);
        CHECK(says(kim.get(record + "/history"), "9990000018"));
        const auto past = una.get(record + "/history");
        CHECK(says(past, "Held. Not shown here"));
        CHECK_FALSE(says(past, "9990000018"));

        // A stale form is shown again with what is on record now, and a blank takes it off.
        auto form = form_in(kim.get(page), page);
        did(database, [&](db::Transaction& t) {
            auto person = child_in(database, child, office.council).child;
            auto details = details_of(person);
            details.pronouns = "they";
            return change_person(t, office.scope_for(office.officer), child, person.version,
                                 details);
        });
        form.add("nhs_number", "");
        CHECK(kim.post(page, form).status == 400);
        CHECK(place_of(filled_in(kim, page, {{"nhs_number", ""}})) == record);
        CHECK_FALSE(child_in(database, child, office.council).child.nhs_number.has_value());
    });
}

TEST_CASE("a number that another record has is kept, and the two are found to be compared")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto number = NhsNumber::parse("9990000018").value();
        for (const auto* name : {"Maya", "Lena"}) {
            const auto id = made(database, a_child_named(name, "Shah"));
            did(database,
                [&](db::Transaction& t) { return change_nhs_number(t, a_scope(), id, 1, number); });
        }
        auto reader = database.read();
        CHECK(with_one_nhs_number(reader, the_council).size() == 1);
    });
}

} // namespace numbers_test
