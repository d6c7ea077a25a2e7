#include "platform/csv/reader.h"
#include "platform/csv/writer.h"

#include "helpers/shared_data.h"
#include "kernel/ensure.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace csv_test {

using namespace onroll;
using namespace onroll::csv;

struct ReadRow {
    std::size_t number;
    RowTrouble trouble;
    std::vector<std::string> cells;
    bool operator==(const ReadRow&) const = default;
};

std::vector<ReadRow> rows_of(const std::string& bytes, const Limits& limits = {})
{
    auto reader = Reader::read(bytes, limits);
    REQUIRE(reader.has_value());
    std::vector<ReadRow> rows;
    while (reader->next()) {
        ReadRow row{reader->row().number, reader->row().trouble, {}};
        for (const auto cell : reader->row().cells) row.cells.emplace_back(cell);
        rows.push_back(row);
    }
    return rows;
}

std::string gzip(const std::string& plain)
{
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string packed(plain.size() + 1000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

const ReadRow plain_row{2, RowTrouble::none, {"1", "2"}};

TEST_CASE("rows end with LF, CRLF, CR or the end of the file")
{
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        CHECK(rows_of("a,b" + end + "1,2" + end) == std::vector{plain_row});
        CHECK(rows_of("a,b" + end + "1,2") == std::vector{plain_row});
    }
}

TEST_CASE("quoted cells keep commas, line ends and doubled quotation marks")
{
    const auto rows = rows_of("a,b,c\n\"x,y\",\"one\ntwo\",\"say \"\"no\"\" \"\n");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].cells == std::vector<std::string>{"x,y", "one\ntwo", "say \"no\" "});
    CHECK(rows[0].trouble == RowTrouble::none);
}

