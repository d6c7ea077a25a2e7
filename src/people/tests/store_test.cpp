#include "people/store.h"

#include "people/rules_contact.h"

#include "people/store_schools.h"
#include "people/tests/builders.h"

#include "audit/store.h"
#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace onroll::people {

using namespace tests_of_people;

namespace store_test {

std::vector<std::string> found_names(db::Database& database, std::string_view typed,
                                     const access::AgencyId& agency = the_council)
{
    auto reader = database.read();
    std::vector<std::string> names;
    for (const auto& found : search_people(reader, agency, question_of(typed), 20).found)
        names.push_back(called(found.person.name));
    return names;
}

const Address sea_street{.lines = {"10 Sea Street", "Tidemoor"}, .postcode = "TM1 2AB"};
const Address canary{.lines = {"77 Hidden Canary Lane"}, .postcode = "ZZ9 9ZZ"};

AddressId moved(db::Database& database, const PersonId& id, const Address& address,
                Protection protection, Date from)
{
    return doing(database, [&](db::Transaction& t) {
        return move_person(t, a_scope(), a_safe(), id, address, protection, from).value();
    });
}

FamilyTie a_tie(const PersonId& child, const PersonId& adult)
{
    FamilyTie tie{child, adult};
    tie.bond = Bond::mother;
    tie.natural_parent = NaturalParent::yes;
    tie.responsibility = Responsibility::birth_mother;
    tie.care = HasCare::yes;
    tie.contact = ContactPermission::permitted;
    return tie;
}

} // namespace store_test

TEST_CASE("a person is found again in the agency that made them and in no other")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        auto details = a_child_named("James", "Smith");
        details.name.known_as = "Jim";
        details.upn =
            Upn::parse(std::string(1, upn_check_letter("801200001001")) + "801200001001").value();
        details.nhs_number = NhsNumber::parse("9990000018").value();
        details.language = "Polish";
        details.needs_interpreter = true;
        details.alert = "Be careful who you speak to";
        const auto id = made(database, details);
        auto reader = database.read();
        const auto person = find_person(reader, the_council, id);
        REQUIRE(person.has_value());
        CHECK(details_of(*person) == details);
        CHECK(person->version == 1);
        CHECK(find_person(reader, another_agency, id).error() ==
              find_person(reader, another_agency,
                          PersonId::parse("cccccccccccccccccccccccccccccccc").value())
                  .error());
        CHECK(store_test::found_names(database, "Jim", another_agency).empty());
        CHECK(store_test::found_names(database, "Jim") == std::vector<std::string>{"Jim Smith"});
    });
}

TEST_CASE("every change notes its deed in the same transaction, and names fields, never values")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto id = made(database, a_child_named("James", "Smith"));
        doing(database, [&](db::Transaction& t) {
            auto details = a_child_named("James", "Smith");
            details.name.known_as = "Jim";
            return change_person(t, a_scope(), id, 1, details).has_value();
        });
        {
            auto left = database.begin("left without commit");
            CHECK(create_person(left, a_scope(), a_child_named("Nobody", "There")).has_value());
        }
        auto reader = database.read();
        const auto entries = audit::entries_about(reader, the_council.text(), id.text(), 10);
        REQUIRE(entries.size() == 2);
        CHECK(entries[0].deed.act == "people.change");
        CHECK(entries[0].deed.fields == std::vector<std::string>{"known_as"});
        CHECK(entries[1].deed.act == "people.create");
        CHECK(audit::head_of(reader, the_council.text()).sequence == 2);
        CHECK(store_test::found_names(database, "Nobody").empty());
    });
}

TEST_CASE("a stale version is refused, and the old value stays with its note")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto id = made(database, a_child_named("James", "Smith"));
        auto details = a_child_named("Jamie", "Smith");
        CHECK(doing(database, [&](db::Transaction& t) {
            return change_person(t, a_scope(), id, 1, details, "Birth certificate seen")
                .has_value();
        }));
        details.name.given = "Jem";
        const auto stale = doing(database, [&](db::Transaction& t) {
            return change_person(t, a_scope(the_council, a_colleague), id, 1, details);
        });
        CHECK(stale.error().kind == ErrorKind::conflict);
        auto reader = database.read();
        CHECK(find_person(reader, the_council, id)->name.given == "Jamie");
        const auto past = changes_of(reader, the_council, id);
        REQUIRE(past.size() == 1);
        CHECK(past[0].field == "given_name");
        CHECK(past[0].before == "James");
        CHECK(past[0].after == "Jamie");
        CHECK(past[0].note == "Birth certificate seen");
    });
}

