// Every file that staff can take away, column by column, held to a reviewed list: a column that is
// new in one of them shows there before it leaves. trust.md W-07, Z-07.
#include "tests/walks.h"

#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace exports_test {

using namespace onroll;
using namespace tidemoor;

std::string type_of(const http::Response& answer)
{
    const std::string type(answer.headers["Content-Type"]);
    return type.substr(0, type.find(';'));
}

/// The first row, as it stands in the file.
std::string head_of(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return std::string(bytes.substr(0, bytes.find_first_of("\r\n")));
}

/// Names of properties, each once: a calendar's lines begin with them.
std::string properties_of(std::string_view bytes)
{
    std::set<std::string> names;
    std::istringstream lines{std::string(bytes)};
    for (std::string line; std::getline(lines, line);) {
        const auto name = line.substr(0, line.find_first_of(":;\r"));
        if (!name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
                return (c >= 'A' && c <= 'Z') || c == '-';
            }))
            names.insert(name);
    }
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : " ") + name;
    return all;
}

std::string columns_of(const http::Response& answer)
{
    const auto type = type_of(answer);
    if (type == "text/csv") return head_of(answer.content());
    if (type == "text/calendar") return properties_of(answer.content());
    // A paper or a picture is whole, as it was given to the service or laid out for print.
    return "as it is";
}

std::string written(const std::map<std::string, std::string>& exports)
{
    std::string text =
        "Files that staff can take away, with their columns: reviewed, and held to by "
        "a test.\n\n";
    for (const auto& [route, columns] : exports) text += route + "\n    " + columns + "\n";
    return text;
}

TEST_CASE("each file that staff can take away holds the columns of the reviewed list")
{
    std::map<std::string, std::string> exports;
    for (const auto& [who, shown] : walks())
        for (const auto& one : shown) {
            if (one.route->method != http::Method::get || !is_guarded(*one.route)) continue;
            const auto answer = area().ask(*one.route, one.target, who);
            if (answer.status != 200 || type_of(answer) == "text/html") continue;
            const auto [known, added] =
                exports.emplace(one.route->pattern + " " + type_of(answer), columns_of(answer));
            CAPTURE(one.route->pattern);
            if (!added) CHECK(known->second == columns_of(answer));
        }
    const auto path = tests::source_file("docs/reference/exports.txt");
    if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(path) << written(exports);
    std::ifstream in(path);
    const std::string reviewed((std::istreambuf_iterator<char>(in)), {});
    CHECK(reviewed == written(exports));
    CHECK(exports.size() > 4);
}

} // namespace exports_test
