// Each rule that the code can answer with is held by a row of a table in which it fires, and by a
// row of the same table in which it does not: vectors, cases of movements, and tables of facts.
#include "helpers/shared_data.h"
#include "platform/json/json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace rules_fired_test {

namespace fs = std::filesystem;
using Ids = std::set<std::string>;

std::string text_of(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

fs::path source(const std::string& path)
{
    return onroll::tests::source_file(path);
}

Ids matches(const std::string& text, const char* pattern)
{
    const std::regex expression(pattern);
    Ids found;
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
        found.insert((*at)[1]);
    return found;
}

/// "fnd_02" as "FND-02".
std::string printed(std::string id)
{
    for (auto& letter : id) letter = letter == '_' ? '-' : static_cast<char>(std::toupper(letter));
    return id;
}

/// The rules named by the code that makes duties and findings.
Ids emitted()
{
    Ids all;
    for (const auto& entry : fs::directory_iterator(source("src/law"))) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with("rules_") && !name.starts_with("findings_")) continue;
        for (const auto& id : matches(text_of(entry.path()), R"(RuleId::([a-z]+_[0-9]+t?))"))
            all.insert(printed(id));
    }
    return all;
}

/// For each rule, how many rows of one table it fires in; and how many rows the table has.
struct Table {
    std::map<std::string, int> fires;
    int rows = 0;

    void add(const Ids& fired)
    {
        ++rows;
        for (const auto& id : fired) ++fires[id];
    }
};

Table vectors(const fs::path& path)
{
    Table table;
    const auto document = onroll::json::parse(text_of(path));
    REQUIRE_MESSAGE(document.has_value(), path.string());
    for (const auto& vector : document->at("vectors")) {
        Ids fired;
        for (const auto& id : vector.at("expected").at("rules_fired"))
            fired.insert(id.get<std::string>());
        table.add(fired);
    }
    return table;
}

/// The parts of a text, each from one `mark` to the next.
std::vector<std::string> split(const std::string& text, const std::string& mark)
{
    std::vector<std::string> parts;
    for (auto from = text.find(mark); from != std::string::npos;) {
        const auto next = text.find(mark, from + 1);
        parts.push_back(text.substr(from, next == std::string::npos ? next : next - from));
        from = next;
    }
    return parts;
}

Table cases(const fs::path& path)
{
    Table table;
    for (const auto& one : split("\n" + text_of(path), "\ncase: "))
        table.add(matches(one, R"(\nanswer: ([A-Z]+-[0-9]+[A-Z]?) )"));
    return table;
}

/// One test of facts: each row begins a line, and a row that adds nothing fires nothing.
Table facts(const std::string& test)
{
    Table table;
    for (const auto& row : split(test, "\n        {\""))
        table.add(matches(row, R"re(([A-Z]+-[0-9]+[A-Z]?) [a-z_]+[ ";])re"));
    return table;
}

/// Whoever is excluded, the parent is told.
const Ids always{"NT-01"};

std::vector<Table> tables()
{
    std::vector<Table> all;
    if (const auto path = onroll::tests::shared_file("reference/exclusion-law-vectors.json"))
        all.push_back(vectors(*path));
    for (const auto& entry : fs::directory_iterator(source("src/law/tests/cases")))
        all.push_back(vectors(entry.path()));
    for (const auto& entry : fs::directory_iterator(source("src/law/tests/movements")))
        if (entry.path().extension() == ".cases") all.push_back(cases(entry.path()));
    for (const auto& entry : fs::directory_iterator(source("src/law/tests")))
        if (entry.path().filename().string().starts_with("circumstances_"))
            for (const auto& test : split(text_of(entry.path()), "TEST_CASE("))
                all.push_back(facts(test));
    return all;
}

TEST_CASE("each rule that the code can answer with has a row where it fires and one where it does "
          "not")
{
    const auto all = tables();
    const auto ids = emitted();
    CHECK(ids.size() > 100);
    for (const auto& id : ids) {
        bool fires = false, silent = false;
        for (const auto& table : all) {
            const auto found = table.fires.find(id);
            if (found == table.fires.end()) continue;
            fires = true;
            silent = silent || found->second < table.rows;
        }
        CHECK_MESSAGE(fires, id << " fires in no row");
        CHECK_MESSAGE(silent != always.contains(id), id << " fires in every row of its tables");
    }
}

TEST_CASE("a table counts rows that fire and rows that do not")
{
    const auto table =
        facts("TEST_CASE(\"x\")\n        {\"a\", \"FND-03 unlawful\"},\n        {\"b\", \"\"}");
    CHECK(table.rows == 2);
    CHECK(table.fires.at("FND-03") == 1);
}

} // namespace rules_fired_test
