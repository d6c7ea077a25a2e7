#include "casework/store_answers.h"
#include "casework/store_batches.h"
#include "casework/store_cases.h"
#include "casework/store_tasks.h"
#include "casework/store_threads.h"
#include "casework/tests/contact_office.h"
#include "people/store.h"

#include <algorithm>

namespace casework_pages_batches_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::ContactOffice;
using casework::tests::has_words;
using casework::tests::id_of;
using casework::tests::leads_to;

/// An adviser's office with cases of families who can be reached.
struct BusyOffice : AdviceOffice {
    explicit BusyOffice(db::Database& the_database) : AdviceOffice(the_database), addresses(key)
    {
        services.outbox = &key;
        services.links = &key;
        services.safe = &addresses;
        services.school_name = [](Urn) { return std::string("Hillside School"); };
        services.caseworkers = [](const access::AgencyId&) { return std::vector<Colleague>{}; };
        services.wake_notices = [] {};
        open();
    }

    struct Family {
        CaseId one;
        people::PersonId mother;
    };
    Family family(const char* given, people::ContactPermission contact)
    {
        auto transaction = database.begin("make family");
        const auto scope = people::scope_of(agency, signed_in->user, clock.now());
        const auto person = [&](people::PersonKind kind, const char* name) {
            return people::create_person(transaction, scope,
                                         {.kind = kind, .name = {name, "Example", ""}})
                .value();
        };
        const auto child = person(people::PersonKind::child, given);
        const auto mother =
            person(people::PersonKind::adult, (std::string("Mother of ") + given).c_str());
        REQUIRE(people::add_tie(
            transaction, scope,
            {.child = child, .adult = mother, .bond = people::Bond::mother, .contact = contact}));
        REQUIRE(people::save_contacts(transaction, scope, mother,
                                      {{people::Channel::email, "mother@example.org"}}));
        REQUIRE(people::save_safe_contact(transaction, scope, mother,
                                          {.channels = {people::Channel::email}, .asked = true}));
        const auto id =
            open_case(transaction, agency, {.child = child, .caseworker = signed_in->user},
                      signed_in->user, clock.today());
        transaction.commit();
        return {id.value(), mother};
    }
    std::vector<Message> messages(const CaseId& id)
    {
        auto reading = database.read();
        std::vector<Message> all;
        for (const auto& thread : threads_of_case(reading, agency, id))
            for (auto& message : messages_of_thread(reading, agency, thread.id))
                all.push_back(std::move(message));
        return all;
    }
    CaseState state_of(const CaseId& id)
    {
        auto reading = database.read();
        return find_case(reading, agency, id).value().state;
    }

    people::AddressSafe addresses;
};

http::Fields closing(const std::vector<CaseId>& cases)
{
    http::Fields form{{"outcomes", "family_stopped"},
                      {"summary", "No contact for six months"},
                      {"family", "not_known"},
                      {"school", "not_known"},
                      {"authority", "not_known"}};
    for (const auto& id : cases) form.add("case", id.text());
    return form;
}

std::string chosen(const char* page, const std::vector<CaseId>& cases)
{
    std::string address = page;
    for (const auto& id : cases) address += (address == page ? "?case=" : "&case=") + id.text();
    return address;
}

TEST_CASE("several cases are closed at once; what is still due is left out, and it can be undone")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        BusyOffice office(database);
        const auto quiet = office.family("Asha", people::ContactPermission::permitted).one;
        const auto busy = office.family("Bela", people::ContactPermission::permitted).one;
        {
            auto transaction = database.begin("add task");
            add_task(transaction, office.agency, {.case_id = busy, .title = "Ring the school"},
                     office.signed_in->user, office.clock.now());
            transaction.commit();
        }
        CHECK(has_words(office.get("/advice/cases"), "value=\"" + quiet.text() + "\""));
        CHECK(has_words(office.get("/advice/batches/close"), "No case was chosen"));
        const auto form = office.get(chosen("/advice/batches/close", {quiet, busy}));
        CHECK(has_words(form, "A task is still open."));
        CHECK(office.post("/advice/batches/close", closing({busy})).status == 400);
        const auto done = leads_to(office.post("/advice/batches/close", closing({quiet, busy})));
        CHECK(office.state_of(quiet) == CaseState::closed);
        CHECK(office.state_of(busy) == CaseState::open);
        const auto shown = office.get(done);
        CHECK(has_words(shown, "1 case closed"));
        CHECK(has_words(shown, "Left out. A task is still open."));
        CHECK_FALSE(has_words(shown, "Done at first"));
        CHECK(has_words(office.get("/advice/batches"), done));

        const auto doer = office.signed_in;
        office.sign_in(access::Role::adviser);
        CHECK(office.get(done).status == 404);
        CHECK(office.post(done + "/undo", {}).status == 404);
        CHECK(has_words(office.get(chosen("/advice/batches/close", {busy})), "No case was chosen"));
        CHECK(office.post("/advice/batches/close", closing({busy})).status == 400);
        office.signed_in = doer;
        CHECK(leads_to(office.post(done + "/undo", {})) == done);
        CHECK(office.state_of(quiet) == CaseState::open);
        CHECK(has_words(office.get(done), "Undone, "));
        CHECK(has_words(office.get(done), "Done at first"));
    });
}

