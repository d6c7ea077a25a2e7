#include "insight/figures_rows.h"
#include "insight/figures_workbook.h"
#include "insight/open_data.h"
#include "insight/screening.h"
#include "insight/store_imports.h"
#include "real_figures.h"

#include "helpers/test_database.h"
#include "platform/clock/clock.h"

#include <doctest/doctest.h>

#include <string>

namespace open_data_test {

using namespace onroll;
using namespace onroll::insight;

TEST_CASE("open data passes the screening that we hold others' files to")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto all = open_data(reading, real->comparisons);
    CHECK(all.rows > 9'000);
    const auto screening =
        screen({"onroll_exclusions.csv", all.csv}, {"onroll_exclusions.meta.csv", all.meta});
    CHECK(screening.rows == all.rows);
    for (const auto& finding : screening.findings)
        FAIL_CHECK(finding.check << ", row " << finding.row << ", " << finding.column << ": "
                                 << finding.message);
}

TEST_CASE("open data of one area holds its region and England too, and hides what was hidden")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto one = open_data(reading, real->comparisons, AreaCode::authority(933));
    CHECK(one.rows == 3 * 16 * 4);
    CHECK(one.csv.find("201516,Academic year,Local authority,E92000001,England,E12000009,South "
                       "West,933,E06000066,Somerset,Total,68614,65,0.09,0.07,0.12,3713,5.41,5.24,"
                       "5.59,1763,2.57,2.45,2.69\r\n") != std::string::npos);
    const auto all = open_data(reading, real->comparisons);
    CHECK(all.csv.find(",c,c,z,z,") != std::string::npos);
}

TEST_CASE("open data is read back by the import that reads DfE's own files")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto one = open_data(reading, real->comparisons, AreaCode::authority(933));
    tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    const SystemClock clock;
    REQUIRE(prepare(*database, clock));
    ImportFile file;
    file.bytes = one.csv;
    file.meta_bytes = one.meta;
    file.origin.file_name = "onroll_exclusions.csv";
    const auto report = import_statistics(*database, file, Apply::commit, clock);
    REQUIRE(report);
    auto again = database->read();
    Comparisons comparisons(100);
    const auto& measure = *find_measure("suspension_rate");
    const auto values = comparisons.values(again, measure);
    const auto* value = values->find(AreaCode::authority(933), Period::of(SchoolYear{2015}));
    REQUIRE(value);
    CHECK(*value->count == 3'713);
    CHECK(shown(*value, measure) == "5.41");
}

TEST_CASE("a spreadsheet of figures is the same bytes each time and names its sources")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const FiguresQuestion question{find_area(reading, "933").value(), headline_measures(), 2014,
                                   2016};
    const auto table = rates_table(reading, real->comparisons, question);
    const auto workbook = workbook_of("Somerset", {table}, date(2026, 11, 25));
    CHECK(workbook.about.front() == "Figures as imported on 25 November 2026.");
    CHECK(workbook.about.size() == 1 + table.sources.size());
    CHECK(workbook.sheets.front().rows.size() == table.rows.size());
    CHECK(xlsx::write(workbook).value() == xlsx::write(workbook).value());
}

} // namespace open_data_test
