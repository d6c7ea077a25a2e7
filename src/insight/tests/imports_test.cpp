#include "insight/imports.h"

#include "insight/store_cells.h"
#include "platform/db/value.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace onroll;
using namespace onroll::insight;

namespace imports_test {

const std::string old_head =
    "time_identifier,time_period,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name,school_type,headcount,perm_excl,fixed_excl,"
    "one_plus_fixed\n";
const std::string new_head =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,"
    "region_name,old_la_code,new_la_code,la_name,education_phase,headcount,perm_excl,suspension,"
    "one_plus_susp\n";
const std::string old_row = "Academic year,201516,Local authority,E92000001,England,E12000009,"
                            "South West,933,E10000027,Somerset,Total,68614,65,3713,x\n";
const std::string new_row = "202223,Academic year,Local authority,E92000001,England,E12000009,"
                            "South West,933,E06000066,Somerset,Total,70000,c,5000,z\n";

StatisticsFile read(const std::string& bytes, const std::string& name = "figures.csv")
{
    auto file = read_statistics({{}, bytes, {}, {}, {name, {}}}, {});
    REQUIRE_MESSAGE(file.has_value(), (file ? "" : file.error().message));
    return *std::move(file);
}

std::vector<Cell> cells_of(const StatisticsFile& file, const std::string& indicator,
                           const Breakdown& breakdown = {}, AreaLevel level = AreaLevel::authority)
{
    std::vector<Cell> cells;
    for (const auto& figures : file.figures)
        if (figures.key.indicator == indicator && figures.key.breakdown == breakdown &&
            figures.level == level)
            store_cells::unpack(db::as_blob(figures.packed), level, figures.key.period, 1, cells);
    return cells;
}

TEST_CASE("old and new names of columns are one indicator, and each cell keeps its row")
{
    const auto old_file = read(old_head + old_row), new_file = read(new_head + new_row);
    CHECK(old_file.dataset == "exclusions");
    CHECK(new_file.dataset == "exclusions");
    const auto before = cells_of(old_file, "suspensions");
    REQUIRE(before.size() == 1);
    CHECK(before[0].figure.value == 3713);
    CHECK(before[0].figure.row == 2);
    CHECK(before[0].area == AreaCode::authority(933));
    const auto after = cells_of(new_file, "suspensions");
    REQUIRE(after.size() == 1);
    CHECK(after[0].area == before[0].area);
    CHECK(after[0].figure.value == 5000);
}

TEST_CASE("x hid small numbers in older files and says not available in newer ones")
{
    CHECK(cells_of(read(old_head + old_row), "pupils_suspended")[0].figure.state ==
          CellState::suppressed);
    const auto newer = read(new_head + new_row);
    CHECK(cells_of(newer, "permanent_exclusions")[0].figure.state == CellState::suppressed);
    CHECK(cells_of(newer, "pupils_suspended")[0].figure.state == CellState::not_applicable);
}

TEST_CASE("a byte-order mark, CRLF, quotes and Windows-1252 change nothing that is read")
{
    const auto plain = read(old_head + old_row);
    std::string crlf;
    for (const char c : "\xEF\xBB\xBF" + old_head + old_row) {
        if (c == '\n') crlf += '\r';
        crlf += c;
    }
    CHECK(cells_of(read(crlf), "suspensions") == cells_of(plain, "suspensions"));
    auto quoted = old_row;
    quoted.replace(quoted.find("South West"), 10, "\"South, West\"");
    quoted.replace(quoted.find("Somerset"), 8, "Somerset\xE9");
    const auto western = read(old_head + quoted);
    CHECK(western.encoding == "Windows-1252");
    CHECK(cells_of(western, "suspensions") == cells_of(plain, "suspensions"));
}

TEST_CASE("a ragged row, a bad cell, a bad period and an unknown area are named with their rows")
{
    auto bad_cell = old_row, bad_period = old_row, unknown = old_row;
    bad_cell.replace(bad_cell.find("3713"), 4, "many");
    bad_period.replace(bad_period.find("201516"), 6, "201517");
    unknown.replace(unknown.find("933,E10000027"), 13, "z1,E99999999");
    const auto file =
        read(old_head + "Academic year,201516,National\n" + bad_cell + bad_period + unknown);
    CHECK(file.problem_count == 4);
    std::vector<std::pair<std::size_t, std::string>> places;
    for (const auto& problem : file.problems) places.emplace_back(problem.row, problem.column);
    CHECK(places == std::vector<std::pair<std::size_t, std::string>>{
                        {2, ""}, {3, "fixed_excl"}, {4, "time_period"}, {5, "old_la_code"}});
}

TEST_CASE("two codes that are not of one authority are refused")
{
    auto row = old_row;
    row.replace(row.find("933,E10000027"), 13, "873,E10000027");
    CHECK(read(old_head + row).problem_count == 1);
}

TEST_CASE("two figures for one place refuse the file, the same figure twice does not")
{
    auto other = old_row;
    other.replace(other.find("3713"), 4, "3714");
    CHECK(read(old_head + old_row + old_row).problem_count == 0);
    CHECK(cells_of(read(old_head + old_row + old_row), "suspensions").size() == 1);
    const auto twice = read(old_head + old_row + other);
    CHECK(twice.problem_count == 1);
    CHECK(twice.problems.at(0).row == 3);
}

TEST_CASE("an authority without its number is found by its ONS code of any year")
{
    auto row = new_row;
    row.replace(row.find("933,E06000066,Somerset"), 22, "z,E08000038,Barnsley");
    const auto cells = cells_of(read(new_head + row), "suspensions");
    REQUIRE(cells.size() == 1);
    CHECK(cells[0].area == AreaCode::authority(370));
}

TEST_CASE("one term is kept apart from years")
{
    auto row = new_row;
    row.replace(row.find("Academic year"), 13, "Autumn term");
    const auto file = read(new_head + new_row + row);
    REQUIRE(file.problem_count == 0);
    for (const auto& figures : file.figures) CHECK(figures.cells == 1);
    const auto terms = std::count_if(file.figures.begin(), file.figures.end(), [](const auto& one) {
        return one.key.period == PeriodKind::autumn_term;
    });
    CHECK(terms == 4);
}

TEST_CASE("levels that are not kept are left out and said")
{
    auto row = new_row;
    row.replace(row.find("Local authority"), 15, "Parliamentary constituency");
    const auto file = read(new_head + new_row + row);
    CHECK(file.left_out == 1);
    REQUIRE(file.notices.size() == 1);
    CHECK(file.notices[0].find("Parliamentary constituency") != std::string::npos);
}

TEST_CASE("a file that is not known is refused by name, and with its meta file it is read")
{
    const std::string bytes = "time_period,time_identifier,geographic_level,country_code,"
                              "country_name,kind,dragons\n"
                              "202223,Academic year,National,E92000001,England,Total,12\n";
    const auto refused = read_statistics({{}, bytes, {}, {}, {"dragons.csv", {}}}, {});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.find("meta file") != std::string::npos);
    const std::string meta = "col_name,col_type,label,indicator_grouping,indicator_unit,"
                             "indicator_dp,filter_hint,filter_grouping_column\n"
                             "kind,Filter,Kind of dragon,,,,,\ndragons,Indicator,Dragons,,,0,,\n";
    const auto file = read_statistics({{}, bytes, {}, meta, {"dragons_2023.csv", {}}}, {});
    REQUIRE(file.has_value());
    CHECK(file->problem_count == 0);
    CHECK(file->dataset == "other_dragons");
    CHECK(cells_of(*file, "dragons", {}, AreaLevel::national).at(0).figure.value == 12);
    const auto school_list = read_statistics({{}, "URN,NOR\n1,2\n", {}, {}, {"a.csv", {}}}, {});
    REQUIRE_FALSE(school_list.has_value());
    CHECK(school_list.error().message.find("places import") != std::string::npos);
}

