#include "casework/recount.h"
#include "casework/account_tasks.h"
#include "casework/case_answers.h"
#include "casework/passed_dates.h"
#include "casework/reminders.h"
#include "casework/store_accounts.h"
#include "casework/store_answers.h"
#include "casework/store_batches.h"
#include "casework/store_cases.h"
#include "casework/store_day.h"
#include "casework/store_events.h"
#include "casework/store_tasks.h"

#include "casework/tests/each_place.h"
#include "platform/crypto/new_id.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

namespace casework_recount_test {

using namespace onroll;
using namespace onroll::casework;
using casework::tests::AdviceService;
using casework::tests::on_each_engine;

const Date today = date(2026, 11, 26);
const FixedClock noon(today);
const Instant now = noon.now();

/// A school with terms of 2026/27, half terms, and the further days given on which it is closed.
law::School school_closed_on(const std::vector<Date>& days)
{
    std::vector<Closure> closures{
        {date(2026, 10, 26), date(2026, 10, 30), ClosureReason::half_term},
        {date(2027, 2, 15), date(2027, 2, 19), ClosureReason::half_term},
        {date(2027, 5, 31), date(2027, 6, 4), ClosureReason::half_term}};
    for (const auto day : days) closures.push_back({day, day, ClosureReason::inset});
    auto calendar = SchoolCalendar::create({{"Autumn 2026", date(2026, 9, 1), date(2026, 12, 18)},
                                            {"Spring 2027", date(2027, 1, 4), date(2027, 3, 25)},
                                            {"Summer 2027", date(2027, 4, 12), date(2027, 7, 21)}},
                                           closures, TermSystem::three);
    return {"school", law::SchoolType::academy, 999, std::move(*calendar)};
}

SchoolFor school(const std::vector<Date>& closed = {})
{
    return [closed](const std::optional<Urn>&, Date) -> Result<check::FoundSchool> {
        return check::FoundSchool{school_closed_on(closed), "Harbour Academy", true};
    };
}

Reckoner reckoner(const std::string& revision, const std::vector<Date>& closed = {})
{
    return {school(closed), [revision] { return revision; }};
}

Facts a_permanent_exclusion()
{
    Facts facts;
    facts.set(Fact::school, "990022");
    facts.set(Fact::school_name, "Harbour Academy");
    facts.set(Fact::decided_on, "2026-11-18");
    facts.set(Fact::happened_on, "2026-11-18");
    facts.set(Fact::board_told_on, "2026-11-18");
    return facts;
}

struct Told {
    access::AgencyId agency;
    access::UserId adviser;
    db::Database& database;
    Case opened;
    EventId event;
};

Told told_in(const AdviceService& service, const Reckoner& with)
{
    const auto& [agency, adviser, database] =
        std::tie(service.agency, service.adviser, *service.database);
    auto transaction = database.begin("tell");
    const auto id = open_case(transaction, agency,
                              {.child = crypto::new_id<people::PersonId>(), .caseworker = adviser},
                              adviser, today)
                        .value();
    const auto opened = find_case(transaction, agency, id).value();
    const auto event = record_event(transaction, agency, id, EventKind::permanent_exclusion,
                                    a_permanent_exclusion(), adviser, now);
    const auto changes =
        recount(transaction, agency, opened, with, adviser, now, "it was recorded");
    CHECK(changes.empty());
    note_calendar_seen(transaction, agency, with.calendar_revision());
    transaction.commit();
    return {agency, adviser, database, opened, event};
}

std::optional<Date> due(const std::vector<KeptDate>& dates, const std::string& words)
{
    for (const auto& date : dates)
        if (date.words.find(words) != std::string::npos) return date.due;
    return std::nullopt;
}

const Task* titled(const std::vector<Task>& tasks, const std::string& title)
{
    for (const auto& task : tasks)
        if (task.told.title == title) return &task;
    return nullptr;
}

TEST_CASE("an event gives dates and tasks; a day on which the school closes moves them and says so")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        std::optional<Date> meeting_before;
        {
            auto reading = database.read();
            meeting_before = due(kept_dates(reading, agency, opened.id), "meet");
            const auto tasks = tasks_of_case(reading, agency, opened.id);
            const auto* ready = titled(tasks, "Get ready for the governors’ meeting");
            REQUIRE(ready);
            CHECK(ready->told.due_on == meeting_before);
        }
        REQUIRE(meeting_before);
        CHECK(*meeting_before == date(2026, 12, 9));

