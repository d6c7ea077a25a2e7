// What costs a service more the more it has: the day list of its manager, and a search. Counted are
// questions to the store, which must not grow with the lines.
#include "casework/late_in_service.h"
#include "casework/store_answers.h"
#include "casework/store_cases.h"
#include "casework/store_close.h"
#include "casework/store_events.h"
#include "casework/store_tasks.h"

#include "casework/tests/contact_office.h"
#include "people/store.h"

namespace casework_late_in_service_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::ContactOffice;
using casework::tests::has_words;

const Date today = date(2026, 11, 26);

people::PersonId add_child(const ContactOffice& office, db::Transaction& transaction,
                           std::string given)
{
    const auto child = people::create_person(
        transaction, people::scope_of(office.agency, office.signed_in->user, office.clock.now()),
        {.name = {.given = std::move(given), .family = "Underhill"}});
    REQUIRE(child);
    return *child;
}

/// A case with a task that was due then, each with a caseworker of its own.
CaseId add_late(const ContactOffice& office, const std::string& title, Date due)
{
    auto transaction = office.database.begin("test");
    const auto worker = crypto::new_id<access::UserId>();
    const auto opened =
        open_case(transaction, office.agency,
                  {.child = add_child(office, transaction, "Invented"), .caseworker = worker},
                  worker, date(2026, 9, 1));
    REQUIRE(opened);
    add_task(transaction, office.agency, {.case_id = *opened, .title = title, .due_on = due},
             worker, office.clock.now());
    transaction.commit();
    return *opened;
}

/// How many questions the store was asked.
template <class Work>
std::int64_t asked_by(const db::Database& database, Work&& work)
{
    const auto before = database.query_count();
    work();
    return database.query_count() - before;
}

void prepare(ContactOffice& office)
{
    office.services.calendar_revision = [] { return std::string(); };
    office.services.caseworkers = [](const access::AgencyId&) { return std::vector<Colleague>(); };
    office.sign_in(access::Role::advice_manager);
}

TEST_CASE("a manager sees what is late longest, and all of it on a page of its own")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        prepare(office);
        add_late(office, "The newest of them", date(2026, 11, 16));
        add_late(office, "Not late enough", date(2026, 11, 25));
        const auto page = office.get("/advice");
        CHECK(has_words(page, "The newest of them"));
        CHECK_FALSE(has_words(page, "Not late enough"));
        CHECK_FALSE(has_words(page, "/advice/late"));
        for (int number = 0; number < 20; ++number)
            add_late(office, "Older", date(2026, 10, 1) + Days{number});
        const auto first = office.get("/advice");
        CHECK_FALSE(has_words(first, "The newest of them"));
        CHECK(has_words(first, "Was due Thursday 1 October"));
        CHECK(has_words(first, "/advice/late"));
        const auto all = office.get("/advice/late");
        CHECK(all.status == 200);
        CHECK(has_words(all, "The newest of them"));
        office.sign_in(access::Role::adviser);
        CHECK(casework::tests::leads_to(office.get("/advice/late")) == "/advice");
    });
}

TEST_CASE("what does not fit on the page of all that is late is on the next")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        prepare(office);
        const auto add = [&](const std::string& title, Date due, int times) {
            auto transaction = database.begin("test");
            for (int number = 0; number < times; ++number)
                add_task(transaction, office.agency, {.case_id = {}, .title = title, .due_on = due},
                         office.signed_in->user, office.clock.now());
            transaction.commit();
        };
        add("Of those that are late longest", date(2026, 10, 1), 500);
        CHECK_FALSE(has_words(office.get("/advice/late"), "?page=2"));
        add("The last of all", date(2026, 10, 2), 1);
        const auto first = office.get("/advice/late");
        CHECK(has_words(first, "Of those that are late longest"));
        CHECK_FALSE(has_words(first, "The last of all"));
        CHECK(has_words(first, "href=\"/advice/late?page=2\""));
        const auto second = office.get("/advice/late?page=2");
        CHECK(has_words(second, "The last of all"));
        CHECK_FALSE(has_words(second, "Of those that are late longest"));
        CHECK(has_words(second, "href=\"/advice/late\""));
        CHECK_FALSE(has_words(second, "?page=3"));
        const auto third = office.get("/advice/late?page=3");
        CHECK(has_words(third, "Nothing is on this page any more."));
        CHECK_FALSE(has_words(third, "Nothing of the service is three school days late."));
    });
}

