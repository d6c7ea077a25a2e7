#include "places/api.h"
#include "places/commands.h"
#include "places/demo.h"
#include "places/imports.h"
#include "places/pages.h"

#include "helpers/test_database.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

namespace pages_test {

using namespace onroll;
using namespace onroll::places;

const FixedClock noon(date(2026, 11, 23));

/// The demonstration with all its faces.
struct Tidemoor {
    tests::TestDatabase place{db::Engine::sqlite};
    std::unique_ptr<db::Database> database = place.open();
    SchoolSearch search{*database};
    design::Site site{.demonstration = true};
    Services services{database.get(), &search, &noon, &site};
    http::Router router;
    openapi::Document description{"Onroll", "1", "Test"};

    explicit Tidemoor(bool filled = true)
    {
        REQUIRE(prepare(*database, noon).has_value());
        if (filled) REQUIRE(fill_demo(*database, 1, noon).has_value());
        add_pages(router, services);
        add_api(router, description, services);
    }
    http::Response get(std::string_view target) const
    {
        return http::handle(router, http::Request::get(target));
    }
};

bool says(const http::Response& response, std::string_view words)
{
    return response.content().find(words) != std::string_view::npos;
}

json::Value json_of(const http::Response& response)
{
    const auto value = json::parse(response.content());
    REQUIRE(value.has_value());
    return *value;
}

TEST_CASE("the search page has a form, and says so when there are no schools")
{
    const Tidemoor empty(false);
    const auto page = empty.get("/schools");
    CHECK(page.status == 200);
    CHECK(says(page, "name=\"q\""));
    CHECK(says(page, "no schools here yet"));
    CHECK(says(Tidemoor().get("/schools"), "42 schools can be found here"));
}

TEST_CASE("a search shows the schools that fit, with a link to each, and escapes what was typed")
{
    const Tidemoor area;
    const auto page = area.get("/schools?q=harbor+light+academy");
    CHECK(page.status == 200);
    CHECK(says(page, "Harbour Light Academy"));
    CHECK(says(page, "href=\"/schools/990022\""));
    const auto none = area.get("/schools?q=%3Cscript%3Ezzzz");
    CHECK(says(none, "No school found"));
    CHECK_FALSE(says(none, "<script>zzzz"));
}

TEST_CASE("all schools of an area can be looked through, fifty on a page")
{
    const Tidemoor area;
    std::string text = "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,"
                       "TypeOfEstablishment (code),TypeOfEstablishment (name),"
                       "EstablishmentStatus (name),OpenDate,Trusts (code),Trusts (name),Postcode,"
                       "PreviousLA (code),PreviousEstablishmentNumber,NumberOfPupils,CensusDate\n";
    for (int i = 0; i < 120; ++i)
        text += std::to_string(107'100 + i) + ",373,Sheffield," + std::to_string(4200 + i) +
                ",School " + std::to_string(i) +
                ",34,Academy converter,Open,01/09/2012,2000,Moor Trust,S10 2TN,,,812,19/01/2023\n";
    auto reader = csv::Reader::read(text);
    REQUIRE(reader.has_value());
    REQUIRE(import_places(*area.database, *reader, Apply::commit, FaultyRows::refuse_file, noon)
                .has_value());
    const auto first = area.get("/schools?q=S10");
    CHECK(says(first, "120 schools found, those that fit best first: 1 to 50"));
    CHECK(says(first, "href=\"/schools?q=S10&amp;page=2\""));
    const auto last = area.get("/schools?q=S10&page=3");
    CHECK(says(last, "101 to 120"));
    CHECK(says(last, "href=\"/schools/107219\""));
    CHECK_FALSE(says(last, "page=4"));
    CHECK(says(area.get("/schools?q=S10&page=99"), "101 to 120"));
    CHECK(says(area.get("/schools?q=S10&page=x"), ": 1 to 50"));
    CHECK(says(area.get("/schools?q=S10&page=-2"), ": 1 to 50"));
    CHECK(says(area.get("/schools?q=Sheffield"), "120 schools found")); // by their authority
    const auto few = area.get("/schools?q=harbor+light+academy");
    CHECK_FALSE(says(few, "page=2"));
}

TEST_CASE(
    "a school's page shows what it is, which rules apply, what came before it and its term dates")
{
    const auto page = Tidemoor().get("/schools/990023");
    CHECK(page.status == 200);
    CHECK(says(page, "Ferryhithe Academy"));
    CHECK(says(page, "The rules for academies apply."));
    CHECK(says(page, "Tidemoor Inclusive Schools Trust"));
    CHECK(says(page, "Ferryhithe Comprehensive School"));
    CHECK(says(page, "Autumn term 2026"));
    CHECK(says(page, "November 2026"));
    // On paper the months stand two in a row, and what only a screen can do is left out.
    CHECK(says(page, "<div class=\"onr-months\">"));
    CHECK(says(page, "onr-noprint\">Take these dates with you"));
    CHECK(says(page, "Source: Invented for demonstration"));
}

TEST_CASE("a school outside the rules says why, and one with six terms says so")
{
    const Tidemoor area;
    CHECK(says(area.get("/schools/990037"), "do not apply to independent schools"));
    CHECK(says(area.get("/schools/990017"), "more than three terms"));
}

TEST_CASE("another school year can be chosen, and a year that is not known falls back")
{
    const Tidemoor area;
    CHECK(says(area.get("/schools/990015?year=2024"), "Term dates 2024 to 2025"));
    CHECK(says(area.get("/schools/990015?year=1066"), "Term dates 2026 to 2027"));
    CHECK(says(area.get("/schools/990015?year=x"), "Term dates 2026 to 2027"));
}

TEST_CASE("a school that is not here is not found, on the page and in the API")
{
    const Tidemoor area;
    CHECK(area.get("/schools/999999").status == 404);
    CHECK(area.get("/schools/abc").status == 404);
    CHECK(area.get("/api/v1/schools/999999").status == 404);
    CHECK(area.get("/api/v1/schools/abc").status == 400);
    CHECK(area.get("/api/v1/schools/999999").headers["Content-Type"].find("problem+json") !=
          std::string_view::npos);
}

TEST_CASE("a school's term dates can be taken as ICS and as CSV that read back the same")
{
    const Tidemoor area;
    const auto csv = area.get("/schools/990022/calendar.csv");
    const auto ics = area.get("/schools/990022/calendar.ics");
    const auto from_csv = read_calendar_csv(std::string(csv.content()), TermSystem::three);
    const auto from_ics = read_calendar_ics(ics.content(), TermSystem::three);
    REQUIRE(from_csv.has_value());
    REQUIRE(from_ics.has_value());
    CHECK(from_csv->dates.terms.size() == 12);
    CHECK(from_ics->dates.terms == from_csv->dates.terms);
    CHECK(area.get("/schools/999999/calendar.ics").status == 404);
}

TEST_CASE("the API finds schools and gives each in its documented shape")
{
    const Tidemoor area;
    const auto found = json_of(area.get("/api/v1/schools?q=lighthouse+pru&limit=1"));
    REQUIRE(found["schools"].size() == 1);
    const auto& school = found["schools"][0];
    CHECK(school["urn"] == "990028");
    CHECK(school["laestab"] == "001/1101");
    CHECK(school["law_school_type"] == "pru");
    CHECK(school["outside_the_rules"].is_null());
    CHECK(school["authority"]["name"] == "Tidemoor");
    CHECK(json_of(area.get("/api/v1/schools?q=primary&limit=2"))["more"] == true);
    const auto one = json_of(area.get("/api/v1/schools/990041"));
    CHECK(one["links"][0]["kind"] == "successor");
    CHECK(one["closed_on"] == "2019-08-31");
}

TEST_CASE("the API refuses an empty search and an impossible limit with a problem document")
{
    const Tidemoor area;
    for (const auto* target : {"/api/v1/schools", "/api/v1/schools?q=x&limit=0",
                               "/api/v1/schools?q=x&limit=101", "/api/v1/schools?q=x&limit=ten"}) {
        const auto response = area.get(target);
        CHECK(response.status == 400);
        CHECK(json_of(response)["status"] == 400);
    }
}

TEST_CASE("the API gives a calendar with terms, closures, bank holidays and school days")
{
    const Tidemoor area;
    const auto calendar = json_of(area.get("/api/v1/schools/990017/calendar"));
    CHECK(calendar["term_system"] == "more_than_three");
    CHECK(calendar["terms"].size() == 24);
    CHECK(calendar["closures"][0]["reason"] == "inset");
    CHECK(calendar["school_days"].size() == 4);
    CHECK(calendar["bank_holidays"][0] == "2024-12-25");
}

TEST_CASE("every route of the API is described")
{
    const Tidemoor area;
    CHECK(area.description.differences(area.router.routes()).empty());
}

/// Runs a command line and gives what it printed.
struct Ran {
    std::string out, err;
    cli::Exit exit;
};

Ran run(const tests::TestDatabase& place, const std::string& line)
{
    std::ostringstream out, err;
    cli::Context context{.out = out, .err = err};
    CLI::App app;
    const auto open = [&](const cli::Context&) -> Result<std::unique_ptr<db::Database>> {
        auto database = db::Database::open(place.settings());
        if (database && !prepare(**database, noon)) return bad_input("not prepared");
        return database;
    };
    add_commands(app, context, open, noon);
    app.parse(line, false);
    return {out.str(), err.str(), context.exit};
}

TEST_CASE("the commands fill, import, find and show")
{
    const tests::TestDatabase place(db::Engine::sqlite);
    {
        const auto database = place.open();
        REQUIRE(prepare(*database, noon));
        CHECK(fill_demo(*database, 3, noon)->schools == 42);
    }
    CHECK(run(place, "places find kittiwake")
              .out.find("990020  001/2102  Kittiwake Primary Academy, Ferryhithe, QT5 5KP") == 0);
    CHECK(run(place, "places find zzzzzz").exit == cli::Exit::failed);
    CHECK(run(place, "places calendar 990015").out.find("school days known") != std::string::npos);
    CHECK(run(place, "places calendar 990015 --as csv").out.find("kind,name,start,end") == 0);
    CHECK(run(place, "places calendar 999999").exit == cli::Exit::failed);
    const auto file = place.folder() / "inset.csv";
    std::ofstream(file) << "kind,name,start,end\ninset,Training,2026-11-24,\n";
    const auto dry =
        run(place, "places import-calendar " + file.string() + " --school 990015 --dry-run");
    CHECK(dry.out.find("dry run") != std::string::npos);
    CHECK(dry.out.find("1 would change") != std::string::npos);
    CHECK(run(place, "places import-calendar " + file.string() + " --school 990015")
              .out.find("Stored") != std::string::npos);
    CHECK(run(place, "places import-calendar " + file.string() + " --school 990015")
              .out.find("0 changed") != std::string::npos);
    CHECK(run(place, "places import-calendar " + file.string()).exit == cli::Exit::bad_input);
    CHECK(run(place, "places import " + file.string()).exit == cli::Exit::bad_input);
}

TEST_CASE("an import that is refused names the rows and ends with the code for bad input")
{
    const tests::TestDatabase place(db::Engine::sqlite);
    const auto file = place.folder() / "schools.csv";
    std::ofstream(file) << "AcademicYear,LA,LAEstab,SchoolName,URN\n201718,373,37,Bad,"
                           "107002\n201718,373,3734000,Good,107003\n";
    const auto refused = run(place, "places import " + file.string());
    CHECK(refused.exit == cli::Exit::bad_input);
    CHECK(refused.out.find("Row 2, LAEstab (C): A DfE number must be 7 digits") !=
          std::string::npos);
    CHECK(refused.out.find("Nothing was stored") != std::string::npos);
    CHECK(run(place, "places import " + file.string() + " --leave-out-faulty-rows").exit ==
          cli::Exit::done);
}

} // namespace pages_test
