// tools/check_citations lets no public rule by without a source.
#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace check_citations_test {

namespace fs = std::filesystem;

bool passes(const std::string& header)
{
    const auto file = fs::temp_directory_path() / "onroll_rules_example.h";
    std::ofstream(file) << header;
    const auto checker = onroll::tests::source_file("tools/check_citations").string();
    const auto command = "\"" + checker + "\" \"" + file.string() + "\" > /dev/null";
    const bool passed = std::system(command.c_str()) == 0;
    fs::remove(file);
    return passed;
}

TEST_CASE("a public rule without a source line fails the check")
{
    CHECK(passes("namespace x {\n/// When to water.\n/// Source: EX-01.\nint days();\n}\n"));
    CHECK_FALSE(passes("namespace x {\n/// When to water.\nint days();\n}\n"));
    CHECK_FALSE(passes("namespace x {\nint days();\n}\n"));
}

TEST_CASE("a declaration over several lines, and one with its body, are checked too")
{
    CHECK_FALSE(passes("/// When.\nint days(int from,\n         int until);\n"));
    CHECK_FALSE(passes("/// When.\ninline int days(int from)\n{\n    return from;\n}\n"));
    CHECK(passes("/// When. Source: EX-01.\ninline int days(int from)\n{\n    return from;\n}\n"));
}

TEST_CASE("a blank line ends what a comment speaks for")
{
    CHECK(passes("/// When. Source: EX-01.\nint days();\nint weeks();\n"));
    CHECK_FALSE(passes("/// When. Source: EX-01.\nint days();\n\nint weeks();\n"));
}

TEST_CASE("what is not a public function is left alone")
{
    CHECK(passes("struct Water {\n    int days() const;\n};\n"));
    CHECK(passes("namespace water_detail {\nint days();\n}\n"));
    CHECK(passes("#define DAYS(x) x\nusing Days = int;\ninline constexpr int days = int(3);\n"));
}

} // namespace check_citations_test
