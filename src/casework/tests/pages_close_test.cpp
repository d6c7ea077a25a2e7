#include "casework/store_cases.h"
#include "casework/store_releases.h"
#include "casework/store_tasks.h"
#include "casework/tests/advice_office.h"
#include "people/store.h"

namespace casework_pages_close_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceOffice;
using casework::tests::has_words;
using casework::tests::leads_to;

struct OpenOffice : AdviceOffice {
    explicit OpenOffice(db::Database& the_database) : AdviceOffice(the_database)
    {
        services.caseworkers = [](const access::AgencyId&) { return std::vector<Colleague>{}; };
        know_two_schools(*this);
    }
};

/// A case with a task that is done and two that are not.
struct CaseWithTasks {
    std::string address;
    std::string to_do; ///< the address of the one that is ours
};

CaseWithTasks case_with_tasks(const AdviceOffice& office)
{
    auto transaction = office.database.begin("make case");
    const auto& user = office.signed_in->user;
    const auto child = people::create_person(
                           transaction, people::scope_of(office.agency, user, office.clock.now()),
                           {.name = {.given = "Asha", .family = "Hill"}})
                           .value();
    const auto id = open_case(transaction, office.agency, {.child = child, .caseworker = user},
                              user, office.clock.today())
                        .value();
    const auto add = [&](NewTask task) {
        task.case_id = id;
        return add_task(transaction, office.agency, task, user, office.clock.now());
    };
    const auto to_do = add({.title = "Ask for the plan", .due_on = date(2026, 12, 3)});
    add({.title = "Papers of the meeting", .waiting_for = "The school"});
    const auto done = add({.title = "Ring the school"});
    REQUIRE(change_task(transaction, office.agency, done, 1, {.state = TaskState::done}, user,
                        office.clock.now()));
    transaction.commit();
    const auto address = "/advice/cases/" + id.text();
    return {address, address + "/tasks/" + to_do.text()};
}

CaseId case_at(const std::string& address)
{
    return CaseId::parse(address.substr(address.rfind('/') + 1)).value();
}

/// A copy of the case's papers that somebody can read.
ReleaseId given_copy(const AdviceOffice& office, const std::string& address)
{
    auto transaction = office.database.begin("give copy");
    const auto& user = office.signed_in->user;
    const auto id = begin_release(transaction, office.agency, case_at(address),
                                  {.recipient = "The school"}, user, office.clock.now());
    REQUIRE(end_release(transaction, office.agency, id, ReleaseState::released, 1, user,
                        office.clock.now()));
    transaction.commit();
    return id;
}

void ask_to_stop_a_copy(const AdviceOffice& office, const std::string& address)
{
    auto transaction = office.database.begin("add task");
    add_task(transaction, office.agency,
             {.case_id = case_at(address), .title = std::string(stop_a_copy)},
             office.signed_in->user, office.clock.now());
    transaction.commit();
}

const http::Fields how_it_ended{{"outcomes", "better_relations"},
                                {"family", "not_known"},
                                {"school", "not_known"},
                                {"authority", "not_known"},
                                {"form_version", "1"}};

TEST_CASE("the page that closes a case names the tasks that end with it, and so does the case that "
          "is opened again")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        OpenOffice office(database);
        const auto of = case_with_tasks(office);
        const auto asked = office.get(of.address + "/close");
        CHECK(has_words(asked, "2 tasks will end with this case"));
        CHECK(has_words(asked, "href=\"" + of.to_do + "\""));
        CHECK(has_words(asked, "by Thursday 3 December 2026"));
        CHECK_FALSE(has_words(asked, "Ring the school"));

        CHECK(leads_to(office.post(of.address + "/close", how_it_ended)) == of.address + "/close");
        const auto closed = office.get(of.address + "/close");
        CHECK(has_words(closed, "2 tasks ended with this case"));
        CHECK_FALSE(has_words(closed, of.to_do));
        CHECK(has_words(office.get(of.address + "/chronology"), "Task ended with the case"));

        const auto again = office.get(of.address + "/reopen");
        CHECK(has_words(again, "Papers of the meeting"));
        CHECK_FALSE(has_words(again, "Ring the school"));
        CHECK(leads_to(office.post(of.address + "/reopen", {{"reason", "Sent home again"},
                                                            {"form_version", "2"}})) == of.address);
        CHECK(has_words(office.get(of.address + "/close"), "2 tasks will end with this case"));
        CHECK_FALSE(has_words(office.get(of.address + "/chronology"), "Task ended with the case"));
    });
}

TEST_CASE("the page that closes a case warns of a copy of papers that should be stopped first")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        OpenOffice office(database);
        const auto of = case_with_tasks(office);
        CHECK_FALSE(has_words(office.get(of.address + "/close"), "Stop that copy"));
        const auto copy = given_copy(office, of.address);
        CHECK_FALSE(has_words(office.get(of.address + "/close"), "Stop that copy"));
        ask_to_stop_a_copy(office, of.address);
        CHECK(has_words(office.get(of.address + "/close"), "Stop that copy"));
        auto transaction = database.begin("stop");
        REQUIRE(stop_release(transaction, office.agency, copy, office.signed_in->user,
                             office.clock.now()));
        transaction.commit();
        CHECK_FALSE(has_words(office.get(of.address + "/close"), "Stop that copy"));
    });
}

TEST_CASE("a case that has closed warns of no copy")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        OpenOffice office(database);
        const auto of = case_with_tasks(office);
        given_copy(office, of.address);
        ask_to_stop_a_copy(office, of.address);
        CHECK(has_words(office.get(of.address + "/close"), "Stop that copy"));
        CHECK(leads_to(office.post(of.address + "/close", how_it_ended)) == of.address + "/close");
        CHECK_FALSE(has_words(office.get(of.address + "/close"), "Stop that copy"));
    });
}

TEST_CASE("a case without anything to be done says nothing of tasks when it closes")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        OpenOffice office(database);
        const auto of = case_with_tasks(office);
        for (const std::string title : {"Ask for the plan", "Papers of the meeting"}) {
            auto transaction = database.begin("settle");
            for (const auto& task : tasks_of_case(transaction, office.agency, case_at(of.address)))
                if (task.told.title == title)
                    REQUIRE(change_task(transaction, office.agency, task.id, task.version,
                                        {.state = TaskState::dropped}, office.signed_in->user,
                                        office.clock.now()));
            transaction.commit();
        }
        CHECK_FALSE(has_words(office.get(of.address + "/close"), "will end with this case"));
    });
}

TEST_CASE("no form ends a task: only closing its case does")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        OpenOffice office(database);
        const auto of = case_with_tasks(office);
        CHECK_FALSE(has_words(office.get(of.to_do), "Ended with the case"));
        CHECK(office
                  .post(of.to_do,
                        {{"title", "Ask for the plan"}, {"state", "ended"}, {"form_version", "1"}})
                  .status == 400);
    });
}

} // namespace casework_pages_close_test
