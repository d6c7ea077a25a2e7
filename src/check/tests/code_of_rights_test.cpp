// The code of rights: versions by day, each with its address, and what changed.
#include "builders.h"
#include "check/pages.h"
#include "helpers/readability.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace code_of_rights_test {

using namespace onroll;
using namespace onroll::check;

const CodeVersion first{date(2026, 9, 1), "# Our code\n\n- Children are heard.\n- Work is set.\n"};
const CodeVersion second{date(2026, 11, 1),
                         "# Our code\n\n- Children are heard first.\n- Work is set.\n"};
const CodeVersion later{date(2027, 1, 1), "# Our code\n\n- Work is set.\n"};

struct Server {
    FixedClock clock{date(2026, 11, 23)};
    design::Site site{};
    Services given = check_tests::services(site, clock);
    http::Router router;
    explicit Server(std::vector<CodeVersion> versions)
    {
        given.code = std::move(versions);
        add_pages(router, given);
    }
    http::Response get(const char* path) const
    {
        return http::handle(router, http::Request::get(path));
    }
};

bool has(const http::Response& response, const std::string& words)
{
    return response.body.find(words) != std::string::npos;
}

/// A folder that is removed at the end.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("onroll-code-" + std::to_string(::getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(const char* name, const std::string& text) const
    {
        std::ofstream(path / name) << text;
    }
};

} // namespace code_of_rights_test

TEST_CASE("the version that holds on a day is the last begun by then")
{
    using namespace code_of_rights_test;
    const std::vector<CodeVersion> all{first, second, later};
    CHECK(code_on(all, date(2026, 8, 31)) == nullptr);
    CHECK(code_on(all, date(2026, 10, 31))->from == first.from);
    CHECK(code_on(all, date(2026, 11, 1))->from == second.from);
    CHECK(code_on(all, date(2030, 1, 1))->from == later.from);
}

TEST_CASE("what changed is told line by line")
{
    using namespace code_of_rights_test;
    CHECK(changes_between(first.text, second.text) ==
          std::vector<CodeChange>{{false, "Children are heard."},
                                  {true, "Children are heard first."}});
    CHECK(changes_between(second.text, later.text) ==
          std::vector<CodeChange>{{false, "Children are heard first."}});
    CHECK(changes_between(first.text, first.text).empty());
    CHECK(changes_between("", first.text).size() == 3);
}

TEST_CASE("a folder of versions is read by their days, and a file that does not fit is named")
{
    using namespace code_of_rights_test;
    const Folder folder;
    CHECK(read_code(folder.path / "none").value().empty());
    folder.write("2026-11-01.md", second.text);
    folder.write("2026-09-01.md", first.text);
    folder.write("notes.txt", "not a version");
    CHECK(read_code(folder.path).value() == std::vector<CodeVersion>{first, second});
    folder.write("autumn.md", first.text);
    const auto refused = read_code(folder.path);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("autumn.md") != std::string::npos);
    std::filesystem::remove(folder.path / "autumn.md");
    folder.write("2026-12-01.md", "no title");
    CHECK_FALSE(read_code(folder.path));
}

TEST_CASE("each version keeps its address, the newest begun is shown, and a later one says so")
{
    using namespace code_of_rights_test;
    const Server server({first, second, later});
    const auto now = server.get("/check/code");
    CHECK(now.status == 200);
    CHECK(has(now, "In force since 1 November 2026"));
    CHECK(has(now, "What changed in this version"));
    CHECK(has(now, "Children are heard first."));
    const auto older = server.get("/check/code/2026-09-01");
    CHECK(has(older, "This is an older version"));
    CHECK_FALSE(has(older, "What changed"));
    CHECK(has(server.get("/check/code/2027-01-01"), "This version holds from 1 January 2027"));
    CHECK(server.get("/check/code/2026-09-02").status == 404);
    CHECK(server.get("/check/code/september").status == 404);
}

TEST_CASE("markup in an area's code is shown as words")
{
    using namespace code_of_rights_test;
    const Server server({{date(2026, 1, 1), "# Code\n\n<script>alert(1)</script>\n"}});
    CHECK_FALSE(has(server.get("/check/code"), "<script>alert"));
}

TEST_CASE("the code that is built in reads at grade 6 or lower")
{
    using namespace code_of_rights_test;
    const Server server({});
    const auto page = server.get("/check/code");
    REQUIRE(page.status == 200);
    CHECK(has(page, "Code of rights and responsibilities"));
    const auto shown = readability::shown_words(page.body, {});
    CAPTURE(shown);
    CHECK(readability::grade(shown, {"exclusion", "suspension", "governors", "head teacher",
                                     "virtual school head", "social worker", "disability",
                                     "permanent exclusion", "responsibilities"}) <= 6.0);
}
