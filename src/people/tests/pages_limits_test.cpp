// Who may not act on a record, who lives together, names, a death, and break-glass from the record.
#include "people/store_households.h"
#include "people/store_limits.h"
#include "people/tests/office.h"

namespace pages_limits_test {

using namespace onroll;
using namespace onroll::people;
using namespace onroll::people::tests_of_people;
using tests::place_of;
using tests::says;

TEST_CASE(
    "whoever says that a record is a relative’s can open it no more, until the officer lifts it")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Lee");
        const auto page = "/people/" + child.text();
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(page), page + "/own"));
        CHECK(filled_in(kim, page + "/own", {}).status == 400);
        CHECK(place_of(filled_in(kim, page + "/own", {{"sure", "yes"}})) == "/people");
        const auto nobody = "/people/" + std::string(32, 'e');
        CHECK(kim.get(page).status == 404);
        CHECK(kim.get(page).content() == kim.get(nobody).content());
        CHECK(kim.get(page + "/edit").status == 404);

        auto sam = office.signed_in(office.colleague);
        CHECK(place_of(sam.get(page)).starts_with("/purpose"));
        CHECK(sam.get("/people/limits").status == 404);

        auto ewa = office.signed_in(office.guardian);
        const auto list = ewa.get("/people/limits");
        CHECK(says(list, "Kim Lee"));
        CHECK_FALSE(says(list, "Maya"));
        CHECK(says(list, page + "/requests"));
        for (const std::string words : {"See whose it is", "Lift this limit"})
            CHECK(says(list, words + "<span class=\"govuk-visually-hidden\">: Own record, or a "
                                     "relative’s, set 25 November 2026</span>"));
        CHECK(says(ewa.get(page + "/requests"), "Maya"));
        LimitId limit = [&] {
            auto reader = database.read();
            return limits_of_agency(reader, office.council).at(0).id;
        }();
        const auto action = page + "/limits/" + limit.text();
        CHECK(place_of(ewa.post(action, form_in(list, action))) == "/people/limits");
        CHECK(says(ewa.get("/people/limits"), "No record is limited"));
        CHECK(kim.get(page).status == 200);
        CHECK(office.entries().back().deed.act == "people.view");
    });
}

TEST_CASE("a withheld record is open to those named on its caseload, and to others in an emergency")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        did(database, [&](db::Transaction& transaction) {
            return access::set_alerted(transaction, office.council,
                                       {office.leader.id, office.chief.id});
        });
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(page + "/withhold"), "Kim Lee"));
        CHECK(filled_in(kim, page + "/withhold", {{"reason", ""}}).status == 400);
        CHECK(place_of(filled_in(kim, page + "/withhold", {{"reason", "Danger known to staff"}})) ==
              page + "/withhold");
        CHECK(says(kim.get(page + "/withhold"), "open to these people only"));
        CHECK(kim.get(page).status == 200);

        auto sam = office.signed_in(office.colleague);
        const auto asked = sam.get(page);
        CHECK(place_of(asked).starts_with("/break-glass/open"));
        CHECK(sam.get(page + "/edit").status == 404);
    });
}

TEST_CASE(
    "the record of a child with a protected address leads to break-glass where the policy asks "
    "for it, and then shows the address")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        did(database, [&](db::Transaction& transaction) {
            return access::set_alerted(transaction, office.council,
                                       {office.leader.id, office.chief.id});
        });
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        did(database, [&](db::Transaction& transaction) {
            return move_person(transaction, office.scope_for(office.officer), office.safe, child,
                               {.lines = {"77 Hidden Canary Lane"}, .postcode = "ZZ9 9ZZ"},
                               Protection::protected_address, date(2026, 1, 1));
        });
        auto kim = office.signed_in(office.officer);
        const auto own = kim.get(page);
        CHECK(says(own, "Show the protected address"));
        CHECK_FALSE(says(own, "Open it in an emergency"));
        CHECK_FALSE(says(own, "Canary"));

        auto sam = office.signed_in(office.colleague);
        const auto why = place_of(sam.get(page));
        REQUIRE(why.starts_with("/purpose"));
        filled_in(sam, why, {{"purpose", "duty_desk"}}, "/purpose");
        const auto shown = sam.get(page);
        REQUIRE(shown.status == 200);
        CHECK_FALSE(says(shown, "Show the protected address"));
        REQUIRE(says(shown, "Open it in an emergency"));
        const auto glass = "/break-glass/open?kind=person&record=" + child.text() +
                           "&next=%2Fpeople%2F" + child.text();
        CHECK(place_of(filled_in(sam, glass,
                                 {{"reason", "A sibling may be hurt tonight, police are waiting"}},
                                 "/break-glass/open")) == page);
        const auto opened = sam.get(page);
        REQUIRE(says(opened, "Show the protected address"));
        AddressId address = [&] {
            auto reader = database.read();
            return addresses_of(reader, office.council, child).at(0).id;
        }();
        const auto action = page + "/address/" + address.text();
        CHECK(says(sam.post(action, form_in(opened, action)), "77 Hidden Canary Lane"));
        CHECK(office.entries().back().deed.purpose == "break_glass");
    });
}

