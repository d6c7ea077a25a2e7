#include "insight/store.h"

#include "insight/reference.h"
#include "insight/store_imports.h"

#include "helpers/shared_data.h"
#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <set>

using namespace onroll;
using namespace onroll::insight;

namespace store_test {

const FixedClock today(Date(std::chrono::year(2026) / 11 / 25));

const std::string head =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name,education_phase,headcount,perm_excl,suspension,"
    "one_plus_susp\n";

std::string row(const std::string& period, const std::string& suspensions)
{
    return period +
           ",Academic year,Local authority,E92000001,England,E12000009,South West,933,"
           "E06000066,Somerset,Total,70000,60," +
           suspensions + ",2000\n";
}

ImportReport import(db::Database& database, const std::string& bytes, const std::string& name,
                    Apply apply = Apply::commit)
{
    auto report = import_statistics(database, {{}, bytes, {}, {}, {name, {}}}, apply, today);
    REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().message));
    return *std::move(report);
}

Series suspensions(db::Database& database)
{
    auto reader = database.read();
    return figures(reader, {"exclusions", "suspensions"}, AreaLevel::authority);
}

Period year(int start)
{
    return Period::of(SchoolYear{start});
}

const auto somerset = AreaCode::authority(933);

TEST_CASE("preparing twice enters the areas of England once")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        REQUIRE(prepare(database, today).has_value());
        auto reader = database.read();
        CHECK(areas(reader, AreaLevel::region).size() == 11);
        CHECK(areas(reader, AreaLevel::authority).size() == reference::authority_count());
        CHECK(find_area(reader, "E10000027")->code == somerset);
        CHECK(find_area(reader, "E06000066")->code == somerset);
        CHECK(find_area(reader, "933")->name == "Somerset");
        CHECK(find_area(reader, "933")->region == AreaCode::region(12'000'009));
        CHECK(find_area(reader, "E12000009")->name == "South West");
        CHECK_FALSE(find_area(reader, "999").has_value());
        CHECK_FALSE(find_area(reader, "E10999999").has_value());
    });
}

TEST_CASE("how authorities followed one another is known before any file")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        auto reader = database.read();
        const auto northamptonshire = changes_of(reader, AreaCode::authority(928));
        REQUIRE(northamptonshire.size() == 1);
        CHECK(northamptonshire[0].kind == AreaChangeKind::split);
        CHECK(northamptonshire[0].to ==
              std::vector{AreaCode::authority(940), AreaCode::authority(941)});
        CHECK(changes_of(reader, AreaCode::authority(943)).size() == 1);
        REQUIRE(changes_of(reader, somerset).size() == 1);
        CHECK(changes_of(reader, somerset)[0].kind == AreaChangeKind::new_code);
        CHECK(changes_of(reader, AreaCode::authority(301)).empty());
        for (const auto& change : all_changes(reader)) CHECK_FALSE(change.source.empty());
    });
}

TEST_CASE("a file is stored once, and its figures say which file and row they stood in")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        const auto bytes = head + row("202122", "4000") + row("202223", "c");
        const auto first = import(database, bytes, "one.csv");
        CHECK(first.stored);
        const auto again = import(database, bytes, "the same under another name.csv");
        CHECK(again.already_there);
        CHECK_FALSE(again.stored);
        CHECK(again.release == first.release);
        const auto series = suspensions(database);
        REQUIRE(series.cells.size() == 2);
        CHECK(series.find(somerset, year(2021))->value == 4000);
        CHECK(series.find(somerset, year(2021))->row == 2);
        CHECK(series.find(somerset, year(2021))->release == first.release);
        CHECK(series.find(somerset, year(2022))->state == CellState::suppressed);
        auto reader = database.read();
        CHECK(find_release(reader, first.release)->sha256 == first.sha256);
        CHECK(find_release(reader, first.release)->licence == "Open Government Licence v3.0");
        CHECK(codebook_of(reader, first.release)->size() == 15);
        CHECK(revision(reader) == 1);
        CHECK(keys_of(reader, "exclusions", AreaLevel::authority).size() == 4);
        CHECK(datasets(reader) == std::vector<std::string>{"exclusions"});
    });
}

TEST_CASE("a preview stores nothing and tells the same")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        import(database, head + row("202122", "4000"), "old.csv");
        const auto newer = head + row("202122", "4100") + row("202223", "4200");
        const auto preview = import(database, newer, "new.csv", Apply::preview);
        CHECK_FALSE(preview.stored);
        CHECK(preview.supersedes == std::vector<std::string>{"old.csv"});
        CHECK(suspensions(database).find(somerset, year(2021))->value == 4000);
        auto reader = database.read();
        CHECK(releases(reader).size() == 1);
        CHECK(revision(reader) == 1);
    });
}

