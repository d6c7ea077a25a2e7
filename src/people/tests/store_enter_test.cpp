#include "people/store_enter.h"

#include "people/store_rows.h"
#include "people/store_schools.h"
#include "people/tests/builders.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace onroll::people {

using namespace tests_of_people;

namespace store_enter_test {

const Urn a_school = Urn::parse("100001").value();
const Date moved_in = date(2022, 2, 1);

NewFamily a_family()
{
    NewFamily family{a_child_named("Kathryn", "O'Connell-Smith"), an_adult_named("Mary", "Smith"),
                     FamilyTie{PersonId::parse(std::string(32, '0')).value(),
                               PersonId::parse(std::string(32, '0')).value()},
                     Address{.lines = {"3 Gull Terrace", "Tidemoor"}, .postcode = "ZZ4 5GT"}};
    family.child.name.known_as = "Kit";
    family.child.nhs_number = NhsNumber::parse("9990000018").value();
    family.tie.bond = Bond::mother;
    family.tie.natural_parent = NaturalParent::yes;
    family.tie.responsibility = Responsibility::birth_mother;
    family.tie.care = HasCare::yes;
    family.tie.contact = ContactPermission::permitted;
    family.tie.emergency_contact = true;
    family.school = a_school;
    family.since = moved_in;
    return family;
}

/// The same family as an office would enter it, act by act.
void enter_by_hand(db::Transaction& transaction, const Scope& scope, const NewFamily& family)
{
    auto tie = family.tie;
    tie.child = create_person(transaction, scope, family.child).value();
    tie.adult = create_person(transaction, scope, family.adult).value();
    for (const auto& person : {tie.child, tie.adult})
        REQUIRE(move_person(transaction, scope, a_safe(), person, family.home, Protection::open,
                            family.since)
                    .has_value());
    REQUIRE(add_tie(transaction, scope, tie).has_value());
    REQUIRE(
        add_school(transaction, scope, tie.child, {.school = *family.school, .from = family.since})
            .has_value());
}

std::vector<std::string> keys_in(db::Queries& reader, const access::AgencyId& agency)
{
    static const db::Sql all{"all_keys", "SELECT search_key, weight FROM people_search_key WHERE "
                                         "agency = ? ORDER BY search_key, weight"};
    std::vector<std::string> keys;
    auto rows = reader.query(all, agency.text());
    while (rows.next())
        keys.push_back(rows.text("search_key") + " " + std::to_string(rows.integer("weight")));
    return keys;
}

} // namespace store_enter_test

TEST_CASE("families entered in bulk are the same records as those entered one by one")
{
    using namespace store_enter_test;
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto family = a_family();
        doing(database, [&](db::Transaction& transaction) {
            enter_families(transaction, a_scope(the_council), {family});
            enter_by_hand(transaction, a_scope(another_agency), family);
            return 0;
        });
        auto reader = database.read();
        CHECK(keys_in(reader, the_council) == keys_in(reader, another_agency));
        CHECK(keys_in(reader, the_council).size() > 20);
        const auto record_in = [&](const access::AgencyId& agency) {
            const auto found = search_people(reader, agency, question_of("Kit Oconnell"), 5).found;
            REQUIRE(found.size() == 1);
            CHECK(found.front().postcodes == std::vector<std::string>{"ZZ4 5GT"});
            return find_child(reader, agency, found.front().person.id).value();
        };
        const auto bulk = record_in(the_council);
        const auto by_hand = record_in(another_agency);
        CHECK(details_of(bulk.child) == details_of(by_hand.child));
        CHECK(details_of(bulk.child) == family.child);
        CHECK(bulk.child.version == by_hand.child.version);
        REQUIRE(bulk.family.size() == 1);
        REQUIRE(by_hand.family.size() == 1);
        CHECK(details_of(bulk.family.front().adult) == details_of(by_hand.family.front().adult));
        CHECK(bulk.family.front().tie.responsibility == by_hand.family.front().tie.responsibility);
        CHECK(bulk.family.front().tie.emergency_contact);
        CHECK(bulk.schools == by_hand.schools);
        REQUIRE(bulk.addresses.size() == 1);
        CHECK(bulk.addresses.front().from == by_hand.addresses.front().from);
        CHECK(bulk.addresses.front().where == by_hand.addresses.front().where);
        CHECK(caseload_of(reader, the_council, bulk.child.id) ==
              caseload_of(reader, another_agency, by_hand.child.id));
    });
}

TEST_CASE("a search goes to the rows of its keys and never walks the agency")
{
    tests::TestDatabase place(db::Engine::sqlite);
    auto database = place.open();
    prepared(*database);
    const auto text = "EXPLAIN QUERY PLAN " + std::string(store_rows::sql()("find_by_keys").text);
    const db::Sql plan{"plan", text};
    const std::string key = "n:smith";
    std::vector<db::Value> values{db::to_value(the_council.text())};
    for (std::size_t number = 0; number < most_keys; ++number) values.push_back(db::to_value(key));
    values.push_back(db::to_value(std::int64_t{60}));
    auto reader = database->read();
    auto rows = reader.query_values(plan, values);
    std::string said;
    while (rows.next()) said += rows.text("detail") + "\n";
    CAPTURE(said);
    CHECK(said.find("USING PRIMARY KEY (agency=? AND search_key=?)") != std::string::npos);
    CHECK(said.find("people_search_key_person") == std::string::npos);
}

} // namespace onroll::people
