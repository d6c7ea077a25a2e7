// No statement of an advice service walks all of its records where an index leads to the few it
// asks for: what is slow only when there are thousands shows in no other test.
#include "each_place.h"
#include "embedded/casework_files.h"
#include "embedded/people_files.h"
#include "helpers/test_database.h"
#include "platform/log/log.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plans_test {

using namespace onroll;
using namespace onroll::casework;

const FixedClock noon(date(2026, 11, 26));

/// What asks for all of a kind, or for what a service has few of.
constexpr std::array of_the_whole_service{
    // Counts of the whole service, for its reports.
    "caseloads", "count_cases_between", "count_contacts", "first_case_opened", "levels_between",
    "needs_between", "signpost_counts", "events_added_since", "topics_between", "enquiries_between",
    "hours_between",
    // A list that leaves as a file.
    "work_done_between",
    // Asked when a calendar changed, when files are swept, when records are deleted.
    "bytes_of_agency", "cases_with_dates", "all_attachments", "agencies_with_attachments",
    "blank_import_originals", "let_go_of_lists", "let_go_of_list_changes", "let_go_of_complaints",
    "let_go_of_breaches", "delete_consents", "delete_empty_households", "delete_import_changes",
    "drop_sent_imports", "remove_empty_batches", "remove_empty_bulks", "remove_visit",
    "remove_signpost_task", "remove_signpost_task_before", "kept_figures",
    // An agency's own lists of what waits and of what it asked, for the few who look after them.
    "consents_by_wording", "deletions_waiting", "erasure_requests_of_agency", "hold_ends_waiting",
    "overrides_of", "waiting_merges", "exports_since",
    // What a reader’s lists leave out or are made of: the few open limits, and one’s own caseload.
    "limited_people", "children_of_caseload", "held_people",
    // By an index in the order that is asked for, and broken off by a LIMIT.
    "add_case", "contacts_before", "contacts_of_professionals_before", "latest_bulks",
    "latest_service", "latest_signposts", "last_before", "names_in_contacts_without_case",
    // Those whose result is known come first and are passed over: a service gives some hundreds of
    // signposts in a year, and whoever asks for the list is the one who shortens it.
    "signposts_not_asked",
    // Read through for a word, when somebody asks for that.
    "cases_that_say",
    // Tables that hold a handful.
    "calendar_seen", "capacities", "count_feedback_links", "end_visits_of_link",
    "forget_ended_visits", "signpost_places", "retention_rules_of", "wordings_of", "imports_of",
    "imports_with_hash", "count_lists_sent", "newest_list_of", "limits_of_agency",
    "open_records_requests", "breaches_of", "complaints_of", "count_counted", "find_notice_contact",
    "restrictions_of_agency"};

bool is_of_the_whole_service(std::string_view name)
{
    return std::find(of_the_whole_service.begin(), of_the_whole_service.end(), name) !=
           of_the_whole_service.end();
}

/// A step that reads every row of the agency.
bool walks(std::string_view step)
{
    return (step.starts_with("SCAN ") && !step.starts_with("SCAN CONSTANT") &&
            step != "SCAN hits" && step != "SCAN own" && step != "SCAN one" &&
            step != "SCAN due") ||
           step.ends_with("(agency=?)") || step.ends_with("(agency=?) LEFT-JOIN") ||
           step.find("AUTOMATIC") != std::string_view::npos;
}

std::string steps_that_walk(db::Database& database, const db::Sql& sql, std::size_t values)
{
    const std::string text = "EXPLAIN QUERY PLAN " + std::string(sql.text);
    const std::vector<db::Value> none(values, db::to_value(std::optional<std::string>{}));
    auto reading = database.read();
    auto rows = reading.query_values(db::Sql{sql.name, text}, none);
    std::string walking;
    while (rows.next())
        if (const auto step = rows.text("detail"); walks(step)) walking += "  " + step;
    return walking;
}

