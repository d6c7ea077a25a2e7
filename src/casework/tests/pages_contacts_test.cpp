#include "casework/store.h"
#include "casework/store_cases.h"
#include "casework/store_events.h"

#include "casework/tests/advice_office.h"
#include "people/store.h"
#include "people/store_care.h"

namespace casework_pages_contacts_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::leads_to;

void know_two_schools(AdviceOffice& office)
{
    office.services.school_name = [](Urn urn) {
        return urn.text() == "990022" ? std::string("Harbour Academy") : std::string("Mill Lane");
    };
    office.services.search_schools = [](std::string_view words) {
        std::vector<check::SchoolChoice> found;
        if (words.starts_with("Harb") || words.starts_with("harb"))
            found.push_back({Urn::parse("990022").value(), "Harbour Academy", "Tidemoor"});
        if (words == "Mill")
            found.push_back({Urn::parse("990023").value(), "Mill Lane", "Tidemoor"});
        return found;
    };
    office.open();
}

TEST_CASE("a call is saved with what happened alone, and shown with what can be said")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        know_two_schools(office);
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
        AdviceOffice office(database);
        know_two_schools(office);
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
        AdviceOffice office(database);
        know_two_schools(office);
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

TEST_CASE("a child who sounds the same is asked about after the contact is saved")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        know_two_schools(office);
        const auto first = office.post(
            "/advice/contacts",
            {{"story", "Sent home"}, {"child_name", "Samir Rahmani"}, {"next", "case"}});
        const auto second =
            office.post("/advice/contacts",
                        {{"story", "Again"}, {"child_name", "Sameer Rahmani"}, {"next", "case"}});
        REQUIRE(leads_to(second).ends_with("/open"));
        const auto asked = office.get(leads_to(second));
        CHECK(has_words(asked, "Samir Rahmani"));
        CHECK(has_words(asked, "Case 1001, open"));
        CHECK(office.post(leads_to(second), {{"asked", "children"}}).status == 400);
        const std::string content(asked.content());
        const auto at = content.find("name=\"same_child\"");
        const auto value = content.find("value=\"", at) + 7;
        const auto child = content.substr(value, 32);
        const auto joined =
            office.post(leads_to(second), {{"asked", "children"}, {"same_child", child}});
        CHECK(leads_to(joined) == leads_to(first));
        // Answered on the form itself, no page asks.
        const auto third = office.post("/advice/contacts", {{"story", "A third time"},
                                                            {"child_name", "Sameer Rahmani"},
                                                            {"same_child", child},
                                                            {"next", "contact"}});
        CHECK(has_words(office.get(leads_to(third)), leads_to(first)));
        const auto other = office.post("/advice/contacts", {{"story", "Somebody else"},
                                                            {"child_name", "Sameer Rahmani"},
                                                            {"same_child", "new"},
                                                            {"next", "case"}});
        CHECK(leads_to(other).starts_with("/advice/cases/"));
        CHECK(leads_to(other) != leads_to(first));
    });
}

TEST_CASE("a first call that came to no case is found by the second, and goes into its case")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.services.caseworkers = [](const access::AgencyId&) {
            return std::vector<Colleague>();
        };
        know_two_schools(office);
        const auto first =
            leads_to(office.post("/advice/contacts", {{"story", "Would think about it"},
                                                      {"child_name", "Samir Rahmani"},
                                                      {"caller_name", "Amina, his mother"},
                                                      {"phone", "07700 900416"},
                                                      {"next", "contact"}}));
        const auto id = first.substr(17);
        for (const auto* words : {"sameer rahmany", "07700900416"}) {
            CHECK(has_words(office.post("/advice/contacts/search", {{"q", words}}), first));
            CHECK(has_words(office.post("/advice/cases/search", {{"q", words}}), first));
        }
        CHECK_FALSE(
            has_words(office.post("/advice/contacts/search", {{"q", "Olga Petrova"}}), first));
        const auto looked = office.post("/advice/contacts/look",
                                        {{"part", "child"}, {"child_name", "Sameer Rahmani"}});
        CHECK(has_words(looked, "Is an earlier call about this child?"));
        CHECK(has_words(looked, id));
        CHECK(has_words(looked, "no case: Samir Rahmani, by Amina, his mother"));
        const auto opened =
            leads_to(office.post("/advice/contacts", {{"story", "Again"},
                                                      {"child_name", "Samir Rahmani"},
                                                      {"earlier", id},
                                                      {"next", "case"}}));
        REQUIRE(opened.starts_with("/advice/cases/"));
        const auto of = CaseId::parse(opened.substr(14)).value();
        {
            auto reading = database.read();
            CHECK(contacts_of_case(reading, office.agency, of).size() == 2);
            const auto child = find_case(reading, office.agency, of)->child;
            // Whoever rang first is of the family, with the number.
            const auto record = people::find_child(reading, office.agency, child).value();
            REQUIRE(record.family.size() == 1);
            CHECK(record.family.front().contacts.front().value == "07700 900416");
        }
        CHECK_FALSE(
            has_words(office.post("/advice/contacts/search", {{"q", "Samir Rahmani"}}), first));
    });
}