        // The same calendar again changes nothing.
        recount_after_calendars(database, agency, reckoner("one", {date(2026, 11, 30)}), now);
        {
            auto reading = database.read();
            CHECK(date_changes_of(reading, agency, opened.id, 10).empty());
        }
        recount_after_calendars(database, agency, reckoner("two", {date(2026, 11, 30)}), now);
        auto reading = database.read();
        CHECK(due(kept_dates(reading, agency, opened.id), "meet") == date(2026, 12, 10));
        const auto changes = date_changes_of(reading, agency, opened.id, 20);
        const auto meeting =
            std::find_if(changes.begin(), changes.end(), [&](const DateChange& change) {
                return change.was == meeting_before && change.now == date(2026, 12, 10);
            });
        REQUIRE(meeting != changes.end());
        CHECK(meeting->why == "the school is closed on Monday 30 November 2026");
        const auto tasks = tasks_of_case(reading, agency, opened.id);
        const auto* ready = titled(tasks, "Get ready for the governors’ meeting");
        REQUIRE(ready);
        CHECK(ready->told.due_on == date(2026, 12, 10));
        const auto history = task_history(reading, agency, ready->id);
        REQUIRE(history.size() == 1);
        CHECK(history.front().why == "the school is closed on Monday 30 November 2026");
        CHECK(days_counted(reading, agency, opened.id).size() == 1);
    });
}

TEST_CASE("a case that opens again because a batch is undone has its dates counted again")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        auto transaction = database.begin("close and undo");
        BatchLine line{.case_id = opened.id};
        REQUIRE(close_in_batch(transaction, agency, line, {.outcomes = {Outcome::family_stopped}},
                               adviser, now));
        const auto batch = add_batch(transaction, agency,
                                     {.kind = BatchKind::closed, .lines = {line}}, adviser, now);
        const auto undone = undo_batch(transaction, agency, batch, {opened.id},
                                       reckoner("two", {date(2026, 11, 30)}), adviser, now);
        REQUIRE(undone);
        CHECK(*undone == Undone{1, 0});
        CHECK(due(kept_dates(transaction, agency, opened.id), "meet") == date(2026, 12, 10));
        const auto tasks = tasks_of_case(transaction, agency, opened.id);
        const auto* ready = titled(tasks, "Get ready for the governors’ meeting");
        REQUIRE(ready);
        CHECK(ready->state == TaskState::open);
        CHECK(ready->told.due_on == date(2026, 12, 10));
    });
}

TEST_CASE(
    "before a meeting there is a task to ask the child, moved with it, and done once they said")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        const auto asking = [&](db::Queries& reading) {
            const auto tasks = tasks_of_case(reading, agency, opened.id);
            const auto* task =
                titled(tasks, "Ask for the child’s own account before the governors’ meeting");
            REQUIRE(task);
            return *task;
        };
        auto transaction = database.begin("tell more");
        CHECK(asking(transaction).told.due_on == date(2026, 12, 8));
        auto facts = a_permanent_exclusion();
        facts.set(Fact::board_met_on, "2026-12-02");
        REQUIRE(tell_more(transaction, agency, event, 1, facts, adviser, now));
        recount(transaction, agency, opened, reckoner("one"), adviser, now, "a day was told");
        CHECK(asking(transaction).told.due_on == date(2026, 12, 1));
        add_account(transaction, agency, opened.id, {.event = event, .happened = "Pushed"}, now);
        settle_after_account(transaction, agency, opened.id, adviser, now);
        CHECK(asking(transaction).state == TaskState::done);
        CHECK(accounts_of_case(transaction, agency, opened.id).front().told.event == event);
        // Counting again asks no second time.
        recount(transaction, agency, opened, reckoner("one"), adviser, now, "again");
        CHECK(asking(transaction).state == TaskState::done);
    });
}

