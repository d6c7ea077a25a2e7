// The invented service shows everything that a real one keeps, with what goes wrong in real work,
// and is the same each time.
#include "casework/demo.h"

#include "each_place.h"

#include "casework/store_enquiries.h"
#include "platform/db/db.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace demo_test {

using namespace onroll;
using namespace onroll::casework;

const FixedClock noon(date(2026, 11, 26));

/// A school that is open on every weekday of four years.
Result<check::FoundSchool> any_school(const std::optional<Urn>& urn, Date)
{
    if (!urn) return not_found("No school is known");
    auto calendar = SchoolCalendar::create({{"Four years", date(2024, 1, 2), date(2027, 12, 20)}},
                                           {}, TermSystem::three);
    REQUIRE(calendar.has_value());
    return check::FoundSchool{
        law::School{"school", law::SchoolType::academy, 999, std::move(*calendar)},
        "Invented School", true};
}

DemoAdviceFilled fill(casework::tests::AdviceService& office, const DemoAdviceSize& size,
                      std::function<void()> count_rows = {})
{
    const auto files = office.stores.files_of(office.agency);
    REQUIRE(files.has_value());
    const auto key = crypto::Key::create();
    const people::AddressSafe addresses(key);
    const DemoSafes safes{
        .files = *files, .addresses = &addresses, .outbox = &key, .links = &key, .papers = &key};
    DemoService service{.agency = office.agency,
                        .advisers = {office.adviser, crypto::new_id<access::UserId>()},
                        .manager = office.manager};
    for (const auto* urn : {"990001", "990002", "990003"})
        service.schools.push_back({Urn::parse(urn).value(), "Invented School " + std::string(urn)});
    service.reckoner = {.school_for = any_school,
                        .calendar_revision = [] { return std::string("1"); }};
    service.safes = &safes;
    service.count_rows = std::move(count_rows);
    const auto filled = fill_demo_advice(*office.database, service, size, noon);
    REQUIRE(filled.has_value());
    return *filled;
}

constexpr DemoAdviceSize small{.contacts_a_week = 3, .weeks = 104};

std::vector<std::string> answers_of(db::Queries& reading, const std::string& text)
{
    const db::Sql question{"demo_test", text};
    auto rows = reading.query(question);
    std::vector<std::string> answers;
    while (rows.next()) answers.emplace_back(rows.text("answer"));
    return answers;
}

std::int64_t counted(db::Queries& reading, const std::string& from)
{
    const auto text = "SELECT count(*) AS answer FROM " + from;
    const db::Sql question{"demo_test", text};
    auto rows = reading.query(question);
    REQUIRE(rows.next());
    return rows.integer("answer");
}

/// The tables of the part, as a store on SQLite has them.
std::vector<std::string> tables_in(db::Queries& reading)
{
    return answers_of(reading, "SELECT name AS answer FROM sqlite_schema WHERE type = 'table' AND "
                               "substr(name, 1, 9) = 'casework_' ORDER BY name");
}

/// What a filling holds but for ids and keys, which are new each time.
std::map<std::string, std::vector<std::string>> told_in(db::Queries& reading)
{
    std::map<std::string, std::vector<std::string>> told;
    for (const auto* column :
         {"casework_contact.story", "casework_contact.child_name", "casework_note.words",
          "casework_message.words", "casework_task.title", "casework_task.due_on",
          "casework_action.done_on", "casework_status.next_step", "casework_journey.words",
          "casework_need_step.step", "casework_feedback.words", "casework_event_fact.value",
          "casework_signpost.place_name", "casework_attachment.sha256", "casework_paper.name"}) {
        const std::string name(column);
        const auto table = name.substr(0, name.find('.'));
        told[name] = answers_of(reading, "SELECT coalesce(" + name + ", '') AS answer FROM " +
                                             table + " ORDER BY answer");
    }
    return told;
}

