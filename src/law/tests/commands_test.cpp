// What `onroll law evaluate` says to somebody whose file it cannot read.
#include "law/commands.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>

namespace law_commands_test {

using namespace onroll;

struct Said {
    std::string out, trouble;
    cli::Exit exit;
};

Said said_of(const std::string& file, std::string_view bytes)
{
    std::istringstream in{std::string(bytes)};
    std::ostringstream out, trouble;
    cli::Context context{.in = in, .out = out, .err = trouble};
    CLI::App app("test");
    law::add_commands(app, context, {});
    app.parse("law evaluate " + file);
    return {out.str(), trouble.str(), context.exit};
}

bool says(std::string_view bytes, std::string_view words)
{
    const auto said = said_of("-", bytes);
    CAPTURE(said.trouble);
    CHECK(said.exit == cli::Exit::bad_input);
    CHECK(said.out.empty());
    return said.trouble.find(words) != std::string::npos;
}

constexpr std::string_view a_history = R"({"id": "one", "schools": {}})";

TEST_CASE("a file that is not what it should be is told what it is")
{
    CHECK(says("", "The file is empty"));
    CHECK(says("\xFF\xFE{", "UTF-16. Save it as UTF-8"));
    CHECK(says("{\"id\": \"caf\xE9\"}", "It is not UTF-8"));
    CHECK(says(std::string(a_history) + "\n" + std::string(a_history) + "\n", "add --stream"));
    CHECK_FALSE(says("{\n}\n}", "add --stream"));
    CHECK(says(R"({"vectors": [], "histories": []})", "not both"));
    const auto folder = std::filesystem::temp_directory_path().string();
    CHECK(said_of(folder, {}).trouble.find("is a folder. Name a file in it") != std::string::npos);
}

TEST_CASE("a history that has no trouble is answered")
{
    const auto said = said_of("-", a_history);
    CHECK(said.trouble.empty());
    CHECK(said.exit == cli::Exit::done);
    CHECK(said.out.find("\"id\": \"one\"") != std::string::npos);
}

TEST_CASE("of several histories those that cannot be read are counted beside the answers")
{
    const std::string one(a_history), other = R"({"id": "two"})";
    const auto whole = said_of("-", "{\"histories\": [" + one + ", " + other + "]}");
    CHECK(whole.exit == cli::Exit::bad_input);
    CHECK(whole.out.find("\"member\": \"/schools\"") != std::string::npos);
    CHECK(whole.trouble.find("1 of 2 histories could not be read") != std::string::npos);
    const auto lines = said_of("--stream -", one + "\n" + other + "\n\n{\n");
    CHECK(lines.exit == cli::Exit::bad_input);
    CHECK(std::count(lines.out.begin(), lines.out.end(), '\n') == 3);
    CHECK(lines.trouble.find("2 of 3 histories could not be read") != std::string::npos);
}

} // namespace law_commands_test