TEST_CASE("a column of figures that is not known is read under its name, and text is not read")
{
    const std::string head = new_head.substr(0, new_head.size() - 1) + ",lions,colour\n";
    const std::string row = new_row.substr(0, new_row.size() - 1) + ",4,red\n";
    const auto file = read(head + row);
    CHECK(cells_of(file, "lions").at(0).figure.value == 4);
    CHECK(file.columns.back().role == "not read");
}

TEST_CASE("the order of the rows makes no difference to what is kept")
{
    const bool holds = rc::check("order of rows", [] {
        std::vector<std::string> rows;
        for (int year = 2010; year < 2016; ++year)
            for (const auto* const code : {"933", "380", "873", "203"})
                rows.push_back("Academic year," + std::to_string(year) +
                               std::to_string((year + 1) % 100) +
                               ",Local authority,E92000001,England,,," + code + ",,A,Total," +
                               std::to_string(year) + ",1,2,3\n");
        auto shuffled = rows;
        for (std::size_t i = 1; i < shuffled.size(); ++i)
            std::swap(shuffled[i], shuffled[*rc::gen::inRange<std::size_t>(0, i + 1)]);
        const auto together = [](const std::vector<std::string>& all) {
            std::string text = old_head;
            for (const auto& row : all) text += row;
            return text;
        };
        const auto values = [](const StatisticsFile& file) {
            std::vector<std::pair<int, double>> found;
            for (const auto& cell : cells_of(file, "pupils"))
                found.emplace_back(cell.area.number(), cell.figure.value);
            return found;
        };
        const auto one = read(together(rows)), other = read(together(shuffled));
        RC_ASSERT(values(one) == values(other));
        RC_ASSERT(one.cells == other.cells);
    });
    CHECK(holds);
}

TEST_CASE("boundaries are read as longitude and latitude, and eastings are refused")
{
    const auto feature = [](const std::string& code, const std::string& point) {
        return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":")" +
               code + R"("},"geometry":{"type":"Polygon","coordinates":[[)" + point + "," + point +
               "," + point + "," + point + "]]}}]}";
    };
    const auto sound = read(feature("E06000066", "[-3.1,51.2]"), "b.geojson");
    REQUIRE(sound.boundaries.size() == 1);
    CHECK(sound.boundaries[0].area == AreaCode::authority(933));
    CHECK(sound.boundaries[0].rings.at(0).size() == 4);
    CHECK(read(feature("E06000066", "[350000,120000]"), "b.geojson").problem_count == 1);
    CHECK(read(feature("W06000001", "[-3.1,51.2]"), "b.geojson").left_out == 1);
    CHECK_FALSE(read_boundaries("{}", {}).has_value());
}

} // namespace imports_test