TEST_CASE(
    "an earlier call is ticked on the page that asks for the child, and another's stays apart")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        know_two_schools(office);
        const auto says = [&](const char* child) {
            return leads_to(
                office.post("/advice/contacts", {{"story", "A call"}, {"child_name", child}}));
        };
        const auto first = says("Samir Rahmani");
        const auto other = says("Jo Ash");
        const auto second = says("Samir Rahmani");
        const auto asked = office.get(second + "/open");
        CHECK(has_words(asked, first.substr(17)));
        CHECK_FALSE(has_words(asked, other.substr(17)));
        const auto opened = leads_to(office.post(second + "/open", {{"child_name", "Samir Rahmani"},
                                                                    {"earlier", first.substr(17)},
                                                                    {"earlier", "not an id"}}));
        auto reading = database.read();
        CHECK(contacts_of_case(reading, office.agency, CaseId::parse(opened.substr(14)).value())
                  .size() == 2);
    });
}

TEST_CASE(
    "a second call that says a laxer thing is asked about, and what holds stands beside a third")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        know_two_schools(office);
        const auto first = office.post("/advice/contacts", {{"story", "Sent home"},
                                                            {"child_name", "Samir Rahmani"},
                                                            {"caller_name", "Amina, his mother"},
                                                            {"caller", "parent_or_carer"},
                                                            {"safe", "only_as_said"},
                                                            {"safe_how", "After 3:30pm"},
                                                            {"next", "case"}});
        const auto of = CaseId::parse(leads_to(first).substr(14)).value();
        const auto child = [&] {
            auto reading = database.read();
            return find_case(reading, office.agency, of)->child;
        }();
        const auto rings = [&](const char* safe, const char* how) {
            office.clock.move_on(std::chrono::minutes(1));
            return leads_to(office.post("/advice/contacts", {{"story", "Again"},
                                                             {"child_name", "Samir Rahmani"},
                                                             {"same_child", child.text()},
                                                             {"caller_name", "Amina, his mum"},
                                                             {"caller", "parent_or_carer"},
                                                             {"safe", safe},
                                                             {"safe_how", how},
                                                             {"next", "contact"}}));
        };
        CHECK_FALSE(rings("not_asked", "").ends_with("/reach"));
        const auto asked = rings("any_time", "");
        REQUIRE(asked.ends_with("/reach"));
        const auto question = office.get(asked);
        CHECK(has_words(question, "After 3:30pm"));
        CHECK(has_words(question, "Any way is safe, at any time."));
        CHECK(has_words(office.get(asked.substr(0, asked.size() - 6)), asked));
        CHECK(office.post(asked, {}).status == 400);
        CHECK(office.post(asked, {{"holds", "said"}}).status == 303);
        CHECK(office.get(asked).status == 303);
        const auto record = [&] {
            auto reading = database.read();
            return people::find_child(reading, office.agency, child).value();
        }();
        REQUIRE(record.family.size() == 1);
        CHECK(record.family.front().safe.channels == people::all_channels());
        CHECK(has_words(office.get("/advice/contacts/new?case=" + of.text()),
                        "Any way is safe, at any time."));
    });
}

TEST_CASE("a contact whose child has no name yet is saved, and the name is asked for the case")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        know_two_schools(office);
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
        AdviceOffice office(database);
        know_two_schools(office);
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
        AdviceOffice office(database);
        know_two_schools(office);
        const auto saved = leads_to(office.post("/advice/contacts", {{"story", "Sent home"}}));
        office.sign_in(access::Role::advice_manager);
        CHECK(leads_to(office.get(saved)).starts_with("/purpose?kind=contact"));
    });
}

TEST_CASE("a stale change is put beside what is saved, question by question")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        know_two_schools(office);
        const auto saved = leads_to(office.post("/advice/contacts", {{"story", "Sent home"}}));
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

TEST_CASE("the log of enquiries says what it holds, and gives the same figures to take away")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        know_two_schools(office);
        CHECK(has_words(office.get("/advice/enquiries"), "No contact was recorded"));
        office.post("/advice/contacts",
                    {{"story", "A call"}, {"source", "school"}, {"minutes", "15"}});
        const auto shown = office.get("/advice/enquiries");
        CHECK(has_words(shown, "The busiest week had 1 enquiry"));
        CHECK(has_words(shown, "A school told them"));
        const auto days = office.get("/advice/enquiries/days.csv");
        CHECK(has_words(days, "2026-11-26,Thursday,1,0,1,0,0,15"));
        CHECK(has_words(office.get("/advice/enquiries/weeks.csv"), "2026-11-23,1"));
        CHECK(office.get("/advice/enquiries/sources.csv").status == 200);
        CHECK(office.get("/advice/enquiries.xlsx").status == 200);
        CHECK(office.get("/advice/enquiries?year=1066").status == 200);
    });
}

TEST_CASE("an exclusion of a child whom a council looked after that day says so by itself")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
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
        const auto scope =
            people::scope_of(office.agency, office.signed_in->user, office.clock.now());
        const auto excluded = [&](people::CareStatement care) {
            auto transaction = database.begin("make case");
            const auto child =
                people::create_person(transaction, scope, {.name = {"Samir", "Rahmani", ""}});
            REQUIRE(people::state_care(transaction, scope, *child, care).has_value());
            const auto opened = open_case(transaction, office.agency,
                                          {.child = *child, .caseworker = office.signed_in->user},
                                          office.signed_in->user, office.clock.today());
            transaction.commit();
            const auto address = "/advice/cases/" + opened->text();
            CHECK(leads_to(office.post(address + "/events/new/permanent_exclusion",
                                       {{"school_words", "Harbour Academy"},
                                        {"school", "990022"},
                                        {"happened_on-day", "24"},
                                        {"happened_on-month", "11"},
                                        {"happened_on-year", "2026"}})) == address + "/dates");
            auto reading = database.read();
            const auto events = events_of_case(reading, office.agency, *opened);
            REQUIRE(events.size() == 1);
            return events.front().facts;
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
