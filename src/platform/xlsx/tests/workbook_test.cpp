#include "platform/xlsx/workbook.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace workbook_test {

using namespace onroll;
using namespace onroll::xlsx;

Workbook a_workbook()
{
    return {"Figures of an area",
            {"Contains public sector information licensed under the Open Government Licence v3.0."},
            {"c: hidden to protect pupils."},
            {{"Rates",
              "Suspension rate by year",
              {"year", "value", "note"},
              {{Cell::words("2015/16"), Cell::digits("5.40"), Cell::words("=1+1")},
               {Cell::words("2016/17"), Cell::digits("-12"), Cell::words("@SUM(A1)")}}}},
            date(2026, 11, 25)};
}

/// One file inside the workbook, unpacked by Python's own zip and, where asked, all of them.
std::string unpacked(const std::string& bytes, const std::string& member)
{
    const auto path = std::filesystem::temp_directory_path() /
                      ("onroll_workbook_test_" + std::to_string(std::rand()) + ".xlsx");
    std::ofstream(path, std::ios::binary) << bytes;
    const auto command =
        "python3 -c \"import sys,zipfile;"
        "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))\" " +
        path.string() + " " + member;
    std::string text;
    auto* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> part{};
    for (std::size_t read = 0; (read = std::fread(part.data(), 1, part.size(), pipe)) > 0;)
        text.append(part.data(), read);
    REQUIRE(pclose(pipe) == 0);
    std::filesystem::remove(path);
    return text;
}

bool holds(const std::string& text, const std::string& words)
{
    return text.find(words) != std::string::npos;
}

TEST_CASE("a workbook has a cover, contents, notes and one marked table to a sheet")
{
    const auto bytes = write(a_workbook()).value();
    const auto book = unpacked(bytes, "xl/workbook.xml");
    for (const std::string tab : {"Cover", "Contents", "Notes", "Rates"})
        CHECK(holds(book, "name=\"" + tab + "\""));
    const auto sheet = unpacked(bytes, "xl/worksheets/sheet4.xml");
    CHECK(holds(sheet, "<c r=\"A1\""));
    CHECK_FALSE(holds(sheet, "mergeCell"));
    const auto table = unpacked(bytes, "xl/tables/table1.xml");
    CHECK(holds(table, "name=\"table_1\""));
    CHECK(holds(table, "ref=\"A3:C5\""));
    CHECK(holds(table, "name=\"year\""));
}

TEST_CASE("text that looks like a formula stays text, and numbers stay numbers")
{
    const auto bytes = write(a_workbook()).value();
    const auto sheet = unpacked(bytes, "xl/worksheets/sheet4.xml");
    CHECK_FALSE(holds(sheet, "<f>"));
    CHECK(holds(sheet, "<v>5.4</v>"));
    CHECK(holds(sheet, "<v>-12</v>"));
    const auto strings = unpacked(bytes, "xl/sharedStrings.xml");
    CHECK(holds(strings, "=1+1"));
    CHECK(holds(strings, "@SUM(A1)"));
    CHECK(holds(unpacked(bytes, "xl/styles.xml"), "formatCode=\"0.00\""));
}

TEST_CASE("the same workbook gives the same bytes")
{
    CHECK(write(a_workbook()).value() == write(a_workbook()).value());
    CHECK(holds(unpacked(write(a_workbook()).value(), "docProps/core.xml"), "2026-11-25"));
}

TEST_CASE("tabs are named so that a spreadsheet can open them")
{
    auto workbook = a_workbook();
    workbook.sheets[0].name = "Rates: 2015/16 [all] and a name that is far too long for a tab";
    workbook.sheets.push_back(workbook.sheets[0]);
    const auto book = unpacked(write(workbook).value(), "xl/workbook.xml");
    CHECK(holds(book, "name=\"Rates 201516 all and a name tha\""));
    CHECK(holds(book, "name=\"Rates 201516 all and a name 2\""));
}

TEST_CASE("a table without rows says so")
{
    auto workbook = a_workbook();
    workbook.sheets[0].rows.clear();
    CHECK(holds(unpacked(write(workbook).value(), "xl/sharedStrings.xml"), "There are no figures"));
}

} // namespace workbook_test
