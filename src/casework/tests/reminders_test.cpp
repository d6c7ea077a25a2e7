#include "casework/feed.h"
#include "casework/reminders.h"
#include "casework/store_tasks.h"

#include "casework/tests/each_place.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

namespace casework_reminders_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceService;
using casework::tests::on_each_engine;

const Date thursday = date(2026, 11, 26);

void add(const AdviceService& service, const CaseId& id, Date due)
{
    auto transaction = service.database->begin("add task");
    add_task(transaction, service.agency,
             {.case_id = id, .title = "Ring the family of Quillon Vexley", .due_on = due},
             service.adviser, service.clock.now());
    transaction.commit();
}

TEST_CASE("a reminder comes once on a working day from 7am, says how much, and nothing of a family")
{
    const FixedClock clock(thursday);
    on_each_engine(clock, [&](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Quillon", "Vexley")});
        add(service, id, thursday);
        add(service, id, thursday - Days{9});
        const std::vector<Reminded> all{{service.adviser, "adviser@advice.example", false, {}},
                                        {service.manager, "manager@advice.example", true, {}}};
        std::vector<mail::Message> sent;
        const auto at = [&](Instant now) {
            return remind(*service.database, service.agency, all, "https://onroll.example", now,
                          [&](const mail::Message& message) { sent.push_back(message); });
        };
        CHECK(at(start_of_day_in_london(thursday) + std::chrono::hours(6)) == 0);
        CHECK(at(start_of_day_in_london(thursday - Days{4}) + std::chrono::hours(9)) ==
              0); // Sunday
        CHECK(at(clock.now()) == 2);
        CHECK(at(clock.now() + std::chrono::hours(1)) == 0);
        REQUIRE(sent.size() == 2);
        CHECK(sent[0].to == "adviser@advice.example");
        CHECK(sent[0].body.find("One thing is late.") != std::string::npos);
        CHECK(sent[0].body.find("One thing is due today.") != std::string::npos);
        CHECK(sent[0].body.find("https://onroll.example/advice") != std::string::npos);
        CHECK(sent[1].body.find("late by 3 school days") != std::string::npos);
        for (const auto& message : sent)
            for (const auto* word : {"Quillon", "Vexley", "Ring", "1001"})
                CHECK(message.body.find(word) == std::string::npos);
    });
}

TEST_CASE("who turned mails off gets none, and who stands in for somebody is told of both")
{
    const FixedClock clock(thursday);
    on_each_engine(clock, [&](const AdviceService& service) {
        const auto id = service.open({.child = service.child("Quillon", "Vexley")});
        add(service, id, thursday);
        const auto colleague = crypto::new_id<access::UserId>();
        {
            auto transaction = service.database->begin("choose");
            save_reminder_choice(transaction, service.agency, service.adviser, {.by_mail = false});
            transaction.commit();
        }
        std::vector<mail::Message> sent;
        CHECK(remind(*service.database, service.agency,
                     {{service.adviser, "a@advice.example", false, {}},
                      {colleague, "b@advice.example", false, {service.adviser}}},
                     "", clock.now(),
                     [&](const mail::Message& message) { sent.push_back(message); }) == 1);
        REQUIRE(sent.size() == 1);
        CHECK(sent.front().to == "b@advice.example");
        auto reading = service.database->read();
        CHECK(reminder_choice(reading, service.agency, colleague).reminded_on == thursday);
        CHECK_FALSE(reminder_choice(reading, service.agency, service.adviser).by_mail);
    });
}

TEST_CASE("a calendar address is another for each person and each time it is made")
{
    const auto key = crypto::Key::create();
    const auto agency = crypto::new_id<access::AgencyId>();
    const auto worker = crypto::new_id<access::UserId>();
    const auto first = feed_secret(key, agency, worker, 1);
    CHECK(first == feed_secret(key, agency, worker, 1));
    CHECK(first != feed_secret(key, agency, worker, 2));
    CHECK(first != feed_secret(key, agency, crypto::new_id<access::UserId>(), 1));
    CHECK(first != feed_secret(crypto::Key::create(), agency, worker, 1));
    CHECK(feed_address(key, agency, worker, 1).ends_with("/" + first));
}

