#include "casework/store.h"
#include "casework/store_events.h"

#include "casework/tests/contact_office.h"

namespace casework_pages_hand_over_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::ContactOffice;
using casework::tests::has_words;
using casework::tests::id_of;
using casework::tests::leads_to;

TEST_CASE("a family's code is taken over once; the second time leads to the contact that has it")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        check::Answers answers;
        answers.happened = check::Happened::sent_home;
        answers.school = check::SchoolAnswer{.urn = Urn::parse("990022").value()};
        answers.started = date(2026, 11, 18);
        const auto code = office.code_of(answers, date(2026, 11, 20));
        office.access_services.staff_menu = {
            {"Record a contact", "/advice/contacts/new", "advice.create"}};
        CHECK(has_words(office.get("/advice/contacts/code"),
                        "href=\"/advice/contacts/new\" aria-current=\"true\""));
        const auto taken = office.take_over(code);
        REQUIRE(taken.status == 303);
        const auto shown = office.get(leads_to(taken));
        CHECK(has_words(shown, "What the family told the checker"));
        CHECK(has_words(shown, "Harbour Academy"));
        CHECK(has_words(shown, "Wednesday 18 November 2026"));
        const auto again = office.take_over(code);
        CHECK(again.status == 400);
        CHECK(has_words(again, "taken over already"));
        CHECK(has_words(again, leads_to(taken)));
        CHECK(office.take_over("ABCDE-12345").status == 400);
        CHECK(office.take_over(" ").status == 400);
        auto reading = database.read();
        CHECK(count_contacts(reading, office.agency) == 1);
    });
}

TEST_CASE("one press records the event that a family told the checker of, with all that it told")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        office.know_the_terms();
        check::Answers answers;
        answers.happened = check::Happened::permanent;
        answers.school = check::SchoolAnswer{.urn = Urn::parse("990022").value()};
        answers.started = date(2026, 11, 24);
        answers.letter = true;
        answers.letter_says = check::Ticks{"reasons"};
        answers.disabled = true;
        const auto code = office.code_of(answers, date(2026, 11, 25));
        const auto contact = leads_to(office.take_over(code));
        const auto address =
            leads_to(office.post(contact + "/open", {{"child_name", "Samir Rahmani"}}));
        const auto form = address + "/events/new/permanent_exclusion?contact=" + contact.substr(17);
        CHECK(has_words(office.get(address + "/dates"), "Record what was told"));
        const auto filled = office.get(form);
        CHECK(has_words(filled, "Was the child disabled that day? Yes"));
        CHECK(has_words(filled, "Only what the checker asks a family was looked for"));
        CHECK(office.record_exclusion(address, contact.substr(17)) == address + "/dates");
        const auto facts = office.facts_of_the_event(id_of<CaseId>(address));
        CHECK(facts.yes(Fact::disabled) == true);
        CHECK(facts.yes(Fact::letter) == true);
        CHECK(facts.day(Fact::happened_on) == date(2026, 11, 24));
        CHECK(facts.ticked(Fact::letter_says, "reasons"));
    });
}

TEST_CASE("the council of a school that is in no list is said by its name")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        office.services.council_name = [](int code) {
            return code == 380 ? std::string("Bradford") : std::string();
        };
        check::Answers answers;
        answers.happened = check::Happened::sent_home;
        answers.school = check::SchoolAnswer{.council = 380};
        answers.council = 380;
        const auto taken = office.take_over(office.code_of(answers, date(2026, 11, 20)));
        REQUIRE(taken.status == 303);
        const auto shown = office.get(leads_to(taken));
        CHECK(has_words(shown, "Bradford"));
        CHECK_FALSE(has_words(shown, "Council number"));
    });
}

} // namespace casework_pages_hand_over_test
