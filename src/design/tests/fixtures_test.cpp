// Holds our components to the fixtures that govuk-frontend ships: the options of each, and the HTML
// expected for them. The table of what differs, with reasons, makes docs/reference/components.md.
#include "design/tests/compare_html.h"
#include "design/tests/fixture_options.h"
#include "helpers/shared_data.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace onroll::design::tests::fixtures_test {

struct Difference {
    std::string component;
    std::string fixture;
    std::string reason;
};

const std::string empty_places =
    "numbers its ids past the empty places of a JavaScript list, and a C++ list has none";

const std::vector<Difference> differences{
    {"accordion", "with falsy values", empty_places},
    {"checkboxes", "with falsy values", empty_places},
    {"radios", "with falsy items", empty_places},
    {"task-list", "with empty values", empty_places},
};

/// Components of the package that we do not render.
const std::map<std::string, std::string> not_needed{
    {"cookie-banner", "only strictly necessary cookies are set, so there is nothing to ask"},
    {"feedback", "feedback is a link in our footer"},
    {"footer", "carries the crown and the crest; ours is components/footer.h"},
    {"header", "is for GOV.UK services only; the generic header stands in its place"},
};

std::filesystem::path components_folder()
{
    return onroll::tests::source_file("web/node_modules/govuk-frontend/dist/govuk/components");
}

Options fixtures_of(const std::string& component)
{
    std::ifstream file(components_folder() / component / "fixtures.json");
    return Options::parse(file).at("fixtures");
}

const Difference* difference(const std::string& component, const std::string& fixture)
{
    for (const auto& each : differences) {
        if (each.component == component && each.fixture == fixture) return &each;
    }
    return nullptr;
}

struct Tally {
    int passed = 0;
    int listed = 0;
};

Tally check(const std::string& component, const Renderer& renderer)
{
    Tally tally;
    for (const auto& fixture : fixtures_of(component)) {
        const std::string name = fixture.at("name");
        const std::string ours = normal_text(renderer(fixture.at("options")).view());
        const std::string expected = normal_text(fixture.at("html").get<std::string>());
        const bool same = ours == expected;
        INFO(component, ": ", name);
        if (difference(component, name)) {
            CHECK_MESSAGE(!same, "is listed as different and is not: take it off the list");
            ++tally.listed;
        } else {
            CHECK(ours == expected);
            tally.passed += same ? 1 : 0;
        }
    }
    return tally;
}

std::string page_text(const std::map<std::string, Tally>& tallies)
{
    std::ostringstream out;
    out << "# Components\n\n"
           "Made by `test_design` from the fixtures of govuk-frontend; set `ONROLL_UPDATE_DOCS=1` "
           "to write it again.\n\n"
           "| component | fixtures passed | listed |\n|---|---:|---:|\n";
    Tally all;
    for (const auto& [component, tally] : tallies) {
        out << "| " << component << " | " << tally.passed << " | " << tally.listed << " |\n";
        all.passed += tally.passed;
        all.listed += tally.listed;
    }
    out << "| **all** | **" << all.passed << "** | **" << all.listed
        << "** |\n\n## Listed fixtures\n\n";
    if (differences.empty()) out << "None.\n";
    for (const auto& each : differences) {
        out << "- " << each.component << ", \"" << each.fixture << "\": " << each.reason << ".\n";
    }
    out << "\n## Not rendered\n\n";
    for (const auto& [component, reason] : not_needed) {
        out << "- " << component << ": " << reason << ".\n";
    }
    return out.str();
}

std::string content_of(const std::filesystem::path& path)
{
    std::ifstream file(path);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

TEST_CASE(
    "each component renders every fixture as govuk-frontend does, or is listed with the reason")
{
    std::map<std::string, Tally> tallies;
    for (const auto& [component, renderer] : renderers()) {
        tallies[component] = check(component, renderer);
    }
    const std::string page = page_text(tallies);
    const auto path = onroll::tests::source_file("docs/reference/components.md");
    if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(path) << page;
    std::cout << page.substr(page.find("| component"));
    CHECK_MESSAGE(content_of(path) == page,
                  "docs/reference/components.md is out of date: run with ONROLL_UPDATE_DOCS=1");
}

TEST_CASE("a listed difference names a fixture that exists")
{
    for (const auto& each : differences) {
        std::set<std::string> names;
        for (const auto& fixture : fixtures_of(each.component)) names.insert(fixture.at("name"));
        CHECK_MESSAGE(names.contains(each.fixture), each.component, ": ", each.fixture);
    }
}

TEST_CASE("each component of the package is rendered or listed as not needed")
{
    for (const auto& entry : std::filesystem::directory_iterator(components_folder())) {
        if (!entry.is_directory()) continue;
        const std::string name = entry.path().filename().string();
        CHECK_MESSAGE(renderers().contains(name) != not_needed.contains(name), name);
    }
}

TEST_CASE("comparison keeps the space between words and ignores the order of attributes")
{
    CHECK(normal_html("<p id=\"a\" class=\"b  c\">\n one </p>") ==
          normal_html("<p class=\"b c\" id=\"a\">one</p>"));
    CHECK(normal_html("<p>a<b>b</b></p>") != normal_html("<p>a <b>b</b></p>"));
    CHECK(normal_html("<p>&lt;</p>") != normal_html("<p>&gt;</p>"));
    CHECK(normal_html("<textarea>\n a</textarea>") != normal_html("<textarea>a</textarea>"));
    CHECK(normal_html("<input disabled>") == normal_html("<input disabled=\"\">"));
}

} // namespace onroll::design::tests::fixtures_test
