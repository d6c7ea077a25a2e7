#include "people/rules_disclosure.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace onroll::people {

namespace rules_disclosure_test {

const Date today = date(2026, 11, 25);

PersonId person_id(char letter)
{
    return PersonId::parse(std::string(32, letter)).value();
}
AddressId address_id(char letter)
{
    return AddressId::parse(std::string(32, letter)).value();
}

PersonAddress open_home(char person, const std::string& line)
{
    return {address_id(person), person_id(person), Address{.lines = {line}}, date(2020, 1, 1), {}};
}

PersonAddress sealed_home(char person)
{
    return {address_id(person),
            person_id(person),
            ProtectedAddress::from_sealed("sealed"),
            date(2020, 1, 1),
            {}};
}

FamilyMember member(char letter, HasCare care, const std::string& mark)
{
    Person adult{person_id(letter)};
    adult.kind = PersonKind::adult;
    adult.name = {mark + "given", mark + "family", ""};
    adult.alert = mark + "alert";
    FamilyTie tie{person_id('c'), person_id(letter)};
    tie.bond = Bond::mother;
    tie.natural_parent = NaturalParent::yes;
    tie.responsibility = Responsibility::registered_at_birth;
    tie.care = care;
    tie.contact = ContactPermission::permitted;
    return {tie,
            adult,
            {.channels = {Channel::post},
             .asked = true,
             .code_name = mark + "code",
             .only_ask_for = mark + "ask"},
            {{Channel::telephone, mark + "phone"}, {Channel::email, mark + "email"}},
            {open_home(letter, mark + "home")}};
}

ChildRecord separated()
{
    Person child{person_id('c')};
    child.name = {"Lena", "Rath", ""};
    child.born_on = date(2014, 3, 17);
    ChildRecord record{child};
    record.addresses = {sealed_home('c')};
    record.family = {member('a', HasCare::yes, "AAA"), member('b', HasCare::no, "BBB")};
    record.family[0].addresses = {sealed_home('a')};
    record.schools = {{Urn::parse("100001").value(), date(2018, 9, 1), date(2025, 7, 20)},
                      {Urn::parse("100002").value(), date(2025, 9, 1)}};
    record.sen = {{date(2025, 1, 1), SenStatus::suspected, "", "AAAnote of the mother"}};
    return record;
}

/// Every text of the copy in one.
std::string all_text(const AdultCopy& copy)
{
    std::string text = copy.child + "|" + copy.home + "|" + copy.adult + "|" + copy.own_home;
    for (const auto& line : copy.own_contacts) text += "|" + line;
    for (const auto& place : copy.schools) text += "|" + place.school.text();
    for (const auto& statement : copy.sen) text += "|" + statement.need + "|" + statement.note;
    return text;
}

} // namespace rules_disclosure_test

TEST_CASE("a separated parent is told neither the protected home nor the present school")
{
    using namespace rules_disclosure_test;
    const auto copy = copy_for_adult(separated(), person_id('b'), today);
    REQUIRE(copy.has_value());
    CHECK(copy->home == "Withheld");
    CHECK(copy->schools_withheld);
    REQUIRE(copy->schools.size() == 1);
    CHECK(copy->schools[0].school.text() == "100001");
    CHECK(copy->own_contacts == std::vector<std::string>{"BBBphone", "BBBemail"});
    CHECK(all_text(*copy).find("AAA") == std::string::npos);
    CHECK_FALSE(copy_for_adult(separated(), person_id('d'), today).has_value());
}

TEST_CASE("nothing of one adult ever reaches what is made for another")
{
    using namespace rules_disclosure_test;
    CHECK(rc::check([] {
        auto record = separated();
        record.family = {
            member('a', *rc::gen::element(HasCare::yes, HasCare::shared, HasCare::no), "AAA"),
            member('b', *rc::gen::element(HasCare::yes, HasCare::shared, HasCare::no), "BBB")};
        if (*rc::gen::arbitrary<bool>()) record.addresses = {open_home('c', "CCChome")};
        if (*rc::gen::arbitrary<bool>()) record.family[0].addresses = {sealed_home('a')};
        if (*rc::gen::arbitrary<bool>())
            record.orders = {{OrderKind::non_molestation, person_id('b'), date(2026, 1, 1)}};
        for (const auto& [adult, other] : {std::pair('a', "BBB"), std::pair('b', "AAA")}) {
            const auto copy = copy_for_adult(record, person_id(adult), today);
            RC_ASSERT(copy.has_value());
            RC_ASSERT(all_text(*copy).find(other) == std::string::npos);
            const auto& mine = record.family[adult == 'a' ? 0 : 1];
            if (facts_for(record, mine, today).address_protected)
                RC_ASSERT(copy->home == "Withheld");
        }
    }));
}

TEST_CASE("a carer whose own home is protected protects the child's from the other parent")
{
    using namespace rules_disclosure_test;
    auto record = separated();
    record.addresses = {open_home('c', "CCChome")};
    record.family[1].tie.care = HasCare::shared;
    CHECK(facts_for(record, record.family[1], today).address_protected);
    CHECK_FALSE(facts_for(record, record.family[0], today).address_protected);
}

TEST_CASE("alerts name orders, protected homes, and how each adult may be reached")
{
    using namespace rules_disclosure_test;
    auto record = separated();
    record.child.alert = "Be careful who you speak to";
    record.orders = {{OrderKind::no_contact, person_id('b'), date(2026, 1, 1)},
                     {OrderKind::care, {}, date(2020, 1, 1), date(2021, 1, 1)}};
    const auto alerts = alerts_of(record, today);
    const auto says = [&](std::string_view words) {
        return std::any_of(alerts.begin(), alerts.end(), [&](const std::string& alert) {
            return alert.find(words) != std::string::npos;
        });
    };
    CHECK(alerts.front() == "Be careful who you speak to");
    CHECK(says("The child’s home is protected. Do not say or write where they live."));
    CHECK(says("Court order in force: No contact with the child. Nobody has seen the document."));
    CHECK(says("AAAgiven AAAfamily: AAAalert. Home is protected. Only by post."));
    CHECK(std::count_if(alerts.begin(), alerts.end(), [](const std::string& alert) {
              return alert.starts_with("AAAgiven AAAfamily");
          }) == 1);
    CHECK(says("BBBgiven BBBfamily: BBBalert"));
    record.family[1].tie.contact = ContactPermission::not_permitted;
    CHECK(alerts_of(record, today)[2].find("Must not be contacted.") != std::string::npos);
    CHECK(std::none_of(alerts.begin(), alerts.end(), [](const std::string& alert) {
        return alert.find("in force: Care") != std::string::npos;
    }));
}

} // namespace onroll::people