TEST_CASE("a fact told later changes the dates, says why, and settles what follows no more")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        auto transaction = database.begin("tell more");
        auto facts = a_permanent_exclusion();
        facts.set(Fact::cancelled_on, "2026-11-25");
        REQUIRE(tell_more(transaction, agency, event, 1, facts, adviser, now));
        const auto changes = recount(transaction, agency, opened, reckoner("one"), adviser, now,
                                     "how it ended was recorded");
        CHECK_FALSE(changes.empty());
        CHECK(std::all_of(changes.begin(), changes.end(), [](const DateChange& change) {
            return change.why == "how it ended was recorded";
        }));
        const auto tasks = tasks_of_case(transaction, agency, opened.id);
        const auto* ready = titled(tasks, "Get ready for the governors’ meeting");
        REQUIRE(ready);
        CHECK(ready->state == TaskState::dropped);
        CHECK_FALSE(due(kept_dates(transaction, agency, opened.id), "meet and decide"));
    });
}

TEST_CASE("facts are only added: each telling can be read again, and a stale one is refused")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        auto transaction = database.begin("tell more");
        auto facts = a_permanent_exclusion();
        facts.set(Fact::board_told_on, {});
        facts.set(Fact::board_met_on, "2026-12-01");
        REQUIRE(tell_more(transaction, agency, event, 1, facts, adviser, now));
        const auto stale = tell_more(transaction, agency, event, 1, facts, adviser, now);
        REQUIRE_FALSE(stale);
        CHECK(stale.error().kind == ErrorKind::conflict);
        const auto found = find_event(transaction, agency, event);
        REQUIRE(found);
        CHECK(found->version == 2);
        CHECK_FALSE(found->facts.known(Fact::board_told_on));
        CHECK(found->facts.day(Fact::board_met_on) == date(2026, 12, 1));
        const auto all = facts_told(transaction, agency, event);
        CHECK(all.size() == 7);
        CHECK_FALSE(find_event(transaction, crypto::new_id<access::AgencyId>(), event));
        CHECK(events_of_case(transaction, agency, opened.id).size() == 1);
    });
}

TEST_CASE("a day list holds the worker's tasks and the dates in law that have none")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        {
            auto transaction = database.begin("add task");
            add_task(transaction, agency, {.title = "Order leaflets"}, adviser, now);
            transaction.commit();
        }
        auto reading = database.read();
        const auto tasks = tasks_of_worker(reading, agency, adviser);
        const auto dates = dates_of_worker(reading, agency, adviser, today, today + Days{60});
        const auto days = days_of_worker(reading, agency, adviser);
        REQUIRE(tasks.size() == 3);
        CHECK(asks_for_an_account(tasks.front().task.told));
        CHECK(tasks[1].task.told.title == "Get ready for the governors’ meeting");
        CHECK_FALSE(tasks.back().of);
        CHECK(dates.size() >= 1);
        CHECK(days.size() == 1);
        CHECK(figures_of_worker(reading, agency, adviser, now).open_cases == 1);
        CHECK(tasks_of_worker(reading, agency, crypto::new_id<access::UserId>()).empty());
        CHECK(tasks_due_before(reading, agency, date(2027, 1, 1), 50).size() >= 1);
    });
}

TEST_CASE("sent home to cool off is found not to be recorded as it must be")
{
    Facts facts;
    facts.set(Fact::happened_on, "2026-11-06");
    facts.set(Fact::at_time, "12:30pm");
    facts.set(Fact::letter, "no");
    const Event event{.id = crypto::new_id<EventId>(),
                      .case_id = crypto::new_id<CaseId>(),
                      .kind = EventKind::cool_off,
                      .added_at = now,
                      .added_by = crypto::new_id<access::UserId>(),
                      .version = 1,
                      .facts = facts};
    const auto answers = reckon_case({event}, school(), today).answers;
    REQUIRE(answers.findings.size() == 1);
    CHECK(answers.findings.front().rule == "FND-01");
    CHECK(answers.findings.front().event == event.id);
    CHECK_FALSE(answers.findings.front().source.words.empty());
}