TEST_CASE("a calendar file gives the days and says nothing of what they are")
{
    const DayCase of{crypto::new_id<CaseId>(), 1042, crypto::new_id<people::PersonId>(), {}};
    const std::vector<DayLine> lines{{.task = {},
                                      .of = of,
                                      .words = "The governing board must meet",
                                      .due = thursday,
                                      .last_day = true,
                                      .school_days = {},
                                      .stands_in_for = {}},
                                     {.task = {},
                                      .of = of,
                                      .words = "Undated",
                                      .due = {},
                                      .last_day = false,
                                      .school_days = {},
                                      .stands_in_for = {}}};
    const auto file = feed_file(lines, thursday, "https://onroll.example");
    CHECK(file.find("DTSTART;VALUE=DATE:20261126\r\n") != std::string::npos);
    CHECK(file.find("DTEND;VALUE=DATE:20261127\r\n") != std::string::npos);
    CHECK(file.find("SUMMARY:A date in law: case 1042\r\n") != std::string::npos);
    CHECK(file.find("governing") == std::string::npos);
    CHECK(file.find(of.id.text()) == std::string::npos);
    CHECK(file.find("BEGIN:VEVENT") == file.rfind("BEGIN:VEVENT"));
    for (std::size_t at = file.find('\n'); at != std::string::npos; at = file.find('\n', at + 1))
        CHECK(file[at - 1] == '\r');
}

TEST_CASE("what is due at a time is in the calendar at that time, in winter and in summer")
{
    const auto file_of = [](Date day, std::chrono::minutes due_at = std::chrono::hours{13}) {
        Task task{.id = crypto::new_id<TaskId>(),
                  .told = {.title = "Ring", .due_on = day, .due_at = due_at},
                  .added_by = crypto::new_id<access::UserId>()};
        return feed_file({{.task = task, .words = "Ring", .due = day}}, thursday, {});
    };
    CHECK(file_of(date(2026, 11, 26)).find("DTSTART:20261126T130000Z\r\n") != std::string::npos);
    CHECK(file_of(date(2026, 7, 6)).find("DTSTART:20260706T120000Z\r\n") != std::string::npos);
    // The clocks go back that night, so the day is an hour longer.
    CHECK(file_of(date(2026, 10, 25)).find("DTSTART:20261025T130000Z\r\n") != std::string::npos);
    // And forward that night: an hour shorter, which matters most before midnight.
    const auto late = file_of(date(2027, 3, 28), std::chrono::minutes{23 * 60 + 30});
    CHECK(late.find("DTSTART:20270328T223000Z\r\n") != std::string::npos);
    CHECK(file_of(date(2026, 11, 26)).find("DTEND") == std::string::npos);
}

TEST_CASE("the mail says by when the first thing of today is due, and of nothing else")
{
    const auto body = [](const DueCounts& counts) {
        return reminder_mail(counts, "ann@example.org", {}).body;
    };
    CHECK(body({.today = 1}).find("due by") == std::string::npos);
    CHECK(body({.today = 1, .first_today = std::chrono::hours{13}}).find("It is due by 1pm.") !=
          std::string::npos);
    CHECK(body({.today = 2, .first_today = std::chrono::hours{13}})
              .find("The first is due by 1pm.") != std::string::npos);
}

TEST_CASE("the mail does not give the end of the counting for the number that is late")
{
    const auto body = [](std::size_t late) {
        return reminder_mail({.escalated = late}, "ann@example.org", {}).body;
    };
    CHECK(body(1).find("One thing of the service is late") != std::string::npos);
    CHECK(body(1'999).find("1999 things of the service are late") != std::string::npos);
    CHECK(body(2'000).find("2000 or more things of the service are late") != std::string::npos);
}

} // namespace casework_reminders_test
