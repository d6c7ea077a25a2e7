#include "casework/store.h"
#include "casework/store_events.h"

#include "casework/tests/advice_office.h"

namespace casework_pages_hand_over_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::know_two_schools;
using casework::tests::leads_to;

TEST_CASE("a family's code is taken over once; the second time leads to the contact that has it")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        const auto area_key = crypto::Key::create();
        office.services.read_hand_over = [&](std::string_view code) {
            return check::read_hand_over(code, area_key, "Tidemoor", office.clock.today());
        };
        know_two_schools(office);
        check::Answers answers;
        answers.happened = check::Happened::sent_home;
        answers.school = check::SchoolAnswer{.urn = Urn::parse("990022").value()};
        answers.started = date(2026, 11, 18);
        const auto code = check::make_hand_over(answers, area_key, "Tidemoor", date(2026, 11, 20));
        CHECK(office.get("/advice/contacts/code").status == 200);
        const auto taken = office.post("/advice/contacts/code", {{"code", code}});
        REQUIRE(taken.status == 303);
        const auto shown = office.get(leads_to(taken));
        CHECK(has_words(shown, "What the family told the checker"));
        CHECK(has_words(shown, "Harbour Academy"));
        CHECK(has_words(shown, "Wednesday 18 November 2026"));
        const auto again = office.post("/advice/contacts/code", {{"code", code}});
        CHECK(again.status == 400);
        CHECK(has_words(again, "taken over already"));
        CHECK(has_words(again, leads_to(taken)));
        CHECK(office.post("/advice/contacts/code", {{"code", "ABCDE-12345"}}).status == 400);
        CHECK(office.post("/advice/contacts/code", {{"code", " "}}).status == 400);
        auto reading = database.read();
        CHECK(count_contacts(reading, office.agency) == 1);
    });
}

TEST_CASE("one press records the event that a family told the checker of, with all that it told")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        const auto area_key = crypto::Key::create();
        office.services.read_hand_over = [&](std::string_view code) {
            return check::read_hand_over(code, area_key, "Tidemoor", office.clock.today());
        };
        office.services.calendar_revision = [] { return std::string("one"); };
        office.services.school_for = [](const std::optional<Urn>&,
                                        Date) -> Result<check::FoundSchool> {
            auto calendar =
                SchoolCalendar::create({{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)},
                                        {"Spring 2027", date(2027, 1, 4), date(2027, 3, 25)},
                                        {"Summer 2027", date(2027, 4, 12), date(2027, 7, 21)}},
                                       {}, TermSystem::three);
            return check::FoundSchool{
                {"school", law::SchoolType::academy, 999, std::move(*calendar)},
                "Harbour Academy",
                true};
        };
        know_two_schools(office);
        check::Answers answers;
        answers.happened = check::Happened::permanent;
        answers.school = check::SchoolAnswer{.urn = Urn::parse("990022").value()};
        answers.started = date(2026, 11, 24);
        answers.letter = true;
        answers.letter_says = check::Ticks{"reasons"};
        answers.disabled = true;
        const auto code = check::make_hand_over(answers, area_key, "Tidemoor", date(2026, 11, 25));
        const auto contact = leads_to(office.post("/advice/contacts/code", {{"code", code}}));
        const auto address =
            leads_to(office.post(contact + "/open", {{"child_name", "Samir Rahmani"}}));
        const auto form = address + "/events/new/permanent_exclusion?contact=" + contact.substr(17);
        CHECK(has_words(office.get(address + "/dates"), "Record what was told"));
        const auto filled = office.get(form);
        CHECK(has_words(filled, "Was the child disabled that day? Yes"));
        CHECK(has_words(filled, "Only what the checker asks a family was looked for"));
        CHECK(leads_to(office.post(address + "/events/new/permanent_exclusion",
                                   {{"contact", contact.substr(17)},
                                    {"school_words", "Harbour Academy"},
                                    {"school", "990022"},
                                    {"happened_on-day", "24"},
                                    {"happened_on-month", "11"},
                                    {"happened_on-year", "2026"}})) == address + "/dates");
        auto reading = database.read();
        const auto events =
            events_of_case(reading, office.agency, CaseId::parse(address.substr(14)).value());
        REQUIRE(events.size() == 1);
        CHECK(events.front().facts.yes(Fact::disabled) == true);
        CHECK(events.front().facts.yes(Fact::letter) == true);
        CHECK(events.front().facts.day(Fact::happened_on) == date(2026, 11, 24));
        CHECK(events.front().facts.ticked(Fact::letter_says, "reasons"));
    });
}

TEST_CASE("the council of a school that is in no list is said by its name")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        const auto area_key = crypto::Key::create();
        office.services.read_hand_over = [&](std::string_view code) {
            return check::read_hand_over(code, area_key, "Tidemoor", office.clock.today());
        };
        office.services.council_name = [](int code) {
            return code == 380 ? std::string("Bradford") : std::string();
        };
        know_two_schools(office);
        check::Answers answers;
        answers.happened = check::Happened::sent_home;
        answers.school = check::SchoolAnswer{.council = 380};
        answers.council = 380;
        const auto taken = office.post(
            "/advice/contacts/code",
            {{"code", check::make_hand_over(answers, area_key, "Tidemoor", date(2026, 11, 20))}});
        REQUIRE(taken.status == 303);
        const auto shown = office.get(leads_to(taken));
        CHECK(has_words(shown, "Bradford"));
        CHECK_FALSE(has_words(shown, "Council number"));
    });
}

} // namespace casework_pages_hand_over_test
