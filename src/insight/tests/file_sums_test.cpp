#include "insight/file_sums.h"

#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace file_sums_test {

using namespace onroll;
using namespace onroll::insight;

/// A file that goes when the test does.
class Written {
public:
    explicit Written(const std::string& text)
        : path_(std::filesystem::temp_directory_path() /
                ("onroll_sums_" + std::to_string(::getpid()) + ".csv"))
    {
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~Written() { std::filesystem::remove(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

TEST_CASE("figures are summed exactly by group, and symbols add nothing and are counted")
{
    const Written file("la,year,suspension\n933,201617,10\n933,201617,c\n935,201617,0.1\n"
                       "935,201617,0.2\n935,201718,\"1,234\"\n935,201718,-4\n933,201617,2.50\n"
                       "933,201617,many\n933,201617,\n");
    const auto sums = sum_file(file.path(), {{"la", "year"}, {"suspension"}});
    REQUIRE(sums.has_value());
    CHECK(sums->rows == 9);
    REQUIRE(sums->groups() == 3);
    CHECK(sums->cell(0, 0) == "933");
    CHECK(sums->sum(0, 0) == CellSum{12, 500'000'000, 2, 2, 1});
    CHECK(sums->sum(0, 0).value() == 12.5);
    CHECK(sums->cell(1, 1) == "201617");
    CHECK(sums->sum(1, 0) == CellSum{0, 300'000'000, 2, 0, 0});
    CHECK(sums->cell(2, 1) == "201718");
    CHECK(sums->sum(2, 0).value() == 1230);
}

TEST_CASE("without a column to group by there is one group, the whole file")
{
    const Written file("a,b\n1,2\n3,4\n");
    const auto sums = sum_file(file.path(), {{}, {"a", "b"}});
    REQUIRE(sums.has_value());
    REQUIRE(sums->groups() == 1);
    CHECK(sums->sum(0, 0).value() == 4);
    CHECK(sums->sum(0, 1).value() == 6);
}

TEST_CASE("sums are the same on one thread and on several, with many groups")
{
    std::string text = "place,kind,figure\n";
    for (int i = 0; i < 60'000; ++i)
        text += "place " + std::to_string(i % 997) + ",\"kind of a rather long name " +
                std::to_string(i % 13) + "\"," + std::to_string(i % 101) + ".5\n";
    const Written file(text);
    const auto one = sum_file(file.path(), {{"kind", "place"}, {"figure"}, 1});
    const auto three = sum_file(file.path(), {{"kind", "place"}, {"figure"}, 3});
    REQUIRE(one.has_value());
    REQUIRE(three.has_value());
    REQUIRE(one->groups() == 997 * 13);
    REQUIRE(three->groups() == one->groups());
    double all = 0;
    bool same = true;
    for (std::size_t group = 0; group < one->groups(); ++group) {
        same = same && one->cell(group, 0) == three->cell(group, 0) &&
               one->cell(group, 1) == three->cell(group, 1) &&
               one->sum(group, 0) == three->sum(group, 0);
        all += one->sum(group, 0).value();
    }
    CHECK(same);
    double expected = 0;
    for (int i = 0; i < 60'000; ++i) expected += i % 101 + 0.5;
    CHECK(all == expected);
}

TEST_CASE("a release's own totals are the sums of its authorities, but for its rounding")
{
    const auto path = tests::shared_file(
        "data/exclusions/ees2019_exclusions_by_geographic_level_200607_201516.csv.gz");
    if (!path) return;
    const auto sums =
        sum_file(*path, {{"geographic_level", "time_period", "school_type"}, {"fixed_excl"}});
    REQUIRE(sums.has_value());
    double england = 0, authorities = 0;
    for (std::size_t group = 0; group < sums->groups(); ++group) {
        if (sums->cell(group, 1) != "201516" || sums->cell(group, 2) != "State-funded secondary")
            continue;
        if (sums->cell(group, 0) == "National") england = sums->sum(group, 0).value();
        if (sums->cell(group, 0) == "Local authority") authorities = sums->sum(group, 0).value();
    }
    CHECK(england > 200'000);
    // The file's own totals were rounded apart: 270,137 and 270,135.
    CHECK(std::abs(authorities - england) <= 2);
}

} // namespace file_sums_test
