#include "insight/demo.h"

#include "insight/store.h"
#include "insight/store_imports.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace onroll;
using namespace onroll::insight;

namespace demo_test {

const FixedClock today(Date(std::chrono::year(2026) / 11 / 25));
const std::vector<demo::DemoSchool> schools{{990001, "Anchor Lane Primary School", "Primary", 412},
                                            {990020, "Harbour School", "Secondary", 1100}};

double value(const Series& series, AreaCode area, int year)
{
    const auto* figure = series.find(area, Period::of(SchoolYear{year}));
    REQUIRE(figure != nullptr);
    REQUIRE(figure->known());
    return figure->value;
}

TEST_CASE("the invented statistics are the same for the same seed and differ for another")
{
    const auto one = demo::files(1, schools), again = demo::files(1, schools),
               other = demo::files(2, schools);
    REQUIRE(one.size() == again.size());
    bool differs = false;
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].bytes == again[i].bytes);
        differs = differs || one[i].bytes != other[i].bytes;
    }
    CHECK(differs);
}

TEST_CASE("filling twice stores once, and what is stored is marked as invented and adds up")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        const auto filled = fill_demo_statistics(database, 1, schools, today);
        REQUIRE(filled.has_value());
        CHECK(filled->files == 13);
        CHECK(fill_demo_statistics(database, 1, schools, today)->files == 0);

        auto reader = database.read();
        for (const auto& release : releases(reader)) CHECK(release.source == invented_source);
        const SeriesKey key{"exclusions", "suspensions"};
        const auto areas_here = figures(reader, key, AreaLevel::authority),
                   regions = figures(reader, key, AreaLevel::region),
                   england = figures(reader, key, AreaLevel::national);
        for (int year = 2018; year <= 2024; ++year) {
            double in_areas = 0, in_regions = 0;
            for (const auto& cell : areas_here.in(Period::of(SchoolYear{year})))
                in_areas += cell.figure.value;
            for (const auto& cell : regions.in(Period::of(SchoolYear{year})))
                in_regions += cell.figure.value;
            const auto all = value(england, AreaCode::england(), year);
            CHECK(in_areas == all);
            CHECK(in_regions == all);
        }
        CHECK(find_area(reader, "001")->name == "Tidemoor");
        CHECK(neighbours_of(reader, AreaCode::authority(1), 2025).size() == 10);
        CHECK(boundaries(reader).size() == 36);
        CHECK(datasets(reader).size() == 9);
        const SeriesKey term{"exclusions", "suspensions", {}, PeriodKind::autumn_term};
        CHECK(figures(reader, term, AreaLevel::authority).cells.size() == 36);
        const SeriesKey weeks{"suspensions_by_week", "suspensions", {}, PeriodKind::week};
        CHECK(figures(reader, weeks, AreaLevel::authority).of(AreaCode::authority(1)).size() ==
              3 * 39 + 11);
        CHECK(schools_of(reader, AreaCode::authority(1)).size() == 2);
        CHECK(std::any_of(areas_here.cells.begin(), areas_here.cells.end(),
                          [](const Cell& cell) { return cell.figure.known(); }));
    });
}

TEST_CASE("invented statistics are never put beside real ones")
{
    tests::for_each_engine([](db::Database& database) {
        REQUIRE(prepare(database, today).has_value());
        const std::string bytes =
            "Year,Measure,School_type,Indicator,Count\n"
            "2015/16,Exclusion reviews,Academies,Number of reviews lodged,3\n";
        REQUIRE(import_statistics(database, {{}, bytes, {}, {}, {"panels.csv", {}}}, Apply::commit,
                                  today)
                    ->stored);
        const auto filled = fill_demo_statistics(database, 1, schools, today);
        REQUIRE_FALSE(filled.has_value());
        CHECK(filled.error().kind == ErrorKind::conflict);
    });
}

} // namespace demo_test
