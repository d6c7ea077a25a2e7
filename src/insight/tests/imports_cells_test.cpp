#include "insight/imports_cells.h"

#include "insight/files.h"

#include <doctest/doctest.h>

#include <array>

using namespace onroll::insight;

namespace imports_cells_test {

CellState state(std::string_view text, MeaningOfX meaning = MeaningOfX::not_available)
{
    const auto figure = read_cell(text, meaning);
    REQUIRE(figure.has_value());
    return figure->state;
}

double number(std::string_view text)
{
    const auto figure = read_cell(text, MeaningOfX::not_available);
    REQUIRE(figure.has_value());
    REQUIRE(figure->known());
    return figure->value;
}

TEST_CASE("a symbol is a state of a cell and never a number")
{
    CHECK(state("c") == CellState::suppressed);
    CHECK(state("x") == CellState::not_available);
    CHECK(state("x", MeaningOfX::suppressed) == CellState::suppressed);
    CHECK(state("z") == CellState::not_applicable);
    CHECK(state(".") == CellState::not_applicable);
    CHECK(state("low") == CellState::low);
    CHECK(state("~") == CellState::low);
    CHECK(state("k") == CellState::low);
    CHECK(state("u") == CellState::unreliable);
    CHECK(state("-") == CellState::not_available);
    CHECK(state(":") == CellState::not_available);
    CHECK(state("NA") == CellState::not_available);
    CHECK(state("") == CellState::missing);
}

TEST_CASE("a number is read as it was written, with its fraction and its decimal places")
{
    CHECK(number("45.9412") == 45.9412);
    CHECK(number("0.14027000000000001") == 0.14027);
    CHECK(number("-3.5") == -3.5);
    CHECK(number(".5") == 0.5);
    CHECK(number("1.55757077523724e-05") == 1.55757077523724e-05);
    CHECK(number("1,234,567") == 1234567);
    CHECK(number("12,345.6") == 12345.6);
    CHECK(number("85.7%") == 85.7);
    CHECK(read_cell("5.40", MeaningOfX::not_available)->decimals == 2);
    CHECK(read_cell("5", MeaningOfX::not_available)->decimals == 0);
}

TEST_CASE("what is neither a number nor a symbol is not read")
{
    for (const auto* const text : {"five", "1 234", "12,34", "1,2345", ",5", "1.2.3", "5p", "--",
                                   "inf", "nan", "0x10", "01-May", "C"})
        CHECK_FALSE(read_cell(text, MeaningOfX::not_available).has_value());
}

TEST_CASE("a period says what kind it is, and a term is not a year")
{
    CHECK(read_period("201617", "Academic year") == Period{PeriodKind::academic_year, 2016, 0});
    CHECK(read_period("2016/17", "") == Period{PeriodKind::academic_year, 2016, 0});
    CHECK(read_period("2017", "Calendar year") == Period{PeriodKind::calendar_year, 2017, 0});
    CHECK(read_period("202324", "Autumn term") == Period{PeriodKind::autumn_term, 2023, 0});
    CHECK(read_period("2020", "Week 42") == Period{PeriodKind::calendar_week, 2020, 42});
    CHECK(read_period("202021", "Week 2") == Period{PeriodKind::week, 2020, 2});
    CHECK(read_period("199900", "Academic year") == Period{PeriodKind::academic_year, 1999, 0});
    CHECK_FALSE(read_period("201618", "Academic year").has_value());
    CHECK_FALSE(read_period("2016", "Academic year").has_value());
    CHECK_FALSE(read_period("201617", "Fortnight").has_value());
    CHECK_FALSE(read_period("", "Academic year").has_value());
}

TEST_CASE("a year of the interactive tool is read with what is said after it")
{
    std::string_view qualifier;
    CHECK(read_tool_year("2015/16", qualifier) == Period{PeriodKind::academic_year, 2015, 0});
    CHECK(read_tool_year("2024-25 (OT)", qualifier) == Period{PeriodKind::financial_year, 2024, 0});
    CHECK(qualifier == "OT");
    CHECK(read_tool_year("2025 (Rev)", qualifier) == Period{PeriodKind::calendar_year, 2025, 0});
    CHECK_FALSE(read_tool_year("0", qualifier).has_value());
}

TEST_CASE("a band that a spreadsheet made a date of is read as the band")
{
    CHECK(undamaged_band("01-May") == "1-5");
    CHECK(undamaged_band("06-Oct") == "6-10");
    CHECK(undamaged_band("Nov-15") == "11-15");
    CHECK_FALSE(undamaged_band("16-20").has_value());
    CHECK_FALSE(undamaged_band("Mar-Apr").has_value());
    CHECK_FALSE(undamaged_band("46 and above").has_value());
}

} // namespace imports_cells_test