TEST_CASE("tasks of a case that is over are not late in the service")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        const auto over = add_late(office, "Left undone", date(2026, 10, 1));
        add_late(office, "To be done", date(2026, 10, 2));
        {
            auto transaction = database.begin("test");
            add_task(transaction, office.agency,
                     {.case_id = {}, .title = "For the service", .due_on = date(2026, 10, 3)},
                     office.signed_in->user, office.clock.now());
            const auto found = find_case(transaction, office.agency, over);
            REQUIRE(found);
            REQUIRE(close_case(transaction, office.agency, over, found->version, NewClose{},
                               office.signed_in->user, office.clock.now()));
            transaction.commit();
        }
        auto reading = database.read();
        const auto late = late_in_service(reading, office.agency, today, 10);
        REQUIRE(late.size() == 2);
        CHECK(late[0].words == "To be done");
        CHECK(late[1].words == "For the service");
        CHECK(late_in_service(reading, crypto::new_id<access::AgencyId>(), today, 10).empty());
        CHECK(late_in_service(reading, office.agency, today, 1).size() == 1);
    });
}

/// A date in law of that case on which the governors should have met.
void add_passed(const ContactOffice& office, const CaseId& of, Date due, bool they_met)
{
    auto transaction = office.database.begin("test");
    Facts facts;
    facts.set(Fact::days, "6");
    if (they_met) facts.set(Fact::board_met_on, iso(due));
    const auto event = record_event(transaction, office.agency, of, EventKind::suspension, facts,
                                    office.signed_in->user, office.clock.now());
    keep_dates(transaction, office.agency, of, {},
               {{.name = "GB-10 decide_by governing_board " + event.text(),
                 .event = event,
                 .words = "The governors meet",
                 .due = due,
                 .last_day = true}});
    transaction.commit();
}

TEST_CASE("dates that were kept do not hide a later one that was not")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        for (int number = 0; number < 20; ++number)
            add_passed(office, add_late(office, "Not yet", date(2027, 1, 4)), date(2026, 11, 2),
                       true);
        const auto missed = add_late(office, "Not yet", date(2027, 1, 4));
        add_passed(office, missed, date(2026, 11, 10), false);
        add_late(office, "Later still", date(2026, 11, 12));
        auto reading = database.read();
        const auto late = late_in_service(reading, office.agency, today, 2);
        REQUIRE(late.size() == 2);
        CHECK(late[0].words == "The governors meet");
        CHECK(late[0].of->id == missed);
        CHECK(late[1].words == "Later still");
    });
}

TEST_CASE("what is known of a date that passed is asked for once, however many are looked at")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        // Of 21 that are wanted, 63 are looked at first, and as they were all kept, the others too.
        for (int number = 0; number < 71; ++number)
            add_passed(office, add_late(office, "Not yet", date(2027, 1, 4)), date(2026, 11, 2),
                       number < 70);
        const auto runs_of = [&](std::string_view name) {
            std::int64_t runs = 0;
            for (const auto& one : database.timings())
                if (one.name == name) runs += one.runs;
            return runs;
        };
        const auto dates = runs_of("passed_dates");
        const auto facts = runs_of("facts_of_events");
        const auto days = runs_of("days_of_cases");
        auto reading = database.read();
        CHECK(late_in_service(reading, office.agency, today, 21).size() == 1);
        CHECK(runs_of("passed_dates") - dates == 2);
        CHECK(runs_of("facts_of_events") - facts == 3);
        CHECK(runs_of("days_of_cases") - days == 1);
    });
}

TEST_CASE("a manager's day list asks the store no more often when more is late")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        prepare(office);
        add_late(office, "One", date(2026, 10, 1));
        office.get("/advice");
        const auto of_one = asked_by(database, [&] { office.get("/advice"); });
        for (int number = 0; number < 15; ++number) add_late(office, "Another", date(2026, 10, 2));
        const auto of_many = asked_by(database, [&] { office.get("/advice"); });
        CHECK(of_one <= 30);
        CHECK(of_many == of_one);
    });
}

TEST_CASE("a search asks the store no more often when it finds more")
{
    ::onroll::tests::for_each_engine([](db::Database& database) {
        ContactOffice office(database);
        prepare(office);
        add_late(office, "One", today);
        office.post("/advice/contacts",
                    {{"story", "Sent home"}, {"child_name", "Ada Underhill"}, {"next", "contact"}});
        const auto found = [&] {
            CHECK(has_words(office.post("/advice/cases/search", {{"q", "Underhill"}}),
                            "Invented Underhill"));
        };
        found();
        const auto of_one = asked_by(database, found);
        for (int number = 0; number < 12; ++number) {
            add_late(office, "Another", today);
            office.post("/advice/contacts", {{"story", "Sent home again"},
                                             {"child_name", "Bo Underhill"},
                                             {"next", "contact"}});
        }
        const auto of_many = asked_by(database, found);
        CHECK(of_one <= 20);
        CHECK(of_many == of_one);
    });
}

} // namespace casework_late_in_service_test
