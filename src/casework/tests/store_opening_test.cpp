#include "casework/store_opening.h"

#include "casework/store.h"
#include "casework/store_cases.h"

#include "people/store_limits.h"
#include "casework/tests/each_place.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_store_opening_test {

using namespace onroll;
using namespace onroll::casework;

const FixedClock noon(date(2026, 11, 26));

const NewContact call{.channel = Channel::phone,
                      .caller = Caller::parent_or_carer,
                      .caller_name = "Amina Rahmani, his mother",
                      .child_name = "Samir Rahmani",
                      .story = "Sent home at half past twelve, no letter.",
                      .happened = {WhatHappened::sent_home},
                      .first_day = date(2026, 11, 24),
                      .school = Urn::parse("990022").value(),
                      .school_name = "Harbour Academy",
                      .safe = SafeToRing::only_as_said,
                      .phone = "07700 900416",
                      .safe_how = "After 3:30pm. No voicemail.",
                      .minutes = 15};

struct Service {
    const casework::tests::AdviceService& office;
    const access::AgencyId& agency = office.agency;
    db::Database* database = office.database;

    people::Scope scope() const
    {
        return people::scope_of(agency, office.adviser, office.clock.now());
    }
    Contact record(const NewContact& told) const
    {
        auto transaction = database->begin("record contact");
        const auto id =
            record_contact(transaction, agency, told, office.adviser, office.clock.now());
        auto contact = find_contact(transaction, agency, id).value();
        transaction.commit();
        return contact;
    }
    Result<CaseId> open(const Contact& contact, const Opening& opening) const
    {
        return office.in_transaction([&](db::Transaction& transaction) {
            return open_case_from(transaction, scope(), contact, opening);
        });
    }
};

TEST_CASE("opening a case makes the child and the calling adult from what was told, once")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        const auto contact = service.record(call);
        const auto opened = service.open(contact, {.child_name = call.child_name});
        REQUIRE(opened.has_value());

        auto reading = service.database->read();
        const auto after = find_contact(reading, service.agency, contact.id).value();
        CHECK(after.case_id == *opened);
        const auto work = find_case(reading, service.agency, *opened).value();
        CHECK(after.child == work.child);
        CHECK(work.level == Level::one);
        const auto record = people::find_child(reading, service.agency, work.child).value();
        CHECK(record.child.name == people::Name{.given = "Samir", .family = "Rahmani"});
        REQUIRE(record.schools.size() == 1);
        CHECK(record.schools.front().school.text() == "990022");
        REQUIRE(record.family.size() == 1);
        const auto& mother = record.family.front();
        CHECK(mother.tie.bond == people::Bond::mother);
        CHECK(mother.adult.name.given == "Amina");
        REQUIRE(mother.contacts.size() == 1);
        CHECK(mother.contacts.front().value == "07700 900416");
        CHECK(mother.safe.asked);
        CHECK(mother.safe.only_ask_for == "After 3:30pm. No voicemail.");
        CHECK(contacts_of_case(reading, service.agency, *opened).size() == 1);
    });
}

TEST_CASE("opening again for the same contact answers the same case")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        const auto contact = service.record(call);
        const auto first = service.open(contact, {.child_name = call.child_name}).value();
        auto reading = service.database->read();
        const auto after = find_contact(reading, service.agency, contact.id).value();
        CHECK(service.open(after, {.child_name = "Somebody Else"}).value() == first);
    });
}

TEST_CASE("a child who is known, sounding alike, keeps the open case; a second call joins it")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        const auto first =
            service.open(service.record(call), {.child_name = call.child_name}).value();
        auto told = call;
        told.child_name = "Sammy Rahmen";
        const auto second = service.record(told);
        std::vector<AlikeChild> alike;
        {
            auto reading = service.database->read();
            alike = children_alike(reading, service.agency, "Sammir Rahmany", 3);
        }
        REQUIRE(alike.size() == 1);
        CHECK(alike.front().latest->id == first);
        CHECK(alike.front().school->text() == "990022");
        CHECK(service.open(second, {.child = alike.front().child.id}).value() == first);
        auto reading = service.database->read();
        CHECK(contacts_of_case(reading, service.agency, first).size() == 2);
        // The mother is not made twice.
        CHECK(people::find_child(reading, service.agency, alike.front().child.id)->family.size() ==
              1);
    });
}

TEST_CASE("a child who is the adviser’s own relative is suggested to colleagues alone")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        service.open(service.record(call), {.child_name = call.child_name}).value();
        const auto user = crypto::new_id<access::UserId>();
        const access::Actor aunt{
            .user = user,
            .agency = service.agency,
            .agency_kind = access::AgencyKind::advice_service,
            .name = {},
            .agency_name = {},
            .roles = {access::Role::adviser},
            .teams = {},
            .covers_for = {},
            .sign_in = {access::SignInId::parse(std::string(32, '1')).value()}};
        people::PersonId child = [&] {
            auto reading = service.database->read();
            const auto alike = children_alike(reading, aunt, "Sammir Rahmany", 3);
            REQUIRE(alike.size() == 1);
            return alike.front().child.id;
        }();
        auto transaction = service.database->begin("test");
        REQUIRE(people::declare_conflict(
                    transaction, people::scope_of(service.agency, user, noon.now()), child, user)
                    .has_value());
        transaction.commit();
        auto reading = service.database->read();
        CHECK(children_alike(reading, aunt, "Sammir Rahmany", 3).empty());
        auto colleague = aunt;
        colleague.user = crypto::new_id<access::UserId>();
        CHECK(children_alike(reading, colleague, "Sammir Rahmany", 3).size() == 1);
    });
}

