#include "casework/store.h"
#include "casework/store_cases.h"
#include "casework/store_events.h"

#include "casework/tests/contact_office.h"
#include "people/store.h"
#include "people/store_care.h"

namespace casework_pages_contacts_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::ContactOffice;
using casework::tests::has_words;
using casework::tests::leads_to;

TEST_CASE("a call is saved with what happened alone, and shown with what can be said")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto form = office.get("/advice/contacts/new");
        CHECK(form.status == 200);
        CHECK_FALSE(has_words(form, "SEN status"));
        const auto saved = office.post("/advice/contacts", {{"happened", "sent_home"}});
        REQUIRE(saved.status == 303);
        const auto shown = office.get(leads_to(saved));
        CHECK(has_words(shown, "Sent home, no letter"));
        CHECK(has_words(shown, "is this a suspension?"));
        CHECK(has_words(shown, "/law/FND-01"));
        CHECK(has_words(office.get("/advice/contacts"), leads_to(saved)));
        CHECK(has_words(office.get("/advice/contacts?list=without_case"), leads_to(saved)));
        CHECK_FALSE(has_words(office.get("/advice/contacts?list=professionals"), leads_to(saved)));
    });
}

TEST_CASE("a contact without anything in it is asked for one thing, and keeps what was chosen")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto again =
            office.post("/advice/contacts", {{"channel", "email"}, {"minutes", "15"}});
        CHECK(again.status == 400);
        CHECK(has_words(again, "Write what happened, or anything else that you know"));
        const auto wrong =
            office.post("/advice/contacts", {{"story", "Words that stay"}, {"first_day", "soon"}});
        CHECK(wrong.status == 400);
        CHECK(has_words(wrong, "Words that stay"));
        CHECK(has_words(wrong, "value=\"soon\""));
    });
}

TEST_CASE("the same form sent twice makes one contact and one case")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        http::Fields form{{"story", "Sent home"},
                          {"child_name", "Samir Rahmani"},
                          {"next", "case"},
                          {"form_key", crypto::random_token()}};
        const auto first = office.post("/advice/contacts", form);
        const auto second = office.post("/advice/contacts", form);
        CHECK(leads_to(first).starts_with("/advice/cases/"));
        CHECK(leads_to(second) == leads_to(first));
        auto reading = database.read();
        CHECK(count_contacts(reading, office.agency) == 1);
        CHECK(people::count_children(reading, office.agency) == 1);
    });
}

TEST_CASE("a contact whose child has no name yet is saved, and the name is asked for the case")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto saved =
            office.post("/advice/contacts", {{"story", "Would not say"}, {"next", "case"}});
        REQUIRE(leads_to(saved).ends_with("/open"));
        CHECK(office.post(leads_to(saved), {{"child_name", " "}}).status == 400);
        CHECK(
            office.post(leads_to(saved), {{"child_name", "Jo"}, {"born_on", "31 2 2012"}}).status ==
            400);
        CHECK(leads_to(office.post(leads_to(saved),
                                   {{"child_name", "Amina’s son"}, {"born_on", "3 4 2014"}}))
                  .starts_with("/advice/cases/"));
    });
}

TEST_CASE("a school is found while it is typed, and taken where the words name one alone")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto part =
            office.post("/advice/contacts/look", {{"part", "school"}, {"school", "Harb"}});
        CHECK(has_words(part, "Harbour Academy"));
        CHECK_FALSE(has_words(part, "<html"));
        CHECK(has_words(office.post("/advice/contacts/look", {{"school", "Harb"}}), "<html"));
        const auto school_of = [&](http::Fields form) {
            const auto saved = office.post("/advice/contacts", form);
            auto reading = database.read();
            return find_contact(reading, office.agency,
                                ContactId::parse(leads_to(saved).substr(17)).value())
                ->told;
        };
        CHECK(school_of({{"school", "harbour academy"}}).school->text() == "990022");
        CHECK(school_of({{"school", "Harb"}}).school == std::nullopt);
        CHECK(school_of({{"school", "Harb"}}).school_name == "Harb");
        CHECK(school_of({{"school", "Mill"}, {"school_looked", "Mill"}, {"school_urn", "990023"}})
                  .school_name == "Mill Lane");
        // What was chosen for other words is not taken.
        CHECK(school_of({{"school", "Elm"}, {"school_looked", "Mill"}, {"school_urn", "990023"}})
                  .school == std::nullopt);
    });
}