TEST_CASE("a newer file takes the place of the same figures, and the older stays readable")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        const auto old =
            import(database, head + row("202021", "3000") + row("202122", "4000"), "old.csv");
        const auto part = import(database, head + row("202122", "4100"), "part.csv");
        CHECK(part.supersedes.empty()); // 2020/21 is still the older one's
        auto series = suspensions(database);
        CHECK(series.find(somerset, year(2020))->value == 3000);
        CHECK(series.find(somerset, year(2020))->release == old.release);
        CHECK(series.find(somerset, year(2021))->value == 4100);
        const auto whole =
            import(database, head + row("202021", "3001") + row("202122", "4101"), "whole.csv");
        CHECK(std::set<std::string>(whole.supersedes.begin(), whole.supersedes.end()) ==
              std::set<std::string>{"old.csv", "part.csv"});
        CHECK(suspensions(database).find(somerset, year(2020))->value == 3001);
        auto reader = database.read();
        CHECK(find_release(reader, old.release)->superseded);
        CHECK(releases_in_use(reader).size() == 1);
        const auto then = figures_of_release(reader, {"exclusions", "suspensions"},
                                             AreaLevel::authority, old.release);
        CHECK(then.find(somerset, year(2021))->value == 4000);
    });
}

TEST_CASE("the day a file was published, not the day it was imported, decides which is newer")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        const auto publish = [&](const std::string& value, int published) {
            const Date day(std::chrono::year(published) / 7 / 16);
            const auto report = import_statistics(
                database,
                {{}, head + row("202122", value), {}, {}, {std::to_string(published), day}},
                Apply::commit, today);
            REQUIRE(report.has_value());
        };
        publish("4100", 2024);
        publish("4000", 2023);
        CHECK(suspensions(database).find(somerset, year(2021))->value == 4100);
    });
}

TEST_CASE("a file with a faulty row is refused whole")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        const auto report =
            import(database, head + row("202122", "4000") + row("202223", "many"), "faulty.csv");
        CHECK_FALSE(report.stored);
        CHECK(report.problem_count == 1);
        CHECK(suspensions(database).cells.empty());
        auto reader = database.read();
        CHECK(releases(reader).empty());
    });
}

TEST_CASE("a page's question is one query, however many areas and years it is about")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        import(database, head + row("202122", "4000"), "one.csv");
        auto reader = database.read();
        const auto before = reader.query_count();
        figures(reader, {"exclusions", "suspensions"}, AreaLevel::authority);
        CHECK(reader.query_count() - before == 1);
    });
}

TEST_CASE("schools are asked for by their authority")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        auto school_head = head;
        school_head.insert(school_head.find("education_phase"), "school_laestab,school_name,");
        const std::string bytes =
            school_head + "202122,Academic year,School,E92000001,England,E12000009,South West,933,"
                          "E06000066,Somerset,9334200,An invented school,Secondary,900,1,30,20\n";
        REQUIRE(import(database, bytes, "schools.csv").stored);
        auto reader = database.read();
        const SeriesKey key{"exclusions", "suspensions", Breakdown{{"phase", "Secondary"}}};
        const auto series = school_figures(reader, key, somerset);
        REQUIRE(series.cells.size() == 1);
        CHECK(series.cells[0].area == AreaCode::school(9334200));
        CHECK(school_figures(reader, key, AreaCode::authority(380)).cells.empty());
        const auto schools = schools_of(reader, somerset);
        REQUIRE(schools.size() == 1);
        CHECK(schools[0].name == "An invented school");
    });
}

TEST_CASE("neighbours and boundaries are stored by their year and replaced by newer ones")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        std::string neighbours = "LA num,LA Name,LA number,GOInd,GOReg";
        std::string line = "\n933,Somerset,933,6,South West";
        for (int i = 1; i <= 10; ++i) {
            neighbours += ",SN" + std::to_string(i) + ",SNP";
            line += "," + std::to_string(800 + i) + ",Very Close";
        }
        import(database, neighbours + line + "\n", "statistical_neighbours_2025.csv");
        auto reader = database.read();
        CHECK(neighbour_lists(reader) == std::vector{2025});
        const auto found = neighbours_of(reader, somerset, 2025);
        REQUIRE(found.size() == 10);
        CHECK(found[9].area == AreaCode::authority(810));
        CHECK(found[0].closeness == "Very close");
        CHECK(neighbours_of(reader, somerset, 2021).empty());
    });
}

} // namespace store_test
