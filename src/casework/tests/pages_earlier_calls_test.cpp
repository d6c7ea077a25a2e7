#include "casework/store.h"
#include "casework/store_cases.h"

#include "casework/tests/contact_office.h"
#include "people/store.h"

namespace casework_pages_earlier_calls_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::ContactOffice;
using casework::tests::has_words;
using casework::tests::id_of;
using casework::tests::leads_to;

TEST_CASE("a child who sounds the same is asked about after the contact is saved")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
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
        ContactOffice office(database);
        office.services.caseworkers = [](const access::AgencyId&) {
            return std::vector<Colleague>();
        };
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
        const auto of = id_of<CaseId>(opened);
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
        ContactOffice office(database);
        const auto first = office.record_call_about("Samir Rahmani");
        const auto other = office.record_call_about("Jo Ash");
        office.clock.move_on(std::chrono::hours{1});
        const auto second = office.record_call_about("Samir Rahmani");
        const auto asked = office.get(second + "/open");
        CHECK(has_words(asked, first.substr(17)));
        CHECK_FALSE(has_words(asked, other.substr(17)));
        const auto opened = leads_to(office.post(second + "/open", {{"child_name", "Samir Rahmani"},
                                                                    {"earlier", first.substr(17)},
                                                                    {"earlier", "not an id"}}));
        auto reading = database.read();
        CHECK(contacts_of_case(reading, office.agency, id_of<CaseId>(opened)).size() == 2);
    });
}

TEST_CASE(
    "a second call that says a laxer thing is asked about, and what holds stands beside a third")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto first = office.post("/advice/contacts", {{"story", "Sent home"},
                                                            {"child_name", "Samir Rahmani"},
                                                            {"caller_name", "Amina, his mother"},
                                                            {"caller", "parent_or_carer"},
                                                            {"safe", "only_as_said"},
                                                            {"safe_how", "After 3:30pm"},
                                                            {"next", "case"}});
        const auto of = id_of<CaseId>(leads_to(first));
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

TEST_CASE("an earlier call that a colleague took is found by name, and leads nowhere")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto others = office.record_call_about("Samir Rahmani");
        office.sign_in(access::Role::adviser);
        const auto own = office.record_call_about("Samir Rahmani");
        for (const auto* address : {"/advice/contacts/search", "/advice/cases/search"}) {
            const auto found = office.post(address, {{"q", "Samir Rahmani"}});
            CHECK(has_words(found, own));
            CHECK_FALSE(has_words(found, others));
        }
        const auto found = office.post("/advice/contacts/search", {{"q", "Samir Rahmani"}});
        const std::string content(found.content());
        const std::string_view words = "no case: Samir Rahmani";
        const auto first = content.find(words);
        CHECK(content.find(words, first + 1) != std::string::npos);
        // Each link that is shown opens.
        CHECK(office.get(own).status == 200);
        CHECK(office.get(others).status == 404);
        office.sign_in(access::Role::advice_manager);
        CHECK(has_words(office.post("/advice/contacts/search", {{"q", "Samir Rahmani"}}), others));
    });
}

} // namespace casework_pages_earlier_calls_test