std::size_t values_of(std::string_view text)
{
    std::size_t values = 0;
    bool in_comment = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with("--")) in_comment = true;
        if (text[at] == '\n') in_comment = false;
        if (text[at] == '?' && !in_comment) ++values;
    }
    return values;
}

void check_plans(db::Database& database, std::span<const EmbeddedFile> files)
{
    const db::SqlFiles statements{files};
    CHECK(statements.all().size() > 50);
    for (const auto& [name, sql] : statements.all()) {
        if (is_of_the_whole_service(name)) continue;
        const auto walking = steps_that_walk(database, sql, values_of(sql.text));
        CHECK_MESSAGE(walking.empty(), name, walking);
    }
}

TEST_CASE("every statement of an advice service finds its rows by an index")
{
    const log::Redirect quiet([](std::string_view) {});
    const ::onroll::tests::TestDatabase folder(db::Engine::sqlite);
    const casework::tests::AdviceService service({.data = folder.folder(), .postgres = {}}, noon);
    check_plans(*service.database, embedded::casework_files());
    check_plans(*service.database, embedded::people_files());
}

/// How PostgreSQL would find the rows, were it never to read a table from end to end.
std::string plan_by_index(db::Database& database, const db::Sql& sql, const std::string& any)
{
    const db::Sql by_index{"by index", "SELECT set_config('enable_seqscan', 'off', false) AS off"};
    auto reading = database.read();
    {
        auto rows = reading.query(by_index);
        REQUIRE(rows.next());
    }
    const std::string text = "EXPLAIN " + std::string(sql.text);
    const std::vector<db::Value> values(values_of(sql.text), db::to_value(any));
    auto rows = reading.query_values(db::Sql{sql.name, text}, values);
    std::string plan;
    while (rows.next()) plan += rows.text("QUERY PLAN") + "\n";
    return plan;
}

/// Three thousand cases of many people: with none, one index is as good as another.
void fill_with_cases(const casework::tests::AdviceService& service)
{
    const db::Sql many{
        "fill with cases",
        "INSERT INTO casework_case (agency, id, number, child, state, level, caseworker, "
        "opened_on, opened_by, priority, waiting_reason, version) "
        "SELECT ?, 'case ' || n, n, 'child ' || n, 'open', 1, 'worker ' || (n % 40), "
        "'2026-09-01', 'somebody', 'ordinary', '', 1 FROM generate_series(1, 3000) AS n"};
    auto transaction = service.database->begin("fill with cases");
    CHECK(transaction.run(many, service.agency.text()) == 3'000);
    transaction.commit();
    const auto owner = db::Database::open(
        {.url = std::getenv("ONROLL_TEST_POSTGRES"), .schema = "advice_" + service.agency.text()});
    REQUIRE(owner);
    auto counting = (*owner)->begin("count");
    counting.run_script(db::Sql{"count", "ANALYZE casework_case"});
    counting.commit();
}

TEST_CASE("under row security PostgreSQL too finds a caseload by whose it is")
{
    casework::tests::on_each_engine(noon, [](const casework::tests::AdviceService& service) {
        if (service.database->engine() != db::Engine::postgres) return;
        const db::SqlFiles statements{embedded::casework_files()};
        fill_with_cases(service);
        for (const std::string name : {"tasks_of_worker", "days_of_worker", "dates_of_worker",
                                       "passed_dates_of_worker", "figures_of_worker"}) {
            const auto plan =
                plan_by_index(*service.database, statements(name), service.agency.text());
            const auto at = plan.find("casework_case_by_holder");
            REQUIRE_MESSAGE(at != std::string::npos, name, "\n", plan);
            const auto found_by = plan.find("Index Cond", at);
            REQUIRE(found_by != std::string::npos);
            CHECK_MESSAGE(
                plan.substr(found_by, plan.find('\n', found_by) - found_by).find("CASE WHEN") !=
                    std::string::npos,
                name, "\n", plan);
        }
    });
}

} // namespace plans_test