TEST_CASE("the demonstration has something of everything that an advice service keeps")
{
    const ::onroll::tests::TestDatabase folder(db::Engine::sqlite);
    casework::tests::AdviceService office({.data = folder.folder(), .postgres = {}}, noon);
    const auto filled = fill(office, {});
    CHECK(filled.cases > 50);
    CHECK(fill(office, {}).contacts == 0);
    auto reading = office.database->read();
    const auto tables = tables_in(reading);
    CHECK(tables.size() > 50);
    // Nothing of two years is old enough to be removed.
    const std::set<std::string> of_what_was_removed{"casework_removal", "casework_kept_figure"};
    for (const auto& table : tables) {
        if (of_what_was_removed.contains(table)) continue;
        CAPTURE(table);
        CHECK(counted(reading, table) > 0);
    }
    for (const auto* state : {"open", "waiting", "inactive", "closed"})
        CHECK(counted(reading, "casework_case WHERE state = '" + std::string(state) + "'") > 0);
    for (const auto* step : {"met", "refused", "waiting"})
        CHECK(counted(reading, "casework_need_step WHERE step = '" + std::string(step) + "'") > 0);
    CHECK(counted(reading, "casework_case WHERE level = 5") == 1);
    CHECK(counted(reading, "people_consent") > 0);
    CHECK(counted(reading, "people_safe_contact") > 0);
}

TEST_CASE("the demonstration has what goes wrong in real work")
{
    const ::onroll::tests::TestDatabase folder(db::Engine::sqlite);
    casework::tests::AdviceService office({.data = folder.folder(), .postgres = {}}, noon);
    fill(office, {});
    auto reading = office.database->read();
    CHECK_FALSE(sources_gone_quiet(reading, office.agency, noon.today()).empty());
    const auto late = "casework_task WHERE due_on < '2026-11-26' AND state = ";
    CHECK(counted(reading, late + std::string("'open'")) > 0);
    CHECK(counted(reading, late + std::string("'waiting'")) > 0);
    CHECK(counted(reading, "casework_notice WHERE state = 'failed'") > 0);
    CHECK(counted(reading, "casework_notice WHERE state = 'waiting'") == 0);
    CHECK(counted(reading, "casework_case WHERE state = 'open' AND id NOT IN (SELECT case_id FROM "
                           "casework_action WHERE done_on > '2026-10-20')") > 0);
    CHECK(counted(reading, "casework_signpost WHERE id NOT IN (SELECT signpost FROM "
                           "casework_signpost_result)") > 0);
}

TEST_CASE("a filling has its rows counted each time that there are twice as many")
{
    const ::onroll::tests::TestDatabase folder(db::Engine::sqlite);
    casework::tests::AdviceService office({.data = folder.folder(), .postgres = {}}, noon);
    int times = 0;
    const auto count_rows = [&] {
        // Nothing is being written: a thread has one transaction at a time.
        auto transaction = office.database->begin("count");
        transaction.commit();
        ++times;
    };
    const auto filled =
        fill(office, {.contacts_a_week = 21, .weeks = 8, .stays_open = {}, .told_by_hand = false},
             count_rows);
    CHECK(filled.contacts > 100);
    CHECK(times == 2);
}

TEST_CASE("two fillings of the demonstration hold the same, on either engine")
{
    const ::onroll::tests::TestDatabase first(db::Engine::sqlite);
    casework::tests::AdviceService one({.data = first.folder(), .postgres = {}}, noon);
    const ::onroll::tests::TestDatabase second(db::Engine::sqlite);
    const bool on_postgres = ::onroll::tests::postgres_is_there();
    casework::tests::AdviceService other(
        {.data = second.folder(),
         .postgres = on_postgres ? std::getenv("ONROLL_TEST_POSTGRES") : std::string()},
        noon);
    const auto filled = fill(one, small);
    const auto again = fill(other, small);
    CHECK(filled.contacts == again.contacts);
    CHECK(filled.cases == again.cases);
    auto reading = one.database->read();
    auto beside = other.database->read();
    for (const auto& table : tables_in(reading)) {
        CAPTURE(table);
        CHECK(counted(reading, table) == counted(beside, table));
    }
    auto told = told_in(reading);
    auto told_again = told_in(beside);
    for (auto& [column, words] : told) {
        // Each engine has an order of its own for text.
        std::sort(words.begin(), words.end());
        std::sort(told_again[column].begin(), told_again[column].end());
        CAPTURE(column);
        CHECK(words == told_again[column]);
    }
}

} // namespace demo_test
