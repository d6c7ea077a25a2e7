// What may be the same thing sent again after Back is asked about; a second delivery of one form is
// not, and makes nothing.
#include "casework/pages_same_again.h"

#include "casework/store.h"
#include "casework/store_actions.h"
#include "casework/store_cases.h"
#include "casework/store_notes.h"
#include "casework/store_threads.h"
#include "casework/tests/advice_office.h"
#include "people/address_safe.h"
#include "people/store.h"

#include <utility>

namespace casework_pages_same_again_test {

using namespace onroll;
using namespace onroll::casework;
using namespace std::chrono_literals;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::leads_to;

/// An adviser with one case, and a conversation with the child's mother.
struct CaseOffice : AdviceOffice {
    people::AddressSafe addresses;
    std::optional<CaseId> one;
    std::optional<ThreadId> thread;

    explicit CaseOffice(db::Database& the_database) : AdviceOffice(the_database), addresses(key)
    {
        services.outbox = &key;
        services.links = &key;
        services.safe = &addresses;
        services.school_name = [](Urn) { return std::string("Hillside School"); };
        services.caseworkers = [](const access::AgencyId&) { return std::vector<Colleague>{}; };
        services.wake_notices = [] {};
        open();
        auto to = database.begin("make family");
        const auto scope = people::scope_of(agency, signed_in->user, clock.now());
        const auto person = [&](people::PersonKind kind, const char* given) {
            return people::create_person(to, scope, {.kind = kind, .name = {given, "Example", ""}})
                .value();
        };
        const auto child = person(people::PersonKind::child, "Sam");
        const auto mother = person(people::PersonKind::adult, "Ann");
        REQUIRE(people::add_tie(to, scope,
                                {.child = child,
                                 .adult = mother,
                                 .bond = people::Bond::mother,
                                 .contact = people::ContactPermission::permitted}));
        one = open_case(to, agency, {.child = child, .caseworker = signed_in->user},
                        signed_in->user, clock.today())
                  .value();
        thread = begin_thread(to, agency, *one, {.kind = ThreadKind::with_family, .person = mother},
                              signed_in->user, clock.now())
                     .value();
        to.commit();
    }
    std::string own() const { return "/advice/cases/" + one->text(); }
    std::string talk() const { return own() + "/messages/" + thread->text(); }
    std::size_t messages() const
    {
        auto reading = database.read();
        return messages_of_thread(reading, agency, *thread).size();
    }
};

/// The form with a field more.
http::Fields with(http::Fields fields, const char* name, const char* value)
{
    fields.add(name, value);
    return fields;
}

TEST_CASE("ten minutes long the same again is asked about, and nothing that was saved later")
{
    const auto then = FixedClock(date(2026, 11, 26)).now();
    CHECK(saved_just_before(then, then));
    CHECK(saved_just_before(then, then + 10min));
    CHECK_FALSE(saved_just_before(then, then + 10min + 1ms));
    CHECK_FALSE(saved_just_before(then + 1ms, then));
    CHECK(says_who({.caller_name = "Amina"}));
    CHECK_FALSE(says_who({.story = "Would not say who"}));
}

TEST_CASE("a message with the same words is asked about, and sent where that is meant")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        CaseOffice office(database);
        const http::Fields form{{"words", "The governors <b>meet</b>"}, {"notice", "none"}};
        const auto keyed = with(form, "form_key", crypto::random_token().c_str());
        CHECK(leads_to(office.post(office.talk(), keyed)) == office.talk());
        // A double click carries the same key, and leads where the first press led.
        CHECK(leads_to(office.post(office.talk(), keyed)) == office.talk());
        office.clock.move_on(5min);
        const auto asked = office.post(office.talk(), form);
        CHECK(asked.status == 200);
        CHECK(has_words(asked, "You sent these words at midday"));
        CHECK(has_words(asked, "value=\"The governors &lt;b&gt;meet&lt;/b&gt;\""));
        CHECK(office.messages() == 1);
        CHECK(office.post(office.talk(), {{"words", "Other words"}, {"notice", "none"}}).status ==
              303);
        CHECK(office.post(office.talk(), with(form, "again", "yes")).status == 303);
        CHECK(office.messages() == 3);
        office.clock.move_on(11min);
        CHECK(office.post(office.talk(), form).status == 303);
        CHECK(office.messages() == 4);
    });
}

TEST_CASE("the page of a conversation has one primary button")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        const CaseOffice office(database);
        const auto page = office.get(office.talk());
        const auto content = std::string(page.content());
        const auto buttons = [&](const std::string& with) {
            std::size_t count = 0;
            for (auto at = content.find(with); at != std::string::npos;
                 at = content.find(with, at + 1))
                ++count;
            return count;
        };
        CHECK(has_words(page, "End this conversation"));
        CHECK(buttons("class=\"govuk-button\"") == 1);
    });
}

TEST_CASE("the same note and the same work are asked about")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        CaseOffice office(database);
        const http::Fields note{
            {"words", "He was at home"}, {"on-day", "25"}, {"on-month", "11"}, {"on-year", "2026"}};
        const auto written = leads_to(office.post(office.own() + "/notes", note));
        const auto asked = office.post(office.own() + "/notes", note);
        CHECK(has_words(asked, "You wrote this note at midday"));
        CHECK(has_words(asked, "href=\"" + written + "\""));
        CHECK(office.post(office.own() + "/notes", with(note, "again", "yes")).status == 303);

        // As the buttons on a case send it.
        const http::Fields work{{"kind", "school"}, {"stage", "any"}, {"took", "15"}};
        const auto first = office.post(office.own() + "/actions", work);
        REQUIRE(first.status == 303);
        CHECK(has_words(office.post(office.own() + "/actions", work), "You recorded this work at"));
        const http::Fields longer{{"kind", "school"}, {"stage", "any"}, {"took", "30"}};
        CHECK(office.post(office.own() + "/actions", longer).status == 303);
        auto reading = database.read();
        CHECK(notes_of(reading, office.agency, *office.one).size() == 2);
        CHECK(actions_of(reading, office.agency, *office.one).size() == 2);
    });
}

TEST_CASE("the same contact is asked about where it says who rang")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        casework::tests::know_two_schools(office);
        const http::Fields call{{"story", "Sent home"},
                                {"child_name", "Samir Rahmani"},
                                {"school", "Harb"},
                                {"minutes", "15"}};
        const auto first = leads_to(office.post("/advice/contacts", call));
        const auto asked = office.post("/advice/contacts", call);
        CHECK(has_words(asked, "You recorded this contact at midday"));
        CHECK(has_words(asked, "href=\"" + first + "\""));
        const auto as_case = office.post("/advice/contacts", with(call, "next", "case"));
        CHECK(has_words(as_case, "You recorded this contact at"));
        CHECK(office.post("/advice/contacts", with(call, "again", "yes")).status == 303);
        const http::Fields nameless{{"story", "Would not say who"}};
        CHECK(office.post("/advice/contacts", nameless).status == 303);
        CHECK(office.post("/advice/contacts", nameless).status == 303);
        auto reading = database.read();
        CHECK(count_contacts(reading, office.agency) == 4);
    });
}

} // namespace casework_pages_same_again_test
