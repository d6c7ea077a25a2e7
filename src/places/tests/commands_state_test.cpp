#include "places/commands.h"
#include "places/demo.h"
#include "places/store.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <string>

namespace commands_state_test {

using namespace onroll;
using namespace onroll::places;

const FixedClock noon(date(2026, 11, 26));

struct Ran {
    std::string out, err;
    cli::Exit exit;
};

/// The demonstration area, and the commands of places over it.
struct Folder {
    tests::TestDatabase place{db::Engine::sqlite};

    Folder()
    {
        const auto database = place.open();
        REQUIRE(prepare(*database, noon));
        REQUIRE(fill_demo(*database, 3, noon).has_value());
    }
    Ran run(const std::string& line) const
    {
        std::ostringstream out, err;
        cli::Context context{.out = out, .err = err};
        CLI::App app;
        const auto open = [&](const cli::Context&) -> Result<std::unique_ptr<db::Database>> {
            return db::Database::open(place.settings());
        };
        add_commands(app, context, open, noon);
        app.parse(line, false);
        return {out.str(), err.str(), context.exit};
    }
    std::string calendar(const std::string& urn) const
    {
        return run("places calendar " + urn + " --as csv").out;
    }
};

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

TEST_CASE("an authority's dates told by hand are its schools'")
{
    const Folder folder;
    const auto told = folder.run("places state --authority 001 --instead "
                                 "--term 2031-09-02..2031-12-19 2032-01-05..2032-03-25 "
                                 "--half-term 27/10/2031..31/10/2031 --inset 2031-11-28");
    CHECK(told.err == "");
    CHECK(told.exit == cli::Exit::done);
    CHECK(has(told.out, "Terms: 2. Half terms, INSET days and other closures: 2\n"));
    CHECK(has(told.out, "Stored\n"));
    const auto dates = folder.calendar("990020");
    CHECK(has(dates, "term,Autumn term 2031,2031-09-02,2031-12-19"));
    CHECK(has(dates, "half_term,,2031-10-27,2031-10-31"));
    CHECK(has(dates, "inset,,2031-11-28,2031-11-28"));
    SUBCASE("what is told later comes beside it, and once")
    {
        for (int i = 0; i < 2; ++i)
            CHECK(has(folder.run("places state --authority 001 --closed 2031-12-02").out,
                      "other closures: 3\n"));
        CHECK(has(folder.calendar("990020"), "closure,,2031-12-02,2031-12-02"));
    }
    SUBCASE("a term over another is refused, and nothing changes")
    {
        const auto refused =
            folder.run("places state --authority 001 --term 2031-12-02..2032-01-16");
        CHECK(refused.exit == cli::Exit::bad_input);
        CHECK(has(refused.err, "must start after"));
        CHECK(folder.calendar("990020") == dates);
    }
}

TEST_CASE("a school's departures told by hand come over its authority's dates")
{
    const Folder folder;
    REQUIRE(folder
                .run("places state --authority 001 --instead --term 2026-09-01..2026-12-18 "
                     "--closed 2026-11-30")
                .exit == cli::Exit::done);
    const std::string school = "places state --school 990020 --instead ";
    const auto before = folder.calendar("990020");
    CHECK(has(folder.run(school + "--moved-term 2026-09-03..2026-12-17 --dry-run").out,
              "Nothing was stored: this was a dry run\n"));
    CHECK(folder.calendar("990020") == before);
    const auto told = folder.run(school + "--moved-term 2026-09-03..2026-12-17 --open 2026-11-30 "
                                          "--inset 2026-10-12");
    CHECK(told.exit == cli::Exit::done);
    const auto dates = folder.calendar("990020");
    CHECK(has(dates, ",2026-09-03,2026-12-17"));
    CHECK(has(dates, "inset,,2026-10-12,2026-10-12"));
    CHECK_FALSE(has(dates, "2026-11-30"));
    CHECK(folder.run("places state --school 990020 --instead").exit == cli::Exit::done);
    CHECK(has(folder.calendar("990020"), ",2026-09-01,2026-12-18"));
}

TEST_CASE("dates that cannot be are refused in plain words")
{
    const Folder folder;
    const auto refused = [&](const std::string& line, const std::string& words) {
        INFO(line);
        const auto ran = folder.run("places state " + line);
        CHECK(ran.exit != cli::Exit::done);
        CHECK(ran.out == "");
        INFO(ran.err);
        CHECK(has(ran.err, words));
    };
    refused("--inset 2026-11-27", "Say whose dates they are");
    refused("--school 990020 --authority 001 --inset 2026-11-27", "Say whose dates they are");
    refused("--school 990020", "Give the dates, like --term");
    refused("--school 990020 --inset 2026-02-30", "--inset 2026-02-30: the first day must be a");
    refused("--school 990020 --term 2026-12-18..2026-09-01",
            "the last day must be the same as or after the first");
    refused("--school 990020 --closed 2026-01-01..2027-12-31", "a year or shorter");
    refused("--authority 001 --open 2026-11-30", "--moved-term and --open are for a school");
    refused("--school 990020 --open 2026-11-28", "is a weekend or a bank holiday");
    refused("--school 199999 --inset 2026-11-27", "");
}

TEST_CASE("every problem of an import is in the file of errors")
{
    const Folder folder;
    const auto file = folder.place.folder() / "schools.csv";
    const auto errors = folder.place.folder() / "errors.csv";
    const auto written = [&] {
        std::ifstream in(errors, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    {
        std::ofstream out(file);
        out << "AcademicYear,LA,LAEstab,SchoolName,URN\n";
        for (int i = 0; i < 60; ++i) out << "201718,373,37,Bad,107002\n";
    }
    const auto line = "places import " + file.string() + " --errors ";
    CHECK(folder.run(line + errors.string()).exit == cli::Exit::bad_input);
    CHECK(written().starts_with("row,column,message\r\n2,LAEstab (C),"));
    CHECK(has(written(), "A DfE number must be 7 digits"));
    CHECK(has(written(), "\r\n61,LAEstab (C),"));
    {
        std::ofstream out(file);
        out << "AcademicYear,LA,LAEstab,SchoolName,URN\n201718,373,3734000,Good,107003\n";
    }
    CHECK(folder.run(line + file.string()).exit == cli::Exit::bad_input);
    CHECK(folder.run(line + (folder.place.folder() / "none" / "e.csv").string()).exit ==
          cli::Exit::bad_input);
    CHECK(folder.run("places find 107003").exit == cli::Exit::failed);
    CHECK(folder.run(line + errors.string()).exit == cli::Exit::done);
    CHECK(written() == "row,column,message\r\n");
}

} // namespace commands_state_test