TEST_CASE("cases that were unticked are offered again with what was typed, and are not touched")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        BusyOffice office(database);
        const auto one = office.family("Asha", people::ContactPermission::permitted).one;
        const auto other = office.family("Bela", people::ContactPermission::permitted).one;
        const auto offering = [&](http::Fields form) {
            for (const auto& id : {one, other}) form.add("offered", id.text());
            return form;
        };
        const auto box = [](const CaseId& id) {
            return "name=\"case\" type=\"checkbox\" value=\"" + id.text() + "\"";
        };
        for (const auto* page : {"close", "notes", "messages"}) {
            const auto address = "/advice/batches/" + std::string(page);
            const auto typed = page == std::string_view("close") ? "summary" : "words";
            const auto again =
                office.post(address, offering({{typed, "No contact for six months"}}));
            CHECK(again.status == 400);
            CHECK(has_words(again, "There is a problem"));
            CHECK(has_words(again, box(one)));
            CHECK(has_words(again, box(other)));
            CHECK(has_words(again, "No contact for six months"));
        }
        const auto done =
            leads_to(office.post("/advice/batches/close", offering(closing({other}))));
        CHECK(office.state_of(one) == CaseState::open);
        CHECK(office.state_of(other) == CaseState::closed);
        CHECK(has_words(office.get(done), "1 case closed"));
        CHECK_FALSE(has_words(office.get(done), "Asha"));

        const auto left = office.post("/advice/batches/close", offering(closing({})));
        CHECK(has_words(left, "It is closed."));
        CHECK(has_words(left, box(one)));
        CHECK_FALSE(has_words(left, box(other)));
    });
}

TEST_CASE("a message to several families is shown before it goes, leaves out who must not be "
          "contacted, and is taken back while nobody has read it")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        BusyOffice office(database);
        const auto asha = office.family("Asha", people::ContactPermission::permitted);
        const auto bela = office.family("Bela", people::ContactPermission::not_permitted);
        http::Fields form{{"case", asha.one.text()}, {"case", bela.one.text()}};
        CHECK(office.post("/advice/batches/messages", form).status == 400);
        form.add("words", "Our line is closed on Friday.");
        const auto looked = office.post("/advice/batches/messages", form);
        CHECK(looked.status == 200);
        CHECK(has_words(looked, "They must not be contacted."));
        CHECK(has_words(looked, "By email."));
        CHECK(office.messages(asha.one).empty());

        form.add("step", "send");
        CHECK(office.post("/advice/batches/messages", form).status == 400);
        auto forbidden = form;
        forbidden.add("to", bela.one.text() + "." + bela.mother.text());
        CHECK(office.post("/advice/batches/messages", forbidden).status == 400);
        form.add("to", asha.one.text() + "." + asha.mother.text());
        form.add("form_key", crypto::random_token());
        const auto done = leads_to(office.post("/advice/batches/messages", form));
        CHECK(leads_to(office.post("/advice/batches/messages", form)) == done);
        REQUIRE(office.messages(asha.one).size() == 1);
        CHECK(office.messages(asha.one).front().is_shown());
        CHECK(office.messages(bela.one).empty());
        const auto shown = office.get(done);
        CHECK(has_words(shown, "1 message written"));
        CHECK(has_words(shown, "Mother of Asha"));
        CHECK(office.post(done + "/undo", {}).status == 303);
        CHECK_FALSE(office.messages(asha.one).front().is_shown());
    });
}

TEST_CASE("a note is written on several cases, and undoing it says so in each")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        BusyOffice office(database);
        const auto one = office.family("Asha", people::ContactPermission::permitted).one;
        const auto other = office.family("Bela", people::ContactPermission::permitted).one;
        http::Fields form{{"case", one.text()}, {"case", other.text()}};
        CHECK(office.post("/advice/batches/notes", form).status == 400);
        form.add("words", "The council has moved its panel to December.");
        const auto done = leads_to(office.post("/advice/batches/notes", form));
        CHECK(has_words(office.get(done), "Note written on 2 cases"));
        const auto chronology = "/advice/cases/" + other.text() + "/chronology";
        CHECK(has_words(office.get(chronology), "moved its panel to December"));
        CHECK(office.post(done + "/undo", {}).status == 303);
        CHECK(has_words(office.get(chronology), "Undone: this was done to several cases at once"));
    });
}

TEST_CASE("a case of an exclusion that comes back with its batch has its dates counted again")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        office.services.caseworkers = [](const access::AgencyId&) {
            return std::vector<Colleague>{};
        };
        office.know_the_terms();
        const auto address =
            office.record({{"story", "Excluded"}, {"child_name", "Asha Hill"}, {"next", "case"}});
        office.record_exclusion(address);
        CHECK(office.get(address).status == 200);
        const auto id = id_of<CaseId>(address);
        const auto& doer = office.signed_in->user;
        std::vector<KeptDate> dates;
        std::string page = "/advice/batches/";
        {
            auto transaction = database.begin("close in a batch");
            dates = kept_dates(transaction, office.agency, id);
            REQUIRE_FALSE(dates.empty());
            BatchLine line{.case_id = id};
            REQUIRE(close_in_batch(transaction, office.agency, line,
                                   {.outcomes = {Outcome::family_stopped}}, doer,
                                   office.clock.now()));
            page +=
                add_batch(transaction, office.agency, {.kind = BatchKind::closed, .lines = {line}},
                          doer, office.clock.now())
                    .text();
            keep_dates(transaction, office.agency, id, dates, {});
            transaction.commit();
        }

        CHECK(leads_to(office.post(page + "/undo", {})) == page);
        auto reading = database.read();
        CHECK(find_case(reading, office.agency, id)->state == CaseState::open);
        const auto again = kept_dates(reading, office.agency, id);
        CHECK(std::equal(
            dates.begin(), dates.end(), again.begin(), again.end(),
            [](const KeptDate& one, const KeptDate& other) { return one.says_as(other); }));
    });
}

} // namespace casework_pages_batches_test
