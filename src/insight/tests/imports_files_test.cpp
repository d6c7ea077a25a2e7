#include "insight/store.h"
#include "insight/store_imports.h"

#include "helpers/shared_data.h"
#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <cmath>
#include <iostream>
#include <set>

using namespace onroll;
using namespace onroll::insight;

namespace imports_files_test {

const FixedClock today(Date(std::chrono::year(2026) / 11 / 25));

Period year(int start)
{
    return Period::of(SchoolYear{start});
}

/// Imports a file of the shared data; nothing where the folder is absent.
std::optional<ImportReport> import(db::Database& database, std::string_view relative)
{
    const auto path = tests::shared_file(std::string("data/") + std::string(relative));
    if (!path) return std::nullopt;
    const auto report = import_statistics(
        database, {*path, {}, {}, {}, {path->filename().string(), {}}}, Apply::commit, today);
    REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().message));
    CHECK_MESSAGE(report->problem_count == 0,
                  relative << ": "
                           << (report->problems.empty() ? "" : report->problems[0].message));
    CHECK(report->stored);
    return *report;
}

double value(db::Queries& reader, const SeriesKey& key, AreaCode area, const Period& period)
{
    const auto series = figures(reader, key, area.level());
    const auto* figure = series.find(area, period);
    REQUIRE(figure != nullptr);
    REQUIRE(figure->known());
    return figure->value;
}

