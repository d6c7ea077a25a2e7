#include "insight/figures_rows.h"
#include "insight/figures_table.h"
#include "real_figures.h"

#include "kernel/ensure.h"
#include "platform/csv/reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace figures_test {

using namespace onroll;
using namespace onroll::insight;

FiguresTable a_table()
{
    FiguresTable table;
    table.kind = "rates";
    table.title = "A place: rates";
    table.columns = {"area", "value", "source"};
    table.notes = {"Ranges are 95% intervals."};
    table.sources = {"A list (list.csv). Open Government Licence v3.0."};
    table.add(
        {FigureCell::words("=Brandon"), FigureCell::exact(-0.25), FigureCell::words("row 2")});
    table.add({FigureCell::words("Dawlish"), FigureCell::absent(CellState::suppressed),
               FigureCell::words("row 3")});
    table.add({FigureCell::words("Elmbury"), FigureCell::number(12), FigureCell::words("row 4")});
    return table;
}

TEST_CASE("a cell without a number says why, in every form")
{
    const auto csv = as_csv(a_table());
    CHECK(csv == "area,value,source\r\n'=Brandon,-0.25,row 2\r\nDawlish,c,row 3\r\n"
                 "Elmbury,12,row 4\r\n");
    const auto document = as_json(a_table());
    CHECK(document["rows"][1]["value"].is_null());
    CHECK(document["rows"][1]["value_symbol"] == "c");
    CHECK(document["rows"][0]["value"] == -0.25);
    CHECK(document["rows"][2]["value"] == 12);
    const auto text = as_text(a_table());
    CHECK(text.find("Dawlish     [c]\n") != std::string::npos);
    CHECK(text.find("Source: A list (list.csv). Open Government Licence v3.0.") !=
          std::string::npos);
}

TEST_CASE("numbers are written with the digits they need, or rounded half away from zero")
{
    CHECK(FigureCell::exact(0.1).text == "0.1");
    CHECK(FigureCell::exact(1.541331583e-7).text == "1.541331583e-07");
    CHECK(FigureCell::rounded(0.145, 2).text == "0.15");
    CHECK(FigureCell::rounded(-0.145, 2).text == "-0.15");
    CHECK(FigureCell::rounded(7, 0).text == "7");
    CHECK(FigureCell::absent(CellState::missing).text == "x");
    CHECK(FigureCell::none().text == "z");
}

TEST_CASE("a row with too few cells is a bug")
{
    auto table = a_table();
    CHECK_THROWS_AS(table.add({FigureCell::number(1)}), Bug);
}

FiguresQuestion about_somerset(db::Queries& reading, int from, int to)
{
    return {find_area(reading, "E06000066").value(), headline_measures(), from, to};
}

std::vector<std::string> column(const std::string& csv, std::string_view name)
{
    auto reader = csv::Reader::read(csv).value();
    std::vector<std::string> cells;
    while (reader.next()) cells.emplace_back(reader.row()[reader.header().find(name)]);
    return cells;
}

TEST_CASE("rates have a row for each measure and year, and a year without figures is named")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto table = rates_table(reading, real->comparisons, about_somerset(reading, 2020, 2022));
    CHECK(table.columns == std::vector<std::string>{"area_code", "area", "year", "measure", "value",
                                                    "value_2dp", "low", "high", "source"});
    const auto csv = as_csv(table);
    CHECK(column(csv, "year") == std::vector<std::string>{"2020/21", "2021/22", "2022/23",
                                                          "2020/21", "2021/22", "2022/23",
                                                          "2020/21", "2021/22", "2022/23"});
    CHECK(column(csv, "value")[2] == "x");
    CHECK(column(csv, "source")[2] == "no figures");
    bool named = false;
    for (const auto& note : table.notes)
        named = named || note == "There are no figures for Suspension rate in 2022/23.";
    CHECK(named);
}

TEST_CASE("ranks name the rules that were used, in the answer itself")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    auto question = about_somerset(reading, 2015, 2015);
    question.ties = TieRule::number;
    question.measures = {find_measure("permanent_exclusion_rate")};
    const auto csv = as_csv(ranks_table(reading, real->comparisons, question));
    CHECK(column(csv, "rank") == std::vector<std::string>{"65"});
    CHECK(column(csv, "of") == std::vector<std::string>{"148"});
    CHECK(column(csv, "tie_from") == std::vector<std::string>{"57"});
    CHECK(column(csv, "tie_to") == std::vector<std::string>{"65"});
    CHECK(column(csv, "value_2dp") == std::vector<std::string>{"0.09"});
    CHECK(column(csv, "source")[0].find("ties number, rounding 2") != std::string::npos);
    bool quarter = false;
    for (const auto& note : ranks_table(reading, real->comparisons, question).notes)
        quarter =
            quarter || note.find("Permanent exclusion rate, 2015/16: quarter 2 of the ranks") == 0;
    CHECK(quarter);
    question.ties = TieRule::middle;
    CHECK(column(as_csv(ranks_table(reading, real->comparisons, question)), "rank") ==
          std::vector<std::string>{"61"});
}

TEST_CASE("each kind of table has the same values as the rates")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto question = about_somerset(reading, 2014, 2015);
    const auto values = column(as_csv(rates_table(reading, real->comparisons, question)), "value");
    CHECK(column(as_csv(ranks_table(reading, real->comparisons, question)), "value") == values);
    CHECK(column(as_csv(funnel_table(reading, real->comparisons, question)), "value") == values);
    const auto neighbours = as_csv(neighbours_table(reading, real->comparisons, question));
    std::vector<std::string> own;
    const auto places = column(neighbours, "place");
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] == "0") own.push_back(column(neighbours, "value")[i]);
    CHECK(own == values);
    CHECK(places.size() == 11 * values.size());
}

TEST_CASE("every source of a table is named with its licence")
{
    auto* real = tests::real_figures();
    if (!real) return;
    auto reading = real->database->read();
    const auto table = rates_table(reading, real->comparisons, about_somerset(reading, 2015, 2016));
    REQUIRE(table.sources.size() == 2);
    for (const auto& source : table.sources)
        CHECK(source.find("Open Government Licence v3.0") != std::string::npos);
    CHECK(years_of(reading, real->comparisons, AreaCode::authority(933), headline_measures()) ==
          std::pair{2006, 2021});
}

} // namespace figures_test