TEST_CASE("a household is formed of family, shows on the record, and somebody leaves it")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto mother =
            made(database, an_adult_named("Ana", "Shah"), office.scope_for(office.officer));
        did(database, [&](db::Transaction& transaction) {
            FamilyTie tie{child, mother};
            tie.bond = Bond::mother;
            return add_tie(transaction, office.scope_for(office.officer), tie);
        });
        const auto page = "/people/" + child.text() + "/household";
        auto kim = office.signed_in(office.officer);
        CHECK(says(kim.get(page), "No household is recorded yet"));
        const auto since = dated("from", "1", "9", "2026");
        CHECK(filled_in(kim, page, since + http::Fields{{"name", "With Mum"}}).status == 400);
        const auto stranger = office.child("Ola", "Nowak");
        CHECK(filled_in(kim, page,
                        since + http::Fields{{"name", "With Mum"}, {"with", stranger.text()}})
                  .status == 400);
        CHECK(place_of(filled_in(
                  kim, page,
                  since + http::Fields{{"name", "With Mum"}, {"with", mother.text()}})) == page);
        CHECK(says(kim.get("/people/" + child.text()), "With Mum: with Ana Shah"));
        const auto household = [&] {
            auto reader = database.read();
            return households_of(reader, office.council, child).at(0);
        }();
        CHECK(household.members.size() == 2);
        const auto leave = page + "/" + household.id.text();
        const auto gone = dated("until", "20", "11", "2026") + http::Fields{{"who", mother.text()}};
        CHECK(place_of(filled_in(kim, leave, gone)) == page);
        CHECK(says(kim.get(page), "1 September 2026 to 20 November 2026"));
        // Somebody else wrote in between: the version is not the present one.
        auto stale = form_in(kim.get(leave), leave);
        stale.set("form_version", "1");
        for (const auto& field :
             dated("until", "21", "11", "2026") + http::Fields{{"who", child.text()}})
            stale.add(field.name, field.value);
        CHECK(kim.post(leave, stale).status == 400);
    });
}

TEST_CASE("another name finds the person, and a death shows on the record")
{
    tests::for_each_engine([](db::Database& database) {
        Office office(database);
        const auto child = office.child("Maya", "Shah");
        const auto page = "/people/" + child.text();
        auto kim = office.signed_in(office.officer);
        CHECK(filled_in(kim, page + "/names", {{"given_name", "May"}}).status == 400);
        CHECK(place_of(filled_in(
                  kim, page + "/names",
                  {{"given_name", "May"}, {"family_name", "Quill"}, {"kind", "former"}})) == page);
        CHECK(says(kim.get(page), "May Quill"));
        CHECK(says(filled_in(kim, "/people", {{"words", "quill"}}, "/people/search"), "Maya Shah"));

        CHECK(filled_in(kim, page + "/death", dated("died_on", "1", "1", "2000")).status == 400);
        CHECK(filled_in(kim, page + "/death", dated("died_on", "1", "1", "2030")).status == 400);
        CHECK(place_of(filled_in(kim, page + "/death", dated("died_on", "3", "11", "2026"))) ==
              page);
        CHECK(says(kim.get(page), "died 3 November 2026"));
    });
}

TEST_CASE("a surname is alike whatever its case, accents and other names")
{
    Person person{PersonId::parse(std::string(32, '1')).value()};
    person.name = {"Maya", "O’Brien", {}};
    CHECK(same_surname("Kim O'Brien", person));
    CHECK_FALSE(same_surname("Brien Kim", person));
    CHECK_FALSE(same_surname("", person));
    person.other_names = {{"Maya", "Łee", OtherNameKind::former}};
    CHECK(same_surname("Kim Łee", person));
}

} // namespace pages_limits_test