TEST_CASE("a UPN belongs to one record of an agency, and a changed one is kept as former")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto upn = [](std::string digits) {
            return Upn::parse(std::string(1, upn_check_letter(digits)) + digits).value();
        };
        auto details = a_child_named("James", "Smith");
        details.upn = upn("801200001001");
        const auto id = made(database, details);
        const auto refused = doing(database, [&](db::Transaction& t) {
            auto other = a_child_named("Anna", "Brown");
            other.upn = upn("801200001001");
            return create_person(t, a_scope(), other);
        });
        CHECK(refused.error().kind == ErrorKind::conflict);
        CHECK(refused.error().where == "upn");
        details.upn = upn("801200001002");
        CHECK(doing(database, [&](db::Transaction& t) {
            return change_person(t, a_scope(), id, 1, details).has_value();
        }));
        CHECK(store_test::found_names(database, upn("801200001001").text()) ==
              std::vector<std::string>{"James Smith"});
        auto elsewhere = a_child_named("James", "Smith");
        elsewhere.upn = upn("801200001002");
        CHECK(made(database, elsewhere, a_scope(another_agency)) != id);
    });
}

TEST_CASE("a protected address is nowhere in the file, in no search, and opens only with a note")
{
    tests::for_each_engine_unopened([](tests::TestDatabase& place) {
        AddressId address = AddressId::parse(std::string(32, '0')).value();
        {
            auto database = place.open();
            prepared(*database);
            const auto id = made(*database, a_child_named("James", "Smith"));
            store_test::moved(*database, id, store_test::sea_street, Protection::open,
                              date(2020, 1, 1));
            CHECK(store_test::found_names(*database, "TM1 2AB").size() == 1);
            address = store_test::moved(*database, id, store_test::canary,
                                        Protection::protected_address, date(2026, 1, 5));
            CHECK(store_test::found_names(*database, "ZZ9 9ZZ").empty());
            const auto record = child_in(*database, id);
            REQUIRE(record.addresses.size() == 2);
            CHECK(record.addresses[0].until == date(2026, 1, 4));
            CHECK(shown_address(record.addresses[1].where) == "Withheld");
            const auto revealed = doing(*database, [&](db::Transaction& t) {
                return reveal_address(t, a_scope(), a_safe(), address,
                                      RevealPermit::given(RevealPermit::For::showing_on_request));
            });
            CHECK(*revealed == store_test::canary);
            const auto wrong_key = doing(*database, [&](db::Transaction& t) {
                const AddressSafe other(crypto::Key::from_bytes(std::string(32, 'x')).value());
                return reveal_address(t, a_scope(), other, address,
                                      RevealPermit::given(RevealPermit::For::showing_on_request));
            });
            CHECK(wrong_key.error().kind == ErrorKind::unavailable);
            const auto elsewhere = doing(*database, [&](db::Transaction& t) {
                return reveal_address(t, a_scope(another_agency), a_safe(), address,
                                      RevealPermit::given(RevealPermit::For::showing_on_request));
            });
            CHECK(elsewhere.error().kind == ErrorKind::not_found);
            auto reader = database->read();
            CHECK(audit::entries_about(reader, the_council.text(), id.text(), 1).front().deed.act ==
                  "people.address");
        }
        if (place.folder().empty()) return; // PostgreSQL keeps its files to itself
        for (const auto& file : std::filesystem::directory_iterator(place.folder())) {
            std::ifstream stream(file.path(), std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(stream)), {});
            CHECK(bytes.find("Hidden Canary") == std::string::npos);
            CHECK(bytes.find("ZZ9 9ZZ") == std::string::npos);
            CHECK(bytes.find("ZZ99ZZ") == std::string::npos);
        }
    });
}

TEST_CASE("an address that becomes protected leaves the search")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto id = made(database, a_child_named("James", "Smith"));
        const auto address = store_test::moved(database, id, store_test::sea_street,
                                               Protection::open, date(2020, 1, 1));
        CHECK(doing(database, [&](db::Transaction& t) {
            return protect_address(t, a_scope(), a_safe(), address).has_value();
        }));
        CHECK(store_test::found_names(database, "TM1 2AB").empty());
        CHECK(shown_address(child_in(database, id).addresses[0].where) == "Withheld");
        CHECK(*doing(database, [&](db::Transaction& t) {
            return reveal_address(t, a_scope(), a_safe(), address,
                                  RevealPermit::given(RevealPermit::For::posting_to_the_person));
        }) == store_test::sea_street);
    });
}

