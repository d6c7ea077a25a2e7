#include "insight/figures_schools.h"
#include "insight/patterns.h"
#include "insight/store_imports.h"
#include "real_figures.h"

#include "helpers/test_database.h"
#include "kernel/ensure.h"
#include "platform/clock/clock.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>

namespace patterns_test {

using namespace onroll;
using namespace onroll::insight;

constexpr std::string_view header =
    "time_identifier,time_period,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name,estab,laestab,academy_type,academy_open_date,"
    "school_type,num_schools,headcount,perm_excl,perm_excl_rate,fixed_excl,fixed_excl_rate,"
    "one_plus_fixed,one_plus_fixed_rate\n";

/// A row of the published layout: an invented school of authority 933.
std::string school_row(int year, int estab, const std::string& type, const std::string& pupils,
                       const std::string& suspensions)
{
    const auto number = std::to_string(estab);
    return "Academic year," + std::to_string(year) + std::to_string((year + 1) % 100) +
           ",School,E92000001,England,E12000009,South West,933,E10000027,Somerset," + number +
           ",933" + number + ",.,.," + type + ",1," + pupils + ",0,0.00," + suspensions +
           ",1.00,0,0.00\n";
}

/// A store with a few invented schools of one authority.
struct Schools {
    explicit Schools(const std::string& rows) : database(place.open())
    {
        const SystemClock clock;
        ensure(prepare(*database, clock).has_value(), "the tables can be made");
        ImportFile file;
        file.bytes = std::string(header) + rows;
        file.origin.file_name = "schools.csv";
        const auto report = import_statistics(*database, file, Apply::commit, clock);
        ensure(report.has_value(), "the rows are imported");
    }

    tests::TestDatabase place{db::Engine::sqlite};
    std::unique_ptr<db::Database> database;
};

const Measure& suspensions = *find_measure("suspension_rate");
const AreaCode somerset = AreaCode::authority(933);
const Period year = Period::of(SchoolYear{2015});

std::string five_schools()
{
    return school_row(2015, 4001, "State-funded secondary", "900", "45") +
           school_row(2015, 4002, "State-funded secondary", "1100", "60") +
           school_row(2015, 4003, "State-funded secondary", "1000", "240") +
           school_row(2015, 4004, "State-funded secondary", "50", "6") +
           school_row(2015, 4005, "State-funded secondary", "800", "x");
}

const Pattern& of_school(const PatternPicture& picture, std::string_view code)
{
    const auto found = std::find_if(picture.patterns.begin(), picture.patterns.end(),
                                    [&](const Pattern& one) { return one.code == code; });
    REQUIRE(found != picture.patterns.end());
    return *found;
}

TEST_CASE("schools stand in order of name, a hidden one cannot be told, and none has a rank")
{
    Schools schools(five_schools());
    auto reading = schools.database->read();
    const auto picture = school_patterns(reading, suspensions, somerset, year);
    REQUIRE(picture.patterns.size() == 5);
    CHECK(std::is_sorted(picture.patterns.begin(), picture.patterns.end(),
                         [](const Pattern& a, const Pattern& b) { return a.name < b.name; }));
    CHECK(picture.hidden == 1);
    CHECK(of_school(picture, "9334005").reading == PatternReading::cannot_be_told);
    CHECK_FALSE(of_school(picture, "9334005").rate);
    CHECK(of_school(picture, "9334003").reading == PatternReading::above);
    CHECK(of_school(picture, "9334001").reading == PatternReading::below);
    CHECK(picture.overall.at("Secondary") == doctest::Approx(100.0 * 351 / 3050));
}

TEST_CASE("six suspensions in a school of fifty are not taken for a pattern")
{
    Schools schools(five_schools());
    auto reading = schools.database->read();
    const auto picture = school_patterns(reading, suspensions, somerset, year);
    const auto& small = of_school(picture, "9334004");
    CHECK(small.reading == PatternReading::like_others);
    CHECK(small.rate->low < picture.overall.at("Secondary"));
    CHECK(small.rate->high > picture.overall.at("Secondary"));
}

TEST_CASE("a trust is its schools together, and cannot be told where one of them is hidden")
{
    Schools schools(five_schools());
    auto reading = schools.database->read();
    const auto picture = trust_patterns(reading, suspensions, somerset, year,
                                        {{"9334001", "Levels Trust"},
                                         {"9334002", "Levels Trust"},
                                         {"9334003", "Moor Trust"},
                                         {"9334005", "Quay Trust"}});
    REQUIRE(picture.patterns.size() == 3);
    CHECK(picture.patterns[0].name == "Levels Trust");
    CHECK(picture.patterns[0].schools == 2);
    CHECK(picture.patterns[0].rate);
    CHECK(picture.patterns[2].name == "Quay Trust");
    CHECK_FALSE(picture.patterns[2].rate);
}

TEST_CASE("a trust with a hidden school is hidden, whatever another of its schools lacks")
{
    Schools schools(five_schools() + school_row(2015, 4006, "State-funded secondary", "700", "..") +
                    school_row(2015, 4007, "State-funded secondary", "..", "8"));
    auto reading = schools.database->read();
    const auto lacking = trust_patterns(
        reading, suspensions, somerset, year,
        {{"9334001", "Levels Trust"}, {"9334006", "Levels Trust"}, {"9334007", "Levels Trust"}});
    REQUIRE(lacking.patterns.size() == 1);
    CHECK(symbol_in(lacking.patterns[0]) == "[x]");
    CHECK(lacking.patterns[0].pupils == 0);
    CHECK(lacking.hidden == 0);
    const auto together = trust_patterns(reading, suspensions, somerset, year,
                                         {{"9334005", "Quay Trust"}, {"9334006", "Quay Trust"}});
    REQUIRE(together.patterns.size() == 1);
    CHECK(symbol_in(together.patterns[0]) == "[c]");
    CHECK(together.hidden == 1);
}

TEST_CASE(
    "the table of schools is by name, says that it is no league table, and hides what is hidden")
{
    Schools schools(five_schools());
    auto reading = schools.database->read();
    Comparisons comparisons(10);
    const FiguresQuestion question{find_area(reading, "933").value(), {&suspensions}, 2015, 2015};
    const auto table = schools_table(reading, comparisons, question);
    REQUIRE(table.rows.size() == 5);
    CHECK(table.rows[4][7] == FigureCell::absent(CellState::suppressed));
    CHECK(table.rows[4][10].text == "cannot be told");
    CHECK(table.rows[2][10].text == "above others");
    CHECK(table.notes.front().find("This is not a league table.") != std::string::npos);
    CHECK(table.sources.size() == 1);
    for (const auto& column : table.columns) CHECK(column.find("rank") == std::string::npos);
}

TEST_CASE("a school's own years raise an alarm against its own past")
{
    std::string rows;
    const std::vector<std::string> counts = {"4", "5", "3", "4", "9", "12"};
    for (std::size_t i = 0; i < counts.size(); ++i)
        rows += school_row(2010 + static_cast<int>(i), 4001, "State-funded secondary", "900",
                           counts[i]);
    Schools schools(rows);
    auto reading = schools.database->read();
    const auto school = AreaCode::parse("9334001").value();
    const auto series = school_series(reading, suspensions, somerset, school);
    REQUIRE(series);
    CHECK(series->rule.usual == doctest::Approx(4));
    REQUIRE(series->alarms.size() == 3);
    CHECK_FALSE(series->alarms[0].alarm);
    CHECK(series->alarms[2].alarm);
    CHECK_FALSE(school_series(reading, suspensions, somerset, AreaCode::school(9334009)));
}

} // namespace patterns_test