/// Half away from zero, from the counts in exact arithmetic of hundredths.
double two_places(double count, double pupils)
{
    return std::floor(count * 10'000 / pupils + 0.5 + 1e-9) / 100;
}

const auto somerset = AreaCode::authority(933);

TEST_CASE("the release of 2006/07 to 2015/16 gives the published figures of England and its areas")
{
    tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    REQUIRE(prepare(*database, today).has_value());
    const auto report =
        import(*database, "exclusions/ees2019_exclusions_by_geographic_level_200607_201516.csv.gz");
    if (!report) return;
    CHECK(report->rows == 220'203);
    CHECK(report->cells == 220'203 * 8);
    auto reader = database->read();
    const auto england = AreaCode::england();
    const SeriesKey permanent{"exclusions", "permanent_exclusions"},
        suspensions{"exclusions", "suspensions"}, pupils{"exclusions", "pupils"};
    CHECK(value(reader, permanent, england, year(2015)) == 6'685);
    CHECK(value(reader, suspensions, england, year(2015)) == 339'360);
    CHECK(value(reader, {"exclusions", "pupils_suspended"}, england, year(2015)) == 167'125);
    CHECK(value(reader, pupils, england, year(2015)) == 7'916'225);
    CHECK(value(reader, suspensions, somerset, year(2015)) == 3'713);
    CHECK(value(reader, permanent, somerset, year(2014)) == 38);
    // Fractions were published, and are kept.
    CHECK(value(reader, permanent, AreaCode::authority(304), year(2009)) == 45.9412);
    // Suppressed is not zero.
    const auto areas_2015 = figures(reader, permanent, AreaLevel::authority).in(year(2015));
    CHECK(areas_2015.size() == 152);
    int known = 0;
    for (const auto& cell : areas_2015) known += cell.figure.known();
    CHECK(known == 148);
    CHECK(figures(reader, permanent, AreaLevel::authority).in(year(2006)).size() == 150);
    CHECK(figures(reader, permanent, AreaLevel::authority).in(year(2008)).size() == 154);
    CHECK(find_area(reader, "875")->name == "Cheshire");
    CHECK(find_area(reader, "E08000020")->code == AreaCode::authority(390));

    // Every published rate of an authority is its count by its pupils, rounded.
    int compared = 0;
    for (const std::string_view phase : {"", "Primary", "Secondary", "Special"}) {
        Breakdown breakdown;
        breakdown.set("phase", phase);
        const auto count = figures(reader, {"exclusions", "suspensions", breakdown},
                                   AreaLevel::authority),
                   roll =
                       figures(reader, {"exclusions", "pupils", breakdown}, AreaLevel::authority),
                   rate = figures(reader, {"exclusions", "suspension_rate", breakdown},
                                  AreaLevel::authority);
        for (const auto& cell : rate.cells) {
            const auto* of = count.find(cell.area, cell.period);
            const auto* by = roll.find(cell.area, cell.period);
            if (!cell.figure.known() || !of->known() || !by->known() || by->value == 0) continue;
            ++compared;
            CHECK(cell.figure.value == doctest::Approx(two_places(of->value, by->value)));
        }
    }
    std::cout << "suspension rates of authorities reproduced: " << compared << "\n";
    CHECK(compared > 5'900);

    // Schools, by their authority.
    const auto schools = school_figures(
        reader, {"exclusions", "suspensions", Breakdown{{"phase", "Secondary"}}}, somerset);
    CHECK(schools.in(year(2015)).size() > 30);
    for (const auto& cell : schools.cells) CHECK(cell.area.number() / 10'000 == 933);
}

TEST_CASE("Somerset's rates of 2018/19 are those that were published")
{
    tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    REQUIRE(prepare(*database, today).has_value());
    if (!import(*database, "la-measures/lait_exclusions_2015_2022.csv.gz")) return;
    auto reader = database->read();
    const auto rounded = [&](const std::string& measure) {
        return std::round(value(reader, {"lait", measure}, somerset, year(2018)) * 100) / 100;
    };
    CHECK(rounded("TotPermEx") == doctest::Approx(0.14));
    CHECK(rounded("Pri_ Pup_FixedEx") == doctest::Approx(1.05));
    CHECK(rounded("Sec_ Pup_FixedEx") == doctest::Approx(6.33));
    CHECK(figures(reader, {"lait", "TotPermEx"}, AreaLevel::region).in(year(2018)).size() == 11);
    CHECK(figures(reader, {"lait", "TotPermEx"}, AreaLevel::national).in(year(2018)).size() == 1);
}

TEST_CASE("every other file of the kinds that are known is read whole")
{
    tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    REQUIRE(prepare(*database, today).has_value());
    int files = 0;
    for (const auto* const name :
         {"exclusions/ees2019_exclusions_by_reason_200607_201516.csv.gz",
          "exclusions/ees2019_exclusions_by_characteristic_200607_201516.csv",
          "exclusions/ees2019_exclusions_duration_of_fixed_exclusions_200607_201516.csv",
          "exclusions/ees2019_exclusions_number_of_fixed_exclusions_200607_201516.csv",
          "exclusions/ees2019_exclusions_total_days_missed_fixed_exclusions_200607_201516.csv",
          "exclusions/sfr35_2017_reason_for_exclusion.csv",
          "exclusions/sfr35_2017_review_panels.csv",
          "attendance/attendance_ytd_202526.csv",
          "attendance/absence_2term_pru_201314_202223.csv",
          "alternative-provision/la_funded_ap_placements_ap_census.csv.gz",
          "alternative-provision/school_arranged_ap_placements_202223.csv",
          "alternative-provision/school_arranged_ap_settings_202223.csv",
          "sen/ehcp_assessments.csv.gz",
          "sen/ehcp_requests.csv.gz",
          "sen/ehcp_timeliness_20_week.csv.gz",
          "sen/sen2_ehc_plans_2014_2022_la.csv",
          "sen/social_care_groups_by_sen_202122_la.csv",
          "transition/school_applications_and_offers_to_2017.csv",
          "geography/statistical_neighbours_2021.csv",
          "geography/statistical_neighbours_2025.csv",
          "geography/la_codes_by_year.csv",
          "geography/local_authorities_2023_england_simplified.geojson"})
        files += import(*database, name).has_value();
    if (files == 0) return;
    CHECK(files == 22);
    auto reader = database->read();
    const auto england = AreaCode::england();

    const SeriesKey girls{"exclusion_characteristics", "suspensions",
                          Breakdown{{"group", "Gender"}, {"characteristic", "Gender female"}}};
    const SeriesKey boys{"exclusion_characteristics", "suspensions",
                         Breakdown{{"group", "Gender"}, {"characteristic", "Gender male"}}};
    const auto all =
        value(reader, {"exclusion_characteristics", "suspensions"}, england, year(2015));
    CHECK(std::abs(value(reader, girls, england, year(2015)) +
                   value(reader, boys, england, year(2015)) - all) <= 5);
    CHECK(value(reader, {"exclusion_reasons", "permanent_persistent_disruptive"}, england,
                year(2015)) == 2'310);
    CHECK(value(reader, {"days_missed", "pupils", Breakdown{{"days", "1"}}}, england, year(2015)) ==
          47'785);

    // The later of the two files of reasons holds the same figures, and supersedes the earlier.
    int superseded = 0;
    for (const auto& release : releases(reader)) superseded += release.superseded;
    CHECK(superseded == 1);

    CHECK(neighbour_lists(reader) == std::vector{2021, 2025});
    CHECK(neighbours_of(reader, somerset, 2021).size() == 10);
    CHECK(boundaries(reader).size() == 153);
    const auto to_date =
        figures(reader, {"attendance", "auth_excluded_perc", {}, PeriodKind::year_to_date},
                AreaLevel::authority);
    CHECK(to_date.cells.size() > 140);
    CHECK(
        figures(reader, {"attendance", "auth_excluded_perc"}, AreaLevel::authority).cells.empty());
}

} // namespace imports_files_test