TEST_CASE("a manager is asked why before a colleague's contact is shown")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto saved = office.record({{"story", "Sent home"}});
        office.sign_in(access::Role::advice_manager);
        CHECK(leads_to(office.get(saved)).starts_with("/purpose?kind=contact"));
    });
}

TEST_CASE("a stale change is put beside what is saved, question by question")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto saved = office.record({{"story", "Sent home"}});
        CHECK(office
                  .post(saved + "/change", {{"form_version", "1"},
                                            {"story", "Sent home"},
                                            {"happened", "sent_home"},
                                            {"minutes", "10"}})
                  .status == 303);
        const auto stale =
            office.post(saved + "/change", {{"form_version", "1"}, {"story", "Sent home twice"}});
        CHECK(has_words(stale, "Somebody else changed this contact"));
        CHECK(has_words(stale, "Sent home twice"));
        CHECK(has_words(stale, "Sent home, no letter"));
    });
}

TEST_CASE("the list leads to the contacts and cases that the reader may open, and to no other")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto contact = leads_to(office.post(
            "/advice/contacts", {{"story", "Sent home"}, {"child_name", "Samir Rahmani"}}));
        const auto address =
            leads_to(office.post(contact + "/open", {{"child_name", "Samir Rahmani"}}));
        CHECK(has_words(office.get("/advice/contacts"), contact));
        CHECK(has_words(office.get("/advice/contacts"), address));
        office.sign_in(access::Role::adviser);
        const auto others = office.get("/advice/contacts");
        CHECK(has_words(others, "Samir Rahmani"));
        CHECK_FALSE(has_words(others, contact));
        CHECK_FALSE(has_words(others, address));
        office.sign_in(access::Role::advice_manager);
        CHECK(has_words(office.get("/advice/contacts"), address));
    });
}

TEST_CASE("an exclusion of a child whom a council looked after that day says so by itself")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        office.know_the_terms();
        const auto scope =
            people::scope_of(office.agency, office.signed_in->user, office.clock.now());
        const auto excluded = [&](people::CareStatement care) {
            const auto opened = [&] {
                auto transaction = database.begin("make case");
                const auto child =
                    people::create_person(transaction, scope, {.name = {"Samir", "Rahmani", ""}});
                REQUIRE(people::state_care(transaction, scope, *child, care).has_value());
                auto id = open_case(transaction, office.agency,
                                    {.child = *child, .caseworker = office.signed_in->user},
                                    office.signed_in->user, office.clock.today());
                transaction.commit();
                return id;
            }();
            const auto address = "/advice/cases/" + opened->text();
            CHECK(office.record_exclusion(address) == address + "/dates");
            return office.facts_of_the_event(*opened);
        };
        const auto in_care =
            excluded({date(2025, 9, 1), people::CareStatus::section_20, "Tidemoor Council", {}});
        CHECK(in_care.yes(Fact::looked_after) == true);
        CHECK(in_care.yes(Fact::social_worker) == true);
        for (const auto& other :
             {people::CareStatement{
                  date(2026, 11, 25), people::CareStatus::by_order, "Wealdham", {}},
              people::CareStatement{date(2020, 1, 1), people::CareStatus::section_20, "Wealdham",
                                    date(2026, 11, 23)},
              people::CareStatement{date(2020, 1, 1), people::CareStatus::never, "", {}}})
            CHECK_FALSE(excluded(other).known(Fact::looked_after));
    });
}

} // namespace casework_pages_contacts_test