TEST_CASE("a row is numbered as a spreadsheet shows it, blank rows counted")
{
    const auto rows = rows_of("a,b\n\n1,2\n , \n\"x\ny\",4\n5,6\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].number == 3);
    CHECK(rows[1].number == 5);
    CHECK(rows[2].number == 6);
}

TEST_CASE("a ragged row is given with what is wrong with it")
{
    const auto rows = rows_of("a,b\n1\n1,2,3\n1,2,,\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].trouble == RowTrouble::too_few_cells);
    CHECK(rows[1].trouble == RowTrouble::too_many_cells);
    CHECK(rows[2] == ReadRow{4, RowTrouble::none, {"1", "2"}});
}

TEST_CASE("faulty quotation marks are reported and do not stop the reading")
{
    const auto rows = rows_of("a,b\n\"1\"x,2\n3,4\n5,\"6\n7,8\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].trouble == RowTrouble::text_after_quote);
    CHECK(rows[1].trouble == RowTrouble::none);
    CHECK(rows[2].trouble == RowTrouble::quote_not_closed);
}

TEST_CASE("a file with no header is refused")
{
    CHECK_FALSE(Reader::read("").has_value());
    CHECK_FALSE(Reader::read("\n\n").has_value());
    CHECK_FALSE(Reader::read("\xEF\xBB\xBF").has_value());
    CHECK_FALSE(Reader::read("\"a,b\n1,2").has_value());
}

TEST_CASE("a byte-order mark is not part of the first column's name")
{
    auto reader = Reader::read("\xEF\xBB\xBFURN,b\n1,2\n");
    REQUIRE(reader.has_value());
    CHECK(reader->encoding() == Encoding::utf_8_with_mark);
    CHECK(reader->header().find("URN") == 0);
}

TEST_CASE("Windows-1252 is noticed and converted")
{
    auto reader = Reader::read("name\nLady Hawkins\x92 School \x80\n");
    REQUIRE(reader.has_value());
    CHECK(reader->encoding() == Encoding::windows_1252);
    REQUIRE(reader->next());
    CHECK(reader->row()[0] == "Lady Hawkins\u2019 School \u20AC");
}

TEST_CASE("UTF-16 of either order is converted, pairs and lone halves included")
{
    const std::string little("\xFF\xFE"
                             "a\0\n\0=\xD8\0\xDE\n\0=\xD8",
                             14);
    auto reader = Reader::read(little);
    REQUIRE(reader.has_value());
    CHECK(reader->encoding() == Encoding::utf_16);
    REQUIRE(reader->next());
    CHECK(reader->row()[0] == "\U0001F600");
    REQUIRE(reader->next());
    CHECK(reader->row()[0] == "\uFFFD");
    auto big = Reader::read(std::string("\xFE\xFF\0a\0\n\0b", 8));
    REQUIRE(big.has_value());
    REQUIRE(big->next());
    CHECK(big->row()[0] == "b");
}

TEST_CASE("only well-formed UTF-8 counts as UTF-8")
{
    CHECK(is_utf_8("Gruffydd \u0175 \u20AC \U0001F600"));
    for (const std::string_view wrong :
         {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "abc\xE2\x82"})
        CHECK_FALSE(is_utf_8(wrong));
}

TEST_CASE("a gzip file is read by its content, several members too")
{
    const std::string plain = "a,b\n1,2\n";
    CHECK(rows_of(gzip(plain)) == std::vector{plain_row});
    CHECK(rows_of(gzip("a,b\n") + gzip("1,2\n")) == std::vector{plain_row});
}

TEST_CASE("a gzip file that is cut short, packed twice or too large once unpacked is refused")
{
    const auto packed = gzip("a,b\n" + std::string(100'000, '1') + ",2\n");
    CHECK_FALSE(Reader::read(packed.substr(0, packed.size() / 2)).has_value());
    CHECK_FALSE(Reader::read(gzip(packed)).has_value());
    const auto refused = Reader::read(packed, Limits{50'000, 10, 10, 10});
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().kind == ErrorKind::too_large);
}

TEST_CASE("limits on bytes, rows, columns and cells hold")
{
    CHECK_FALSE(Reader::read("a,b\n1,2\n", Limits{5, 10, 10, 10}).has_value());
    auto reader = Reader::read("a,b\n1,2\n3,4\n", Limits{100, 2, 10, 10});
    REQUIRE(reader.has_value());
    CHECK(reader->next());
    CHECK_FALSE(reader->next());
    CHECK(reader->refusal().has_value());
    CHECK_FALSE(Reader::read("a,b,c\n", Limits{100, 10, 2, 10}).has_value());
    CHECK(rows_of("a,b\nabcdefghijk,2\n", Limits{100, 10, 10, 10})[0].trouble ==
          RowTrouble::cell_too_long);
}

TEST_CASE("a column is found whatever its case, spaces and punctuation")
{
    auto reader = Reader::read("LA (code),la_name,  Phase of Education ,,SNP,SNP\n1,2,3,4,5,6\n");
    REQUIRE(reader.has_value());
    const auto& header = reader->header();
    CHECK(header.find("la code") == 0);
    CHECK(header.find("LA Name") == 1);
    CHECK(header.find("PhaseOfEducation") == 2);
    CHECK(header.find("SNP") == 4);
    CHECK_FALSE(header.find("").has_value());
    const std::string_view known[] = {"LA (code)", "SNP"};
    CHECK(header.unknown(known) == std::vector<std::string>{"la_name", "Phase of Education"});
}

TEST_CASE("a cell is given without the spaces around it, and is empty past the end of a row")
{
    auto reader = Reader::read("a,b\n \xC2\xA0x y\xC2\xA0 \n");
    REQUIRE(reader->next());
    CHECK(reader->row()[0] == "x y");
    CHECK(reader->row()[1] == "");
    CHECK(reader->row()[std::nullopt] == "");
}

TEST_CASE("columns have a spreadsheet's letters")
{
    CHECK(column_letters(0) == "A");
    CHECK(column_letters(25) == "Z");
    CHECK(column_letters(26) == "AA");
    CHECK(column_letters(701) == "ZZ");
    CHECK(column_letters(702) == "AAA");
}

TEST_CASE("a file is read where it lies, and a folder or an absent file is refused in words")
{
    const auto folder = std::filesystem::temp_directory_path() / "onroll_csv_test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "a.csv") << "a,b\n1,2\n";
    auto reader = Reader::open(folder / "a.csv");
    REQUIRE(reader.has_value());
    CHECK(reader->next());
    CHECK(reader->row()[1] == "2");
    CHECK(Reader::open(folder).error().kind == ErrorKind::bad_input);
    CHECK(Reader::open(folder / "none.csv").error().kind == ErrorKind::not_found);
    std::filesystem::remove_all(folder);
}

TEST_CASE("what is written is RFC 4180 with CRLF, and has a mark only for Excel")
{
    Writer writer({"name", "count", "opened", "closed"});
    writer.text("O'Neil, \"Ann\"\n")
        .number(-3)
        .date(date(2026, 11, 23))
        .date(std::nullopt)
        .end_row();
    CHECK(writer.written() ==
          "name,count,opened,closed\r\n\"O'Neil, \"\"Ann\"\"\n\",-3,2026-11-23,\r\n");
    CHECK(Writer({"a"}, For::excel).written() == "\xEF\xBB\xBF"
                                                 "a\r\n");
}

TEST_CASE("text that a spreadsheet would run is made inert, and numbers stay numbers")
{
    for (const std::string_view active : {"=1+1", "+44", "-x", "@cmd", "\tx", "\rx"})
        CHECK(inert(active) == "'" + std::string(active));
    CHECK(inert(std::string_view("\0x", 2)) == std::string("'\0x", 3));
    CHECK(inert("St Mary's") == "St Mary's");
    Writer writer({"a", "b"});
    writer.text("=cmd()").number(-1).end_row();
    CHECK(writer.written() == "a,b\r\n'=cmd(),-1\r\n");
}

TEST_CASE("columns we write have unique lower_snake names and each row all of them")
{
    CHECK_THROWS_AS(Writer({"a", "a"}), Bug);
    CHECK_THROWS_AS(Writer({"LA code"}), Bug);
    Writer writer({"a", "b"});
    writer.text("1");
    CHECK_THROWS_AS(writer.end_row(), Bug);
}

TEST_CASE("what the writer writes the reader reads back, inert text with its quote")
{
    CHECK(rc::check([](const std::vector<std::pair<std::string, std::string>>& pairs) {
        Writer writer({"a", "b"});
        std::vector<std::vector<std::string>> expected;
        for (const auto& [first, second] : pairs) {
            const std::string kept = "k" + first; // never blank, so no row is skipped
            writer.text(kept).text(second).end_row();
            expected.push_back({kept, inert(second)});
        }
        if (!is_utf_8(writer.written())) return;
        auto reader = Reader::read(writer.written());
        std::vector<std::vector<std::string>> found;
        while (reader->next())
            found.push_back(
                {std::string(reader->row().cells[0]), std::string(reader->row().cells[1])});
        RC_ASSERT(found == expected);
    }));
}

TEST_CASE("any bytes are read to the end or refused, each row with a number that grows")
{
    CHECK(rc::check([](const std::string& bytes) {
        auto reader = Reader::read(bytes);
        std::size_t last = 0;
        while (reader && reader->next()) {
            RC_ASSERT(reader->row().number > last);
            last = reader->row().number;
        }
    }));
}

TEST_CASE("the real list of 26,346 schools is noticed as Windows-1252 and read whole")
{
    const auto file = tests::shared_file("data/schools/schools_urn_laestab_201718.csv");
    if (!file) return;
    auto reader = Reader::open(*file);
    REQUIRE(reader.has_value());
    CHECK(reader->encoding() == Encoding::windows_1252);
    std::size_t rows = 0, troubled = 0;
    while (reader->next()) {
        ++rows;
        if (reader->row().trouble != RowTrouble::none) ++troubled;
    }
    CHECK(rows == 26346);
    CHECK(troubled == 0);
}

} // namespace csv_test
