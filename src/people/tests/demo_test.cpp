#include "people/demo.h"
#include "people/rules_disclosure.h"
#include "people/rules_care.h"
#include "people/store_consents.h"
#include "people/store_data_protection.h"
#include "people/store_duplicates.h"
#include "people/store_import_rows.h"
#include "people/store_limits.h"
#include "people/store_merge.h"
#include "people/store_overrides.h"
#include "people/store_requests.h"
#include "people/store_restrictions.h"
#include "people/store_retention.h"

#include "people/tests/builders.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace onroll::people {

using namespace tests_of_people;

TEST_CASE("the demonstration is the same each time, filled once, and holds the family at risk")
{
    tests::TestDatabase place(db::Engine::sqlite);
    auto database = place.open();
    prepared(*database);
    const FixedClock clock(test_day);
    const std::vector<Urn> schools{Urn::parse("100001").value(), Urn::parse("100002").value()};
    const DemoAgency whose{the_council, an_officer, {a_colleague}};
    const auto filled = fill_demo(*database, a_safe(), whose, schools, 40, clock);
    REQUIRE(filled.has_value());
    CHECK(filled->children >= 45);
    CHECK(fill_demo(*database, a_safe(), whose, schools, 40, clock)->children == 0);
    auto reader = database->read();
    CHECK(count_children(reader, the_council) == static_cast<std::int64_t>(filled->children));
    const auto found = search_people(reader, the_council, question_of("Marta Lindqvist"), 3).found;
    REQUIRE_FALSE(found.empty());
    const auto record = find_child(reader, the_council, found.front().person.id).value();
    const auto father = std::find_if(record.family.begin(), record.family.end(),
                                     [](const auto& one) { return one.tie.bond == Bond::father; });
    REQUIRE(father != record.family.end());
    const auto copy = copy_for_adult(record, father->adult.id, test_day);
    REQUIRE(copy.has_value());
    CHECK(copy->home == "Withheld");
    CHECK(copy->schools_withheld);
    CHECK(search_people(reader, the_council, question_of("ZZ8 8QC"), 3).found.empty());
    const auto twice = search_people(reader, the_council, question_of("Kathryn O'Connell"), 5);
    CHECK(twice.found.size() == 2);
}

TEST_CASE("a demonstration with its duties has some of each to show")
{
    tests::TestDatabase place(db::Engine::sqlite);
    auto database = place.open();
    prepared(*database);
    const FixedClock clock(test_day);
    const auto officer = access::UserId::parse(std::string(32, '3')).value();
    const DemoAgency whose{the_council,
                           an_officer,
                           {},
                           DemoDuties{a_colleague,
                                      officer,
                                      {another_agency.text(), "Gull School"},
                                      {std::string(32, 'c'), "Kelp Provision"},
                                      {{std::string(32, 'd'), "Shingle Trust"},
                                       {std::string(32, 'e'), "Marram Nursing"}}}};
    const auto filled = fill_demo(*database, a_safe(), whose, {}, 1, clock);
    REQUIRE(filled.has_value());
    auto reader = database->read();
    CHECK(count_children(reader, the_council) == static_cast<std::int64_t>(filled->children));
    CHECK(overrides_of(reader, the_council).size() == 2);
    CHECK(waiting_merges(reader, the_council).size() == 1);
    CHECK(due_for_deletion(reader, the_council, test_day).size() == 3);
    CHECK(waiting_for_second(reader, the_council).size() == 1);
    CHECK(open_requests(reader, the_council).size() == 1);
    CHECK(complaints_of(reader, the_council).size() == 1);
    CHECK(breaches_of(reader, the_council).size() == 1);
    CHECK(restrictions_of_agency(reader, the_council).size() == 1);
    // The pair that two schools wrote; the other is among those that wait.
    CHECK(look_through(reader, the_council, date(1900, 1, 1), 20).pairs.size() == 1);
    CHECK(limits_of_agency(reader, the_council).size() == 1);
    const auto imports = imports_of(reader, the_council);
    REQUIRE(imports.size() == 1);
    CHECK(imports[0].created == 1);
    CHECK(count_waiting_rows(reader, the_council, imports[0].id) == 2);
    const auto looked_after = search_people(reader, the_council, question_of("Wynn Delamere"), 3);
    REQUIRE_FALSE(looked_after.found.empty());
    const auto record = find_child(reader, the_council, looked_after.found[0].person.id);
    CHECK(looked_after_on(record->care, record->orders, test_day) == true);
    for (const auto& [name, mine] :
         {std::pair{"Maren Solway", 'd'}, std::pair{"Idris Farran", 'e'}}) {
        const auto found = search_people(reader, the_council, question_of(name), 3).found;
        REQUIRE_FALSE(found.empty());
        const auto shares = shares_about(reader, the_council, found[0].person.id);
        REQUIRE(shares.size() == 1);
        CHECK(shares[0].with == std::string(32, mine));
    }
}

} // namespace onroll::people
