// The generator refuses law data that contradicts itself. Each test hands it a small file with one
// thing wrong.
#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace law_constants_test {

namespace fs = std::filesystem;

struct Answer {
    bool built = false;
    std::string says;
};

/// What the generator makes of one file.
Answer generate(const std::string& toml)
{
    static int number = 0;
    const auto folder =
        fs::temp_directory_path() / ("onroll_law_constants_" + std::to_string(number++) + "_" +
                                     std::to_string(std::hash<std::string>{}(ONROLL_SOURCE_DIR)));
    fs::remove_all(folder);
    fs::create_directories(folder);
    const auto file = folder / "bad.toml";
    std::ofstream(file) << toml;
    const auto said = folder / "said";
    const auto command = std::string("\"") + ONROLL_LAW_CONSTANTS + "\" \"" +
                         (folder / "out").string() + "\" \"" + file.string() + "\" 2> \"" +
                         said.string() + "\"";
    Answer answer;
    answer.built = std::system(command.c_str()) == 0 && fs::exists(folder / "out" / "rule_ids.h");
    std::ifstream read(said);
    answer.says = {std::istreambuf_iterator<char>(read), {}};
    read.close();
    fs::remove_all(folder);
    return answer;
}

const std::string instruments = R"toml(
[[instrument]]
id = "regulations_2031"
title = "The Example Regulations 2031"
short = "Example Regulations 2031"
kind = "regulations"
how_read = "Invented."
[[instrument]]
id = "example_guidance"
title = "Example guidance"
short = "Example guidance"
kind = "statutory_guidance"
how_read = "Invented."
subjects = { power = "the part on the power" }
edition = [{ name = "First", from = 2031-01-01 }, { name = "Second", from = 2032-01-01 }]
)toml";

const std::string row = R"toml(from = 2031-09-01
force = "must"
confidence = "read"
source = "regulations_2031: regulation 4(2)"
checked = 2031-10-02
)toml";

const std::string head = R"toml([[rule]]
id = "EX-01"
title = "An example"
topic = "teaching"
about = "A teacher waters the plants."
use = "Tests."
)toml";

const std::string good = instruments + head + "[[rule.in_force]]\n" + row;

/// The text with its first `old` replaced; the test is wrong if there is none.
std::string with(std::string text, const std::string& old, const std::string& now)
{
    const auto at = text.find(old);
    REQUIRE(at != std::string::npos);
    return text.replace(at, old.size(), now);
}

/// Refused, in a line that names the file and the entry and says `why`.
void refused(const std::string& toml, const std::string& entry, const std::string& why)
{
    const auto answer = generate(toml);
    CHECK_FALSE(answer.built);
    CHECK_MESSAGE(answer.says.find("bad.toml: " + entry) != std::string::npos, answer.says);
    CHECK_MESSAGE(answer.says.find(why) != std::string::npos, answer.says);
}

TEST_CASE("law data without a fault builds")
{
    const auto answer = generate(good);
    CHECK_MESSAGE(answer.built, answer.says);
    CHECK(answer.says.empty());
}

TEST_CASE("a rule without a source does not build")
{
    refused(with(good, "source = \"regulations_2031: regulation 4(2)\"\n", ""), "EX-01",
            "has no source");
}

TEST_CASE("a source without a place does not build")
{
    refused(with(good, "\"regulations_2031: regulation 4(2)\"", "\"regulations_2031\""), "EX-01",
            "must read \"instrument: place\"");
}

TEST_CASE("a source in an instrument that nobody listed does not build")
{
    refused(with(good, "\"regulations_2031: reg", "\"regulations_2013: reg"), "EX-01",
            "unknown instrument \"regulations_2013\"");
}

TEST_CASE("a row that nobody checked does not build")
{
    refused(with(good, "checked = 2031-10-02\n", ""), "EX-01", "has no checked date");
}

TEST_CASE("a rule without a row does not build")
{
    refused(instruments + head, "EX-01", "never in force");
}

TEST_CASE("two rows for one day do not build")
{
    refused(good + "[[rule.in_force]]\n" + with(row, "2031-09-01", "2031-12-01"), "EX-01",
            "overlaps the row from 2031-09-01");
    const auto ended = with(good, "from = 2031-09-01\n", "from = 2031-09-01\nuntil = 2031-12-01\n");
    refused(ended + "[[rule.in_force]]\n" + with(row, "2031-09-01", "2031-12-01"), "EX-01",
            "overlaps");
}

TEST_CASE("a day between two rows does not build, and the next day does")
{
    const auto ended = with(good, "from = 2031-09-01\n", "from = 2031-09-01\nuntil = 2031-12-01\n");
    refused(ended + "[[rule.in_force]]\n" + with(row, "2031-09-01", "2031-12-03"), "EX-01",
            "gap after 2031-12-01");
    CHECK(generate(ended + "[[rule.in_force]]\n" + with(row, "2031-09-01", "2031-12-02")).built);
}

TEST_CASE("a row that ends before it begins does not build")
{
    refused(with(good, "from = 2031-09-01\n", "from = 2031-09-01\nuntil = 2031-08-01\n"), "EX-01",
            "before it begins");
}

