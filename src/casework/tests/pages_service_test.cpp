#include "casework/store_day.h"

#include "casework/tests/advice_office.h"

namespace casework_pages_service_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::leads_to;

TEST_CASE("a manager sets whom the service helps; each contact says so, and families read it once "
          "it is published")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.services.all_services = [&] {
            return std::vector<PublishingService>{
                {office.agency, "Tidemoor Advice and Support", &database}};
        };
        office.open();
        CHECK(office.get("/advice/service/change").status == 404);
        CHECK(has_words(office.get("/advice-services"), "No statement is published yet"));
        office.sign_in(access::Role::advice_manager);
        CHECK(office.get("/advice/service/change").status == 200);
        http::Fields form{{"form_version", "0"},
                          {"eligibility", "send_and_signposts"},
                          {"kind", "in_house"},
                          {"exclusions_team", "Exclusions line"},
                          {"published", "yes"}};
        const auto without = office.post("/advice/service/change", form);
        CHECK(without.status == 400);
        CHECK(has_words(without, "Write what a family will get before you publish it"));
        form.add("will", "A call back\nHelp with the letter");
        form.add("will_not", "A solicitor");
        CHECK(leads_to(office.post("/advice/service/change", form)) == "/advice/service");
        CHECK(office.post("/advice/service/change", form).status == 400);
        const auto read = office.get("/advice-services");
        CHECK(has_words(read, "<li>Help with the letter</li>"));
        CHECK(has_words(read, "Exclusions line"));
        office.sign_in(access::Role::adviser);
        CHECK(has_words(office.get("/advice/contacts/new"), "No diagnosis is needed"));
        CHECK(has_words(office.get("/advice/service"), "A solicitor"));
    });
}

TEST_CASE("a contact is sent on, and the log says what happened next")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.open();
        CHECK(has_words(office.get("/advice/signposts"), "Nobody is in the register yet"));
        CHECK(office.post("/advice/signposts", {{"kind", "helpline"}}).status == 400);
        CHECK(office
                  .post("/advice/signposts",
                        {{"name", "An invented helpline"}, {"kind", "helpline"}, {"help", "Debt"}})
                  .status == 303);
        const auto contact = leads_to(office.post("/advice/contacts", {{"story", "A call"}}));
        CHECK(has_words(office.get(contact + "/signpost"), "An invented helpline"));
        CHECK(office.post(contact + "/signpost", {}).status == 400);
        CHECK(office.post(contact + "/signpost", {{"place", "other"}}).status == 400);
        CHECK(leads_to(office.post(contact + "/signpost",
                                   {{"place", "other"}, {"place_name", "A food bank"}})) ==
              contact);
        const auto asked_after = [&] {
            auto reading = database.read();
            return tasks_of_worker(reading, office.agency, office.signed_in->user);
        };
        REQUIRE(asked_after().size() == 1);
        CHECK(asked_after().front().task.told.due_on == office.clock.today() + Days{21});
        CHECK(asked_after().front().task.told.title ==
              "Ask the family what came of the signpost to A food bank");
        CHECK(has_words(office.get("/advice/signposts"), contact + "/signposts/"));
        const auto shown = office.get(contact);
        CHECK(has_words(shown, "Signposted to A food bank"));
        const std::string content(shown.content());
        const auto at = content.find(contact + "/signposts/");
        const auto address = content.substr(at, contact.size() + 11 + 32);
        CHECK(office.get(address).status == 200);
        CHECK(office.post(address, {}).status == 400);
        CHECK(leads_to(office.post(address, {{"result", "helped"}, {"note", "Parcel came"}})) ==
              contact);
        CHECK(has_words(office.get("/advice/signposts"), "They were helped: Parcel came"));
        CHECK_FALSE(has_words(office.get("/advice/signposts"), contact + "/signposts/"));
        CHECK(asked_after().empty());
        CHECK(office.get(contact + "/signposts/" + std::string(32, '0')).status == 404);
    });
}

TEST_CASE("what anybody can have is counted apart from casework, and a mistake is taken out")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        AdviceOffice office(database);
        office.open();
        CHECK(office.post("/advice/open-offers", {{"kind", "training"}}).status == 400);
        CHECK(office
                  .post("/advice/open-offers",
                        {{"kind", "training"}, {"held_on", "6 12 2026"}, {"people", "x"}})
                  .status == 400);
        CHECK(office
                  .post("/advice/open-offers", {{"kind", "training"},
                                                {"held_on", "yesterday"},
                                                {"title", "Part-time timetables"},
                                                {"people", "18"},
                                                {"minutes", "90"}})
                  .status == 303);
        office.post("/advice/contacts", {{"story", "A call"}});
        const auto shown = office.get("/advice/open-offers");
        CHECK(has_words(shown, "1 session or mailing, 18 people, 90 minutes; and 1 contact"));
        const std::string content(shown.content());
        CHECK(has_words(shown, "class=\"onr-link-button\" type=\"submit\">Take out"));
        const auto at = content.find("name=\"offer\" value=\"") + 20;
        CHECK(office.post("/advice/open-offers/withdraw", {{"offer", content.substr(at, 32)}})
                  .status == 303);
        CHECK(has_words(office.get("/advice/open-offers"), "0 sessions and mailings"));
    });
}

} // namespace casework_pages_service_test
