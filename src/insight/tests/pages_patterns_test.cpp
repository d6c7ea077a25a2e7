#include "insight/tests/invented_area.h"

#include "insight/own_records.h"
#include "insight/views_patterns.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace pages_patterns_test {

using namespace onroll;
using namespace onroll::insight;
using onroll::insight::tests_of_pages::InventedCountry;

bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

/// Five years of four invented schools of Somerset: the third has far more, and ever more.
std::string by_school()
{
    std::string csv =
        "time_identifier,time_period,geographic_level,country_code,country_name,region_code,region_"
        "name,old_la_code,new_la_code,la_name,school_urn,school_name,school_type,num_schools,"
        "headcount,perm_excl,perm_excl_rate,fixed_excl,fixed_excl_rate,one_plus_fixed,one_plus_"
        "fixed_rate\n";
    for (int year = 2011; year <= 2015; ++year)
        for (int school = 1; school <= 4; ++school) {
            const int count = school == 3 ? 60 + 40 * (year - 2011) : 28 + school;
            csv += fmt::format("Academic year,{}{:02},School,E92000001,England,E12000009,South "
                               "West,933,E10000027,Somerset,99001{},{} Hill "
                               "School,State-funded secondary,1,1000,0,0.00,{},{:.2f},9,0.90\n",
                               year, (year + 1) % 100, school, "DACB"[school - 1], count,
                               count / 10.0);
        }
    return csv;
}

std::string by_week()
{
    std::string csv = "time_identifier,time_period,geographic_level,country_code,country_name,"
                      "region_code,region_name,old_la_code,new_la_code,la_name,suspensions,"
                      "school_days\n";
    for (int year = 2015; year <= 2016; ++year)
        for (int week = 1; week <= (year == 2015 ? 6 : 4); ++week)
            csv += fmt::format("Week {},{}{:02},Local authority,E92000001,England,E12000009,South "
                               "West,933,E10000027,Somerset,{},5\n",
                               week, year, (year + 1) % 100, 20 + week + (year - 2015) * 10);
    return csv;
}

void import(InventedCountry& country, const char* name, const std::string& bytes)
{
    const auto report = import_statistics(*country.database, {{}, bytes, {}, {}, {name, {}}},
                                          Apply::commit, country.clock);
    REQUIRE_MESSAGE(report.has_value(), (report ? "" : report.error().message));
    REQUIRE(report->problem_count == 0);
}

TEST_CASE("schools stand in order of name with their ranges, and the page says it is no table of "
          "leagues")
{
    InventedCountry country;
    import(country, "schools.csv", by_school());
    const auto page = country.get("/area/933/patterns");
    REQUIRE(page.status == 200);
    CHECK(says(page, "This is not a league table."));
    CHECK(says(page, "Secondary: 1 above the others and 3 below, by more than chance would give"));
    const auto text = page.content();
    const auto table = text.rfind("Secondary, in order of name");
    REQUIRE(table != std::string_view::npos);
    std::size_t last = table;
    for (const char* name : {"A Hill School", "B Hill School", "C Hill School", "D Hill School"}) {
        const auto at = text.find(name, table);
        REQUIRE(at != std::string_view::npos);
        CHECK(at > last);
        last = at;
    }
    const auto csv = country.get("/area/933/patterns.csv?measure=suspension_rate&year=2015");
    CHECK(says(csv, "933,Somerset,2015/16,suspension_rate,Secondary,C Hill School,990013,1,"));
    CHECK(says(csv, "Above"));
}

TEST_CASE("of one school alone the page says that it cannot be told, and why")
{
    InventedCountry country;
    const auto csv = by_school();
    std::string one_school;
    for (std::size_t from = 0; from < csv.size();) {
        const auto end = csv.find('\n', from) + 1;
        const auto line = csv.substr(from, end - from);
        if (from == 0 || line.find(",990011,") != std::string::npos) one_school += line;
        from = end;
    }
    import(country, "schools.csv", one_school);
    const auto page = country.get("/area/933/patterns");
    REQUIRE(page.status == 200);
    CHECK(says(page, "Secondary: it cannot be told whether any differs, since only one has figures "
                     "that can be shown"));
    CHECK(says(page, "Cannot be told"));
    CHECK(says(page, "[x] not available. [z] does not apply."));
    CHECK_FALSE(says(page, "none differs"));
}