TEST_CASE("a suspension without its length asks for it, and one in error says nothing")
{
    Facts facts;
    facts.set(Fact::happened_on, "2026-11-06");
    Event event{.id = crypto::new_id<EventId>(),
                .case_id = crypto::new_id<CaseId>(),
                .kind = EventKind::suspension,
                .added_at = now,
                .added_by = crypto::new_id<access::UserId>(),
                .version = 1,
                .facts = facts};
    const auto without = reckon_case({event}, school(), today).answers;
    REQUIRE(without.not_asked.size() == 1);
    CHECK(without.not_asked.front().find("until it is known how many school days") !=
          std::string::npos);
    CHECK_FALSE(without.dated.empty());
    for (const auto& duty : without.dated) {
        CHECK(duty.type != law::DutyType::decide_by);
        CHECK(duty.type != law::DutyType::provide_from);
    }
    event.facts.set(Fact::days, "5.5");
    CHECK_FALSE(reckon_case({event}, school(), today).answers.dated.empty());
    event.facts.set(Fact::recorded_in_error, "Another pupil");
    const auto in_error = reckon_case({event}, school(), today).answers;
    CHECK(in_error.dated.empty());
    CHECK(in_error.not_asked.empty());
}

std::vector<DayLine> passed_in(db::Queries& reading, const Told& told, Date on)
{
    return passed_lines_of_worker(reading, told.agency, told.adviser,
                                  days_of_worker(reading, told.agency, told.adviser), on);
}

const DayLine* saying(const std::vector<DayLine>& lines, const std::string& words)
{
    for (const auto& line : lines)
        if (line.words.find(words) != std::string::npos) return &line;
    return nullptr;
}

TEST_CASE("a date in law that passed is asked about, told in the mail and to the manager, until a "
          "fact or somebody answers")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        std::string name;
        {
            auto reading = database.read();
            const auto lines = passed_in(reading, told, today);
            const auto* parents = saying(lines, "tell the parents");
            REQUIRE(parents);
            CHECK(parents->due == date(2026, 11, 18));
            CHECK(parents->school_days == -6);
            REQUIRE(parents->passed);
            CHECK(parents->passed->event == event);
            CHECK(saying(passed_lines_for_the_manager(reading, agency, today, 50),
                         "tell the parents"));
            CHECK(passed_lines_for_the_manager(reading, agency, date(2026, 11, 20), 50).empty());
            CHECK(passed_in(reading, told, date(2026, 11, 18)).empty());
            CHECK(passed_in(reading, told, date(2026, 12, 17) + Days{90}).size() < lines.size());
            const Reminded to{adviser, "adviser@advice.example", false, {}};
            const auto counts = due_counts(reading, agency, to, today);
            CHECK(counts.passed == lines.size());
            CHECK(counts.late == 0);
            CHECK(reminder_mail(counts, to.mail, "").body.find("did it happen?") !=
                  std::string::npos);
            name = parents->passed->name;
        }
        auto transaction = database.begin("answer");
        const auto before = passed_in(transaction, told, today).size();
        // Somebody says that it happened: a task about it that is settled.
        const auto task =
            add_task(transaction, agency, {.case_id = opened.id, .title = "Told", .duty = name},
                     adviser, now);
        REQUIRE(
            change_task(transaction, agency, task, 1, {.state = TaskState::done}, adviser, now));
        CHECK(passed_in(transaction, told, today).size() == before - 1);
        transaction.commit();
    });
}

TEST_CASE("a task to find out about a day that has passed keeps its own day when dates are counted "
          "again")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        auto transaction = database.begin("find out");
        const auto lines = passed_in(transaction, told, today);
        REQUIRE_FALSE(lines.empty());
        const auto task = add_task(transaction, agency,
                                   {.case_id = opened.id,
                                    .title = "Find out",
                                    .due_on = today,
                                    .duty = lines.front().passed->name},
                                   adviser, now);
        recount(transaction, agency, opened, reckoner("one"), adviser, now, "told again");
        CHECK(find_task(transaction, agency, task)->told.due_on == today);
        transaction.commit();
    });
}

TEST_CASE("a fact that answers a date takes it from the list")
{
    on_each_engine(noon, [](const AdviceService& service) {
        const auto told = told_in(service, reckoner("one"));
        const auto& [agency, adviser, database, opened, event] = told;
        auto transaction = database.begin("tell more");
        REQUIRE(saying(passed_in(transaction, told, today), "tell the parents"));
        auto facts = a_permanent_exclusion();
        facts.set(Fact::letter, "yes");
        REQUIRE(tell_more(transaction, agency, event, 1, facts, adviser, now));
        recount(transaction, agency, opened, reckoner("one"), adviser, now, "the letter was told");
        CHECK_FALSE(saying(passed_in(transaction, told, today), "tell the parents without"));
        transaction.commit();
    });
}

} // namespace casework_recount_test
