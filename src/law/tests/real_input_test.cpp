// The main job on real input: the real lists of schools, a real council's term dates, and a history
// evaluated for one of its schools. Needs the shared data.
#include "helpers/shared_data.h"
#include "helpers/test_database.h"
#include "law/json.h"
#include "law/schools.h"
#include "places/search.h"
#include "places/store.h"

#include <doctest/doctest.h>

namespace real_input_test {

using namespace onroll;

/// Imports a list of schools that must be without fault, and answers how many rows changed
/// something.
std::size_t import_list(db::Database& database, const std::filesystem::path& file,
                        const Clock& clock)
{
    auto reader = csv::Reader::open(file);
    REQUIRE(reader);
    const auto report = places::import_places(database, *reader, places::Apply::commit,
                                              places::FaultyRows::refuse_file, clock);
    REQUIRE(report);
    CHECK(report->problems.empty());
    CHECK(report->stored);
    return report->rows.created + report->rows.updated;
}

} // namespace real_input_test

TEST_CASE("a history is answered for a real school, found by a misspelt name, on its council's "
          "real term dates")
{
    using namespace real_input_test;
    const auto numbers = tests::shared_file("data/schools/schools_urn_laestab_201718.csv");
    const auto census = tests::shared_file("data/schools/england_school_census_2022_2023.csv");
    const auto holidays = tests::shared_file("data/calendar/sheffield_school_holidays.ics");
    if (!numbers || !census || !holidays) return;

    const tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    const FixedClock clock(date(2026, 11, 21));
    REQUIRE(places::prepare(*database, clock));
    CHECK(import_list(*database, *numbers, clock) == 26346);
    CHECK(import_list(*database, *census, clock) == 24433);
    CHECK(import_list(*database, *census, clock) == 0);
    const auto calendar = places::read_calendar_file(*holidays, TermSystem::three);
    REQUIRE(calendar);
    REQUIRE(places::import_calendar(*database, LaCode::parse("373").value(), *calendar,
                                    places::Apply::commit, clock));

    places::SchoolSearch search(*database);
    const auto found = search.find("high stors school", 3);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().school.urn.text() == "107139");

    const auto history = json::Value::parse(
        R"({"id": "real", "schools": {"A": {"urn": "107139", "school_type": "academy"}},
        "exclusions": [{"id": "E1", "school": "A", "kind": "permanent", "decided_on": "2026-11-18", "first_day": "2026-11-19"}]})");
    const auto answer =
        law::answer_history(history, 0, [&](Urn urn, std::optional<law::SchoolType> stated) {
            auto reader = database->read();
            return law::school_in_law(reader, urn, stated);
        });
    REQUIRE_FALSE(answer.failed);
    for (const auto& duty : answer.result.at("duties")) {
        // 15 school days after Wednesday 18 November; Sheffield's schools close on Friday 18
        // December.
        if (duty.at("rule") == "GB-10") CHECK(duty.at("date") == "2026-12-09");
        // The sixth school day of the exclusion: 19, 20, 23, 24, 25, 26 November.
        if (duty.at("rule") == "EDU-03") CHECK(duty.at("date") == "2026-11-26");
    }
}