/// The page of some trusts of Somerset.
std::string page_of_trusts(std::vector<Pattern> trusts)
{
    const auto year = Period::of(SchoolYear{2015});
    const auto page = patterns_view({.area = {.code = AreaCode::authority(933), .name = "Somerset"},
                                     .of = PatternsOf::trusts,
                                     .measure = find_measure("suspension_rate"),
                                     .periods = {year},
                                     .picture = {.period = year, .patterns = std::move(trusts)}});
    return std::string(page.view());
}

Pattern a_trust(const char* name, double pupils, CellState state = CellState::known)
{
    return {.name = name, .code = {}, .phase = "Secondary", .pupils = pupils, .state = state};
}

TEST_CASE("where nothing can be told of trusts the page says why, and what its symbols mean")
{
    const auto hidden = a_trust("Quay Trust", 0, CellState::suppressed);
    const auto none = page_of_trusts({hidden, hidden});
    CHECK(none.find("since none has figures that can be shown") != std::string::npos);
    CHECK(none.find("[x] not available. [z] does not apply.") != std::string::npos);
    const auto nothing =
        page_of_trusts({a_trust("Levels Trust", 900), a_trust("Moor Trust", 800), hidden});
    CHECK(nothing.find("since nothing was counted in those whose figures can be shown") !=
          std::string::npos);
}

TEST_CASE("a school's own page holds it against its past and says when the running sum passed")
{
    InventedCountry country;
    import(country, "schools.csv", by_school());
    const auto risen = country.get("/area/933/patterns/990013");
    REQUIRE(risen.status == 200);
    CHECK(says(risen, "The running sum passed the alarm level, last in 2015 to 2016"));
    CHECK(says(risen, "never against another school"));
    const auto steady = country.get("/area/933/patterns/990011");
    CHECK(says(steady, "The running sum has not passed the alarm level"));
    CHECK(says(country.get("/area/933/patterns/990013.csv"), "2015/16,220,"));
    CHECK(country.get("/area/933/patterns/990019").status == 404);
}

TEST_CASE("an area without figures by school says what would bring them")
{
    const InventedCountry country;
    CHECK(says(country.get("/area/933/patterns"), "There are no figures by school here"));
    CHECK(country.get("/area/E12000009/patterns").status == 404);
}

TEST_CASE("trusts and towns that no list names are said to be unknown")
{
    InventedCountry country;
    import(country, "schools.csv", by_school());
    CHECK(says(country.get("/area/933/patterns?by=trusts"),
               "No school with figures here is known to belong to a trust."));
    CHECK(says(country.get("/area/933/patterns?by=parts"),
               "No school with figures here has a known town."));
}

TEST_CASE("the year so far stands beside the year before and the last official count, marked as "
          "provisional")
{
    InventedCountry country;
    import(country, "weeks.csv", by_week());
    const auto page = country.get("/area/933");
    REQUIRE(page.status == 200);
    CHECK(says(page, "id=\"so-far\""));
    CHECK(says(page, "Somerset: 130 suspensions by week 4 of 2016/17, and 90 by the same week a "
                     "year before"));
    const auto csv = country.get("/area/933/so-far.csv");
    CHECK(says(csv, "2016_17_so_far_provisional"));
    CHECK(says(csv, "Week 4,130,90,4,810") == false);
    CHECK(says(csv, "Week 4,130,90,"));
    CHECK(says(csv, "Week 6,z,141,"));
}

TEST_CASE("running sums hide each week where one is small, and tell the last to the nearest five")
{
    std::vector<AreaValue> weeks;
    for (const int count : {31, 2, 27}) {
        AreaValue week{AreaCode::authority(933),
                       {PeriodKind::week, 2026, static_cast<std::int16_t>(weeks.size() + 1)}};
        week.state = CellState::known;
        week.value = count;
        weeks.push_back(week);
    }
    const auto hidden = shown_running_sums(weeks);
    CHECK_FALSE(hidden[0].value);
    CHECK_FALSE(hidden[1].value);
    CHECK(hidden[2].value == 60);
    weeks[1].value = 12;
    const auto shown = shown_running_sums(weeks);
    CHECK(shown[1].value == 43);
    CHECK(shown[2].value == 70);
    CHECK(shown_running_sums({}).empty());
}

} // namespace pages_patterns_test
