#include "people/subject_access.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace onroll::people {

namespace subject_access_test {

Gathered about_lena()
{
    const auto id = [](char letter) { return PersonId::parse(std::string(32, letter)).value(); };
    Person child{id('c')};
    child.name = {"Lena", "Rath", "Leni"};
    child.born_on = date(2014, 3, 17);
    child.alert = "ALERTwords";
    Person mother{id('a')};
    mother.name = {"MOTHERname", "Rath", ""};
    Gathered gathered{ChildRecord{child}};
    gathered.record.family = {
        {FamilyTie{child.id, mother.id}, mother, {}, {{Channel::telephone, "MOTHERphone"}}, {}}};
    gathered.record.schools = {{Urn::parse("100001").value(), date(2020, 9, 1)}};
    gathered.record.sen = {{date(2025, 1, 1), SenStatus::suspected, "Speech", "NOTEwords"},
                           {date(2024, 1, 1), SenStatus::not_asked}};
    gathered.record.addresses = {{AddressId::parse(std::string(32, '1')).value(),
                                  child.id,
                                  ProtectedAddress::from_sealed("SEALEDbytes"),
                                  date(2026, 1, 1),
                                  {}}};
    gathered.school_name = [](Urn urn) { return "School " + urn.text(); };
    return gathered;
}

} // namespace subject_access_test

TEST_CASE("what is about others is marked, and left out unless somebody chose it")
{
    const auto items = held_about(subject_access_test::about_lena());
    const auto copy = access_copy(items, {}, date(2026, 11, 25));
    for (const auto* own : {"Leni Rath", "17 March 2014", "School 100001", "Not asked yet"})
        CHECK_MESSAGE(copy.find(own) != std::string::npos, own);
    for (const auto* others :
         {"MOTHERname", "MOTHERphone", "ALERTwords", "NOTEwords", "SEALEDbytes"})
        CHECK_MESSAGE(copy.find(others) == std::string::npos, others);
    CHECK(copy.find("About another adult of the family.") != std::string::npos);
    const auto mother = std::find_if(items.begin(), items.end(),
                                     [](const HeldItem& item) { return item.section == "Family"; });
    REQUIRE(mother != items.end());
    CHECK(mother->third_party);
    const auto chosen = access_copy(items, {mother->key}, date(2026, 11, 25));
    CHECK(chosen.find("MOTHERname") != std::string::npos);
    CHECK(chosen.find("ALERTwords") == std::string::npos);
}

} // namespace onroll::people