NewContact second_call(SafeToRing safe, const char* how)
{
    auto told = call;
    told.caller_name = "Amina, his mum";
    told.phone = "07700 900499";
    told.safe = safe;
    told.safe_how = how;
    return told;
}

TEST_CASE("a stricter answer of a later call holds at once, and a new number stands beside the old")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        auto first = call;
        first.safe = SafeToRing::any_time;
        first.safe_how = "";
        const auto contact = service.record(first);
        REQUIRE(service.open(contact, {.child_name = call.child_name}).has_value());
        auto reading = service.database->read();
        const auto child = *find_contact(reading, service.agency, contact.id)->child;
        const auto later = service.record(second_call(SafeToRing::only_as_said, "After 3:30pm"));
        REQUIRE(service.open(later, {.child = child}).has_value());
        auto after = service.database->read();
        const auto record = people::find_child(after, service.agency, child).value();
        REQUIRE(record.family.size() == 1);
        const auto& mother = record.family.front();
        REQUIRE(mother.contacts.size() == 2);
        CHECK(mother.contacts[0].value == "07700 900416");
        CHECK(mother.contacts[1].value == "07700 900499");
        CHECK(mother.safe.channels == std::vector{people::Channel::telephone});
        CHECK(mother.safe.earliest_minute == 15 * 60 + 30);
        CHECK_FALSE(reach_question(after, service.agency,
                                   find_contact(after, service.agency, later.id).value()));
    });
}

TEST_CASE("a laxer answer of a later call is asked about, and changes nothing until then")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        const auto contact = service.record(call);
        REQUIRE(service.open(contact, {.child_name = call.child_name}).has_value());
        auto reading = service.database->read();
        const auto child = *find_contact(reading, service.agency, contact.id)->child;
        const auto later = service.record(second_call(SafeToRing::any_time, ""));
        REQUIRE(service.open(later, {.child = child}).has_value());
        auto after = service.database->read();
        const auto question = reach_question(after, service.agency,
                                             find_contact(after, service.agency, later.id).value());
        REQUIRE(question);
        CHECK(question->name == "Amina Rahmani");
        CHECK(question->holds.only_ask_for == call.safe_how);
        CHECK(question->said.channels == people::all_channels());
        CHECK(people::safe_contact_of(after, service.agency, question->person) == question->holds);
    });
}

TEST_CASE("a caller of a known child becomes family once, and the child's own call is the child's")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        const auto contact = service.record(call);
        REQUIRE(service.open(contact, {.child_name = call.child_name}).has_value());
        auto transaction = service.database->begin("take in callers");
        const auto child = *find_contact(transaction, service.agency, contact.id)->child;
        const auto takes = [&](Caller caller, const char* name) {
            auto told = second_call(SafeToRing::only_as_said, "Before 5");
            told.caller = caller;
            told.caller_name = name;
            return take_in_caller(transaction, service.scope(), child, told).value();
        };
        const auto grandmother = takes(Caller::parent_or_carer, "Farida Rahmani, grandmother");
        REQUIRE(grandmother.person);
        CHECK_FALSE(grandmother.asks);
        CHECK(takes(Caller::parent_or_carer, "Farida, his gran").person == grandmother.person);
        CHECK(takes(Caller::child_or_young_person, "Samir").person == child);
        CHECK_FALSE(takes(Caller::school, "Mr Ash").person);
        const auto record = people::find_child(transaction, service.agency, child).value();
        CHECK(record.family.size() == 2);
        CHECK(people::safe_contact_of(transaction, service.agency, child).asked);
        transaction.commit();
    });
}

TEST_CASE("nobody sounds like a name that no child has, or like no name")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        REQUIRE(service.open(service.record(call), {.child_name = call.child_name}).has_value());
        auto reading = service.database->read();
        CHECK(children_alike(reading, service.agency, "Olga Petrova", 3).empty());
        CHECK(children_alike(reading, service.agency, " ", 3).empty());
        CHECK(children_alike(reading, crypto::new_id<access::AgencyId>(), "Samir Rahmani", 3)
                  .empty());
    });
}

TEST_CASE("a contact belongs to one case, and a child of another agency opens none")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        const auto contact = service.record(call);
        const auto stranger = service.open(contact, {.child = crypto::new_id<people::PersonId>()});
        REQUIRE_FALSE(stranger.has_value());
        CHECK(stranger.error().kind == ErrorKind::not_found);
        REQUIRE(service.open(contact, {.child_name = "Jo Ash"}).has_value());
        auto transaction = service.database->begin("attach");
        const auto other =
            attach_contact(transaction, service.agency, contact.id, crypto::new_id<CaseId>(),
                           crypto::new_id<people::PersonId>());
        REQUIRE_FALSE(other.has_value());
        CHECK(other.error().kind == ErrorKind::conflict);
    });
}

TEST_CASE("a contact says how its case stands, in whichever list it comes")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& office) {
        const Service service{office};
        const auto contact = service.record(call);
        CHECK(contact.case_stands == std::nullopt);
        const auto opened = service.open(contact, {.child_name = call.child_name});
        REQUIRE(opened.has_value());
        const auto of_case = office.find(*opened);
        auto reading = service.database->read();
        const std::optional<CaseStanding> stands{
            {of_case.caseworker.value_or(of_case.opened_by), false}};
        CHECK(find_contact(reading, service.agency, contact.id)->case_stands == stands);
        CHECK(contacts_of(reading, service.agency, 5).front().case_stands == stands);
        CHECK(contacts_of_case(reading, service.agency, *opened).front().case_stands == stands);
    });
}

} // namespace casework_store_opening_test