TEST_CASE(
    "an address may be corrected on the day it was recorded: the newer one is the home, and the "
    "one before stays in the history as a home on no day")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("James", "Smith"));
        const Address hill_road{.lines = {"2 Hill Road"}, .postcode = "TM2 1AA"};
        const auto wrong =
            store_test::moved(database, child, store_test::sea_street, Protection::open, test_day);
        const auto right =
            store_test::moved(database, child, hill_road, Protection::open, test_day);
        {
            auto reader = database.read();
            const auto all = addresses_of(reader, the_council, child);
            REQUIRE(all.size() == 2);
            CHECK(present_home(all, test_day)->id == right);
            for (const auto& one : all) CHECK(was_corrected(one) == (one.id == wrong));
            CHECK(search_people(reader, the_council, question_of("TM1 2AB"), 5).found.empty());
            CHECK(search_people(reader, the_council, question_of("TM2 1AA"), 5).found.size() == 1);
        }
        // Protection that was forgotten: what was written first is sealed too.
        store_test::moved(database, child, store_test::canary, Protection::open,
                          test_day + Days{1});
        store_test::moved(database, child, store_test::canary, Protection::protected_address,
                          test_day + Days{1});
        auto reader = database.read();
        for (const auto& one : addresses_of(reader, the_council, child))
            CHECK(shown_address(one.where).find("Canary") == std::string::npos);
        auto transaction = database.begin("too early");
        CHECK_FALSE(move_person(transaction, a_scope(), a_safe(), child, hill_road,
                                Protection::open, test_day)
                        .has_value());
    });
}

TEST_CASE("when somebody moves it is asked who of the family still lives there")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("James", "Smith"));
        const auto sister = made(database, a_child_named("Lena", "Smith", date(2017, 1, 1)));
        const auto mother = made(database, an_adult_named("Anna", "Smith"));
        const auto father = made(database, an_adult_named("Karl", "Smith"));
        const auto neighbour = made(database, a_child_named("Ben", "Other"));
        for (const auto& [one, other] :
             {std::pair(child, mother), std::pair(child, father), std::pair(sister, mother)})
            doing(database, [&](db::Transaction& t) {
                return add_tie(t, a_scope(), store_test::a_tie(one, other)).has_value();
            });
        for (const auto& id : {child, sister, mother, father, neighbour})
            store_test::moved(database, id, store_test::sea_street, Protection::open,
                              date(2020, 1, 1));
        store_test::moved(database, mother, {.lines = {"2 Hill Road"}, .postcode = "TM2 1AA"},
                          Protection::protected_address, date(2026, 11, 1));
        auto reader = database.read();
        std::vector<std::string> names;
        for (const auto& person : still_at_address(reader, the_council, child, test_day))
            names.push_back(called(person.name));
        std::sort(names.begin(), names.end());
        CHECK(names == std::vector<std::string>{"Karl Smith", "Lena Smith"});
        CHECK(still_at_address(reader, the_council, mother, test_day).empty());
    });
}

