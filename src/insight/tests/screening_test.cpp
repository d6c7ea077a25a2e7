#include "insight/screening.h"

#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

using namespace onroll;
using namespace onroll::insight;

namespace screening_test {

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Screening screened(const std::filesystem::path& folder, const std::string& name)
{
    const auto data = folder / (name + ".csv"), meta = folder / (name + ".meta.csv");
    const bool has_data = std::filesystem::exists(data), has_meta = std::filesystem::exists(meta);
    const auto data_bytes = has_data ? bytes_of(data) : std::string();
    const auto meta_bytes = has_meta ? bytes_of(meta) : std::string();
    return screen({has_data ? name + ".csv" : "", data_bytes},
                  {has_meta ? name + ".meta.csv" : "", meta_bytes});
}

/// The cases of a folder: the names of its files without their ends.
std::set<std::string> cases_in(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        auto name = entry.path().filename().string();
        name = name.substr(0, name.rfind(".csv"));
        if (name.ends_with(".meta")) name = name.substr(0, name.size() - 5);
        names.insert(name);
    }
    return names;
}

TEST_CASE(
    "every case that DfE's screening refuses is flagged, and every case that it passes passes")
{
    const auto folder = tests::shared_file("data/screening");
    if (!folder) return;
    int flagged = 0, passed = 0;
    for (const auto& name : cases_in(*folder / "fail")) {
        const auto screening = screened(*folder / "fail", name);
        CHECK_MESSAGE(!screening.passed(), "not flagged: " << name);
        flagged += !screening.passed();
        for (const auto& finding : screening.findings) CHECK_FALSE(finding.message.empty());
    }
    for (const auto& name : cases_in(*folder / "pass")) {
        const auto screening = screened(*folder / "pass", name);
        passed += screening.passed();
        if (screening.passed()) continue;
        const auto& first = screening.findings.front();
        FAIL_CHECK("not passed: " << name << ": " << first.check << ", row " << first.row << ", "
                                  << first.column << ": " << first.message);
    }
    std::cout << "screening: " << flagged << " of " << cases_in(*folder / "fail").size()
              << " faulty files flagged, " << passed << " of " << cases_in(*folder / "pass").size()
              << " sound files passed\n";
}

constexpr std::string_view sound_meta =
    "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,"
    "filter_grouping_column\n"
    "education_phase,Filter,Phase,,,,,\n"
    "suspension,Indicator,Suspensions,,,0,,\n";
constexpr std::string_view sound_head =
    "time_period,time_identifier,geographic_level,country_code,country_name,education_phase,"
    "suspension\n";

/// What is found in this file with a sound meta file, as "check at row".
std::set<std::string> found_in(const std::string& rows, std::string_view meta = sound_meta)
{
    const auto bytes = std::string(sound_head) + rows;
    std::set<std::string> found;
    for (const auto& finding : screen({"a.csv", bytes}, {"a.meta.csv", meta}).findings)
        found.insert(finding.check + " at " + std::to_string(finding.row));
    return found;
}

using Found = std::set<std::string>;
const std::string sound_row = "202324,Academic year,National,E92000001,England,Total,5\n";

TEST_CASE("a sound file with its meta file has no findings")
{
    CHECK(found_in(sound_row).empty());
}

TEST_CASE("each fault is named with the row it stands in")
{
    CHECK(found_in(sound_row + sound_row) == Found{"duplicate_rows at 3"});
    CHECK(found_in("2023,Academic year,National,E92000001,England,Total,5\n") ==
          Found{"time_period at 2"});
    CHECK(found_in("202324,academic year,National,E92000001,England,Total,5\n") ==
          Found{"time_identifier at 2"});
    CHECK(found_in("202324,Academic year,England,E92000001,England,Total,5\n") ==
          Found{"level at 2"});
    CHECK(found_in(sound_row + "202425,Academic year,National,E92000001,England,Total,~\n") ==
          Found{"old_symbols at 3"});
    CHECK(found_in("202324,Academic year,National,E92000001,England,,5\n") ==
          Found{"filter_blank at 2"});
    CHECK(found_in("202324,Academic year,National,E92000001,England,Total,five\n") ==
          Found{"not_a_figure at 2"});
    CHECK(found_in(sound_row + "202425,Academic year,National,E92000001,England,total,5\n") ==
          Found{"filter_alike at 3"});
}

TEST_CASE("a meta file that does not describe the file is said to")
{
    CHECK(found_in(sound_row,
                   "col_name,col_type,label,indicator_grouping,indicator_unit,"
                   "indicator_dp,filter_hint,filter_grouping_column\n"
                   "suspension,Indicator,Suspensions,,,0,,\n"
                   "colour,Filter,Colour,,,,,\n") == Found{"not_in_meta at 1", "not_in_data at 3"});
}

TEST_CASE("each rule is said at most five times, so that a file of faults can be read")
{
    std::string rows;
    for (int i = 0; i < 40; ++i) rows += "202324,Academic year,Englnd,E92000001,England,Total,5\n";
    const auto screening =
        screen({"a.csv", std::string(sound_head) + rows}, {"a.meta.csv", sound_meta});
    CHECK(std::count_if(screening.findings.begin(), screening.findings.end(),
                        [](const auto& one) { return one.check == "level"; }) == 5);
    CHECK(screening.rows == 40);
}

} // namespace screening_test
