#include "platform/csv/marks.h"
#include "platform/csv/reader.h"
#include "platform/csv/sweep.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace sweep_test {

using namespace onroll;
using namespace onroll::csv;

struct Seen {
    std::vector<std::vector<std::string>> rows{}; ///< sorted
    std::int64_t misshapen = 0;
    bool operator==(const Seen&) const = default;
};

Result<Seen> swept(const std::string& bytes, const SweepPlan& plan)
{
    std::vector<std::vector<std::vector<std::string>>> by_thread;
    const auto done = sweep_bytes(
        bytes, plan,
        [&](std::size_t threads) {
            by_thread.clear();
            by_thread.resize(threads);
        },
        [&](std::size_t thread, WantedCells cells) {
            by_thread[thread].emplace_back(cells.begin(), cells.end());
        });
    if (!done) return done.error();
    Seen seen{{}, done->misshapen};
    for (auto& rows : by_thread) seen.rows.insert(seen.rows.end(), rows.begin(), rows.end());
    CHECK(static_cast<std::int64_t>(seen.rows.size()) == done->rows);
    std::sort(seen.rows.begin(), seen.rows.end());
    return seen;
}

Result<Seen> read_by_reader(const std::string& bytes, const SweepPlan& plan)
{
    auto reader = Reader::read(bytes, plan.limits);
    if (!reader) return reader.error();
    std::vector<std::size_t> places;
    for (const auto& name : plan.columns) {
        const auto place = reader->header().find(name);
        if (!place) return bad_input("no such column");
        places.push_back(*place);
    }
    Seen seen;
    while (reader->next()) {
        if (reader->row().trouble != RowTrouble::none) {
            ++seen.misshapen;
            continue;
        }
        auto& row = seen.rows.emplace_back();
        for (const auto place : places) row.emplace_back(reader->row()[place]);
    }
    if (reader->refusal()) return *reader->refusal();
    std::sort(seen.rows.begin(), seen.rows.end());
    return seen;
}

void check_the_same(const std::string& bytes, const SweepPlan& plan)
{
    CAPTURE(bytes);
    const auto ours = swept(bytes, plan);
    const auto expected = read_by_reader(bytes, plan);
    REQUIRE(ours.has_value() == expected.has_value());
    if (ours) {
        CHECK(ours->rows == expected->rows);
        CHECK(ours->misshapen == expected->misshapen);
    }
}

TEST_CASE("the marks of 64 bytes are the same by wide registers and byte by byte")
{
    rc::check([](const std::array<std::uint8_t, 64>& seed) {
        constexpr std::string_view letters = "\",\n\ra1 \xC3";
        std::array<char, 64> bytes{};
        for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = letters[seed[i] % letters.size()];
        RC_ASSERT(marks_at(bytes.data()) == marks_bytewise(bytes.data()));
    });
}

TEST_CASE("a sweep gives the cells asked for, in the order asked for")
{
    const auto seen = swept("a,b,c\n1,\"two, or 2\",3\n4,5,\"a \"\"six\"\"\"\r\n", {{"c", "b"}, 1});
    REQUIRE(seen.has_value());
    CHECK(seen->rows ==
          std::vector<std::vector<std::string>>{{"3", "two, or 2"}, {"a \"six\"", "5"}});
}

TEST_CASE("a sweep leaves out rows that do not fit the header and counts them")
{
    const auto seen = swept("a,b\n1,2\n3\n4,5,6\n7,8,,\n\n9,10", {{"a"}, 1});
    REQUIRE(seen.has_value());
    CHECK(seen->rows == std::vector<std::vector<std::string>>{{"1"}, {"7"}, {"9"}});
    CHECK(seen->misshapen == 2);
}

TEST_CASE("a sweep names a column that is not there, and those that are")
{
    const auto seen = swept("time,pupils\n1,2\n", {{"children"}, 1});
    REQUIRE_FALSE(seen.has_value());
    CHECK(seen.error().message.find("children") != std::string::npos);
    CHECK(seen.error().message.find("time, pupils") != std::string::npos);
}

TEST_CASE("a sweep reads what the reader reads, wherever the file is cut")
{
    const std::string quoted_line =
        "n,t\n1,\"one\nline\"\n2,\"x,\"\"y\"\"\n,\"\n3,\n\"\",\"\"\n4,z";
    const std::string windows = "n,t\n1,caf\xE9\n2,na\xEFve\n";
    const std::string utf_8 = "\xEF\xBB\xBFn,t\r\n1,caf\xC3\xA9\r\n2,\xC2\xA0x\r\n";
    const std::string stray = "n,t\n1,a\"b\n2,\"c\" d\n3,\"e\n";
    const std::string old_ends = "n,t\r1,2\r3,4";
    const std::string blank_first = "\n\n , \n\nn,t\n1,2\n";
    for (const auto& bytes : {quoted_line, windows, utf_8, stray, old_ends, blank_first,
                              std::string("n,t"), std::string("\"n\nm\",t\n1,2\n"), std::string()})
        for (std::size_t stretch = 1; stretch < 40; ++stretch)
            for (const std::size_t threads : {1U, 3U})
                check_the_same(bytes, {{"t"}, threads, stretch});
}

TEST_CASE("a sweep and the reader agree on any text")
{
    rc::check([](const std::vector<std::uint8_t>& seed, std::uint8_t stretch) {
        constexpr std::string_view letters = "\",\n\r1a ,\n\"";
        std::string bytes = "n,\"t\"\n";
        for (const auto one : seed) bytes += letters[one % letters.size()];
        check_the_same(bytes, {{"t", "n"}, 1, std::size_t{1} + stretch});
    });
}

TEST_CASE("a sweep keeps to the limits of rows, columns and bytes")
{
    std::string rows = "a,b\n";
    for (int i = 0; i < 100; ++i) rows += "1,2\n";
    CHECK_FALSE(swept(rows, {{"a"}, 1, 64, {.rows = 100}}).has_value());
    CHECK(swept(rows, {{"a"}, 1, 64, {.rows = 101}}).has_value());
    CHECK_FALSE(swept(rows, {{"a"}, 1, 64, {.columns = 1}}).has_value());
    CHECK_FALSE(swept(rows, {{"a"}, 1, 64, {.bytes = 400}}).has_value());
}

} // namespace sweep_test