TEST_CASE("a child's record holds family, siblings, orders, schools and SEN with their history")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("James", "Smith"));
        const auto sister = made(database, a_child_named("Lena", "Smith", date(2017, 1, 1)));
        const auto mother = made(database, an_adult_named("Anna", "Smith"));
        doing(database, [&](db::Transaction& t) {
            const auto scope = a_scope();
            CHECK(add_tie(t, scope, store_test::a_tie(child, mother)).has_value());
            CHECK(add_tie(t, scope, store_test::a_tie(sister, mother)).has_value());
            CHECK(add_tie(t, scope, store_test::a_tie(child, mother)).error().kind ==
                  ErrorKind::conflict);
            CHECK(save_contacts(t, scope, mother, {{Channel::telephone, "01632 960001"}})
                      .has_value());
            CHECK(save_safe_contact(t, scope, mother,
                                    {.channels = {Channel::telephone},
                                     .asked = true,
                                     .code_name = "Anna from the library",
                                     .earliest_minute = 570,
                                     .latest_minute = 840})
                      .has_value());
            CHECK(add_order(t, scope, child,
                            {OrderKind::prohibited_steps, mother, date(2026, 1, 1), {}, "File 3"})
                      .has_value());
            const auto urn = [](const char* text) { return Urn::parse(text).value(); };
            CHECK(add_school(t, scope, child, {urn("100001"), date(2018, 9, 3)}).has_value());
            CHECK(add_school(t, scope, child, {urn("100002"), date(2025, 9, 1)}).has_value());
            CHECK(state_sen(t, scope, child, {date(2024, 1, 8), SenStatus::suspected}).has_value());
            CHECK(state_sen(t, scope, child,
                            {date(2025, 1, 8), SenStatus::known_support,
                             "Speech, language and communication", ""})
                      .has_value());
            CHECK(state_sen(t, scope, child, {test_day + Days{1}, SenStatus::none}).error().where ==
                  "from");
            return 0;
        });
        const auto record = child_in(database, child);
        REQUIRE(record.family.size() == 1);
        CHECK(record.family[0].contacts.front().value == "01632 960001");
        CHECK(record.family[0].safe.code_name == "Anna from the library");
        CHECK(record.family[0].safe.channels == std::vector<Channel>{Channel::telephone});
        REQUIRE(record.siblings.size() == 1);
        CHECK(record.siblings[0].id == sister);
        CHECK(record.orders.front().concerns == mother);
        REQUIRE(record.schools.size() == 2);
        CHECK(record.schools[0].until == date(2025, 8, 31));
        CHECK_FALSE(record.schools[1].until.has_value());
        REQUIRE(record.sen.size() == 2);
        CHECK(record.sen.back().status == SenStatus::known_support);
        // Of a tie, as of a person, the second of two savers is told.
        auto tie = record.family[0].tie;
        tie.care = HasCare::no;
        CHECK(doing(database,
                    [&](db::Transaction& t) { return change_tie(t, a_scope(), tie).has_value(); }));
        CHECK(doing(database, [&](db::Transaction& t) { return change_tie(t, a_scope(), tie); })
                  .error()
                  .kind == ErrorKind::conflict);
    });
}

TEST_CASE("of a child's record each person is read once")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto child = made(database, a_child_named("James", "Smith"));
        const auto sister = made(database, a_child_named("Lena", "Smith", date(2017, 1, 1)));
        const auto mother = made(database, an_adult_named("Anna", "Smith"));
        doing(database, [&](db::Transaction& t) {
            CHECK(add_tie(t, a_scope(), store_test::a_tie(child, mother)).has_value());
            CHECK(add_tie(t, a_scope(), store_test::a_tie(sister, mother)).has_value());
            return add_order(t, a_scope(), child,
                             {OrderKind::prohibited_steps, mother, date(2026, 1, 1), {}, "File 3"})
                .has_value();
        });
        auto reader = database.read();
        const auto record = find_child(reader, the_council, child);
        REQUIRE(record);
        CHECK(record->family.size() == 1);
        CHECK(record->siblings.size() == 1);
        // The three people; addresses, ties, orders, schools, SEN and care of the child; addresses,
        // contacts, safe contact and children of the mother.
        CHECK(reader.query_count() == 13);
    });
}

TEST_CASE("the records of a team are counted for its agency alone, each once")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto team = access::TeamId::parse(std::string(32, 'c')).value();
        const auto other_team = access::TeamId::parse(std::string(32, 'd')).value();
        const auto counted = [&](const access::AgencyId& agency, const access::TeamId& of) {
            auto reader = database.read();
            return count_of_team(reader, agency, of);
        };
        CHECK(counted(the_council, team) == 0);
        for (const auto* name : {"Maya", "Tom"}) {
            const auto child = made(database, a_child_named(name, "Shah"));
            for (int twice = 0; twice < 2; ++twice)
                REQUIRE(doing(database, [&](db::Transaction& t) {
                    return add_team(t, a_scope(), child, team);
                }));
        }
        CHECK(counted(the_council, team) == 2);
        CHECK(counted(the_council, other_team) == 0);
        CHECK(counted(another_agency, team) == 0);
    });
}

TEST_CASE("one who is looked for before being made is offered, however they are spelt")
{
    tests::for_each_engine([](db::Database& database) {
        prepared(database);
        const auto id = made(database, a_child_named("Catherine", "O'Brien"));
        made(database, a_child_named("Sarah", "Jones"));
        auto reader = database.read();
        const auto alike = possible_duplicates(
            reader, the_council, a_child_named("Kathryn", "OBrien", date(2014, 3, 11)), "", {});
        REQUIRE(alike.size() == 1);
        CHECK(alike[0].person.id == id);
        CHECK(possible_duplicates(reader, the_council, a_child_named("Kathryn", "OBrien"), "", id)
                  .empty());
        CHECK(possible_duplicates(reader, another_agency, a_child_named("Catherine", "O'Brien"), "",
                                  {})
                  .empty());
    });
}

} // namespace onroll::people