TEST_CASE("an unknown severity, topic, force or confidence does not build")
{
    refused(with(good, "use = ", "severity = [\"wicked\"]\nuse = "), "EX-01",
            "unknown severity \"wicked\"");
    refused(with(good, "\"teaching\"", "\"gardening\""), "EX-01", "unknown topic \"gardening\"");
    refused(with(good, "\"must\"", "\"might\""), "EX-01", "unknown force \"might\"");
    refused(with(good, "\"read\"", "\"hoped\""), "EX-01", "unknown confidence \"hoped\"");
}

TEST_CASE("an id given twice does not build")
{
    refused(good + head + "[[rule.in_force]]\n" + row, "EX-01", "there twice");
}

TEST_CASE("an empty text does not build")
{
    refused(with(good, "A teacher waters the plants.", "  "), "EX-01", "has no about");
    refused(with(good, "An example", ""), "EX-01", "has no title");
}

TEST_CASE("a finding without severity, question or next step does not build")
{
    const auto finding = with(good, "\"teaching\"", "\"findings\"");
    refused(finding, "EX-01", "has no severity");
    refused(finding, "EX-01", "has no ask");
    refused(finding, "EX-01", "has no next");
}

TEST_CASE("our reading without the reading to show does not build")
{
    refused(with(good, "\"read\"", "\"our_reading\""), "EX-01", "has no reading to show");
}

TEST_CASE("a rule or value that is pointed to and not there does not build")
{
    refused(with(good, "use = ", "see = [\"EX-99\"]\nuse = "), "EX-01", "unknown rule \"EX-99\"");
    refused(with(good, "use = ", "values = [\"plants\"]\nuse = "), "EX-01",
            "unknown value \"plants\"");
}

TEST_CASE("a key that nothing reads does not build")
{
    refused(with(good, "use = ", "useful = \"yes\"\nuse = "), "EX-01", "nothing reads: useful");
}

TEST_CASE("a paragraph of guidance that would stand for two editions does not build")
{
    const auto guidance = "\"example_guidance: paragraph 20\"";
    refused(with(good, "\"regulations_2031: regulation 4(2)\"", guidance), "EX-01", "2 editions");
    const auto ended = with(good, "from = 2031-09-01\n", "from = 2031-09-01\nuntil = 2031-12-31\n");
    CHECK(generate(with(ended, "\"regulations_2031: regulation 4(2)\"", guidance)).built);
    CHECK(generate(
              with(good, "\"regulations_2031: regulation 4(2)\"", "\"example_guidance: {power}\""))
              .built);
}

TEST_CASE("a part of guidance without a name, or from before its first edition, does not build")
{
    refused(with(good, "\"regulations_2031: regulation 4(2)\"", "\"example_guidance: {plants}\""),
            "EX-01", "no subject \"plants\"");
    const auto early = with(good, "from = 2031-09-01", "from = 2030-09-01");
    refused(with(early, "\"regulations_2031: regulation 4(2)\"", "\"example_guidance: {power}\""),
            "EX-01", "no edition as early as 2030-09-01");
}

const std::string value = R"toml([days_to_water]
about = "Time to water the plants"
unit = "school days"
[[days_to_water.in_force]]
from = 2031-09-01
value = 3
confidence = "read"
source = "regulations_2031: regulation 4(2)"
checked = 2031-10-02
)toml";

TEST_CASE("a number in law is held to the same rules")
{
    CHECK(generate(good + value).built);
    refused(good + with(value, "source = \"regulations_2031: regulation 4(2)\"\n", ""),
            "days_to_water", "has no source");
    refused(good + with(value, "checked = 2031-10-02\n", ""), "days_to_water",
            "has no checked date");
    refused(good + with(value, "value = 3\n", ""), "days_to_water", "has no whole number in value");
    refused(good + with(value, "unit = \"school days\"\n", ""), "days_to_water", "has no unit");
}

TEST_CASE("only a setting may be left unset")
{
    const std::string unset = "[days_to_water]\nabout = \"Time\"\nunit = \"school days\"\n";
    refused(good + unset, "days_to_water", "never in force");
    CHECK(generate(good + unset + "setting = true\n").built);
}

TEST_CASE("law that is not in force has no first day, and has one once it is commenced")
{
    const std::string each =
        "[[switch]]\nid = \"watering\"\ntitle = \"Watering\"\nabout = \"Water.\"\n"
        "source = \"An Act\"\nchecked = 2031-10-02\n";
    CHECK(generate(good + each + "status = \"not_commenced\"\n").built);
    CHECK(generate(good + each + "status = \"commenced\"\nfrom = 2032-01-01\n").built);
    refused(good + each + "status = \"commenced\"\n", "watering", "once it is commenced");
    refused(good + each + "status = \"announced\"\nfrom = 2032-01-01\n", "watering",
            "and only then");
}

TEST_CASE("one code twice on a day does not build")
{
    const std::string set = "[[code_set]]\nset = \"exclusion_reasons\"\nfrom = 2031-01-01\n"
                            "source = \"A list\"\nconfidence = \"read\"\nchecked = 2031-10-02\n"
                            "[[code_set.code]]\ncode = \"PL\"\nname = \"Plants\"\n";
    CHECK(generate(good + set).built);
    refused(good + set + with(set, "2031-01-01", "2032-01-01"), "exclusion_reasons: PL",
            "overlaps");
}

TEST_CASE("text that is not TOML is refused with its line")
{
    refused(good + "this is not toml\n", "line ", "");
}

} // namespace law_constants_test
