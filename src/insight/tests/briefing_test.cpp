#include "insight/briefing.h"
#include "insight/tests/invented_area.h"
#include "insight/words_of_figures.h"

#include "helpers/readability.h"
#include "platform/documents/open_document.h"
#include "platform/documents/print_html.h"

#include <doctest/doctest.h>

#include <string>

namespace briefing_test {

using namespace onroll;
using namespace onroll::insight;
using onroll::insight::tests_of_pages::InventedCountry;

bool says(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}

AreaPicture somerset(InventedCountry& country)
{
    auto database = country.database->read(db::View::snapshot);
    auto picture = area_picture(database, country.comparisons, country.memory,
                                {.area = AreaCode::authority(933)});
    REQUIRE(picture.has_value());
    return std::move(picture).value();
}

TEST_CASE("a briefing holds the figures, their ranges and sources, and what a person wrote")
{
    InventedCountry country;
    const auto document =
        briefing(somerset(country), BriefingKind::headteachers,
                 {"Inclusion team", "First.\n\nSecond <b>bold</b>.", "We trained staff.", ""});
    const auto html = documents::print_html(document);
    CHECK(says(html, "Exclusions in Somerset: Briefing for headteachers"));
    CHECK(says(html, "From: Inclusion team"));
    CHECK(says(html, "Second &lt;b&gt;bold&lt;/b&gt;."));
    CHECK(says(html, "7.07"));
    CHECK(says(html, "<a class=\"govuk-link\" href=\"#source-1\">[1]</a>"));
    CHECK(says(html, "<li id=\"source-1\">"));
    CHECK(says(html, "SHA-256"));
    CHECK(says(html, "kept up to date on the page “Exclusions in Somerset” of this site"));
    CHECK_FALSE(says(html, "/area/"));
    CHECK(says(html, "What these figures do not show"));
    CHECK_FALSE(says(html, "What headteachers are asked to do"));
}

TEST_CASE("thousands have commas and decimals stay in the area's figures and their ranges")
{
    const auto words = [](double number, int decimals) {
        AreaValue value{AreaCode::authority(933), {PeriodKind::academic_year, 2015}};
        value.state = CellState::known;
        value.value = number;
        Measure measure;
        measure.decimals = decimals;
        value.interval = Interval{number - 1, number + 1};
        CHECK(range_in_words(value, measure) ==
              number_on_page(number - 1, decimals) + " to " + number_on_page(number + 1, decimals));
        return chart_value(&value, measure).shown;
    };
    CHECK(words(6671, 0) == "6,671");
    CHECK(words(1234567, 0) == "1,234,567");
    CHECK(words(671, 0) == "671");
    CHECK(words(6671.5, 1) == "6,671.5");
    CHECK(words(7.07, 2) == "7.07");
    CHECK(words(-671, 0) == "-671");
    CHECK(number_on_page(6671.5, 2) == "6,671.50");
    CHECK(number_on_page(-6671, 0) == "-6,671");
    CHECK(number_on_page(-0.5, 1) == "-0.5");
}

TEST_CASE("a paper for scrutiny has ranks too")
{
    InventedCountry country;
    const auto picture = somerset(country);
    const auto short_one = documents::body_html(briefing(picture, BriefingKind::headteachers, {}));
    const auto long_one = documents::body_html(briefing(picture, BriefingKind::scrutiny, {}));
    CHECK_FALSE(says(short_one, "Rank of Somerset among the areas"));
    CHECK(says(long_one, "Rank of Somerset among the areas"));
}

TEST_CASE(
    "a town that has none to be compared with is not said to be hidden, and symbols have a key")
{
    InventedCountry country;
    const auto picture = somerset(country);
    PatternPicture parts;
    parts.period = picture.chosen.period;
    parts.release = picture.releases.begin()->first;
    Pattern town;
    town.name = "Taunton";
    town.phase = "Special";
    parts.patterns.push_back(town);
    const auto html = documents::body_html(briefing(picture, BriefingKind::scrutiny, {}, parts));
    const auto row = html.substr(html.find(">Taunton</th>"));
    CHECK(says(row.substr(0, row.find("</tr>")), "data-column=\"Rate\">[x]</td>"));
    CHECK(says(row, "This is not a league table. [x] not available. [z] does not apply."));
}

TEST_CASE("the same figures and words give the same bytes")
{
    InventedCountry one;
    InventedCountry other;
    const Commentary words{"Team", "A", "B", "C"};
    const auto first = briefing(somerset(one), BriefingKind::scrutiny, words);
    const auto second = briefing(somerset(other), BriefingKind::scrutiny, words);
    CHECK(documents::open_document(first) == documents::open_document(second));
    CHECK(documents::print_html(first) == documents::print_html(second));
}

TEST_CASE("the form keeps what was typed and says what is too long, and each format is answered")
{
    InventedCountry country;
    http::Fields form;
    form.add("kind", "scrutiny");
    form.add("from", std::string(201, 'x'));
    form.add("opening", "Kept words");
    const auto refused = country.post("/area/933/briefing", form);
    CHECK(refused.status == 200);
    CHECK(says(refused.content(), "Who it is from must be 200 characters or fewer"));
    CHECK(says(refused.content(), "Kept words"));
    http::Fields good;
    good.add("opening", "Kept words");
    good.add("format", "odt");
    const auto text = country.post("/area/933/briefing", good);
    CHECK(text.headers["Content-Type"] == documents::open_document_type);
    CHECK(text.headers["Content-Disposition"] ==
          "attachment; filename=\"onroll-briefing-933-2015.odt\"");
    http::Fields print;
    print.add("opening", "Kept words");
    print.add("format", "print");
    const auto page = country.post("/area/933/briefing", print);
    CHECK(says(page.content(), "Kept words"));
    CHECK(page.caching == http::Caching::no_store);
}

TEST_CASE("the pages about figures read plainly")
{
    InventedCountry country;
    const std::vector<std::string> terms{"permanent exclusion",
                                         "permanent exclusions",
                                         "suspensions",
                                         "suspension",
                                         "suspended",
                                         "excluded",
                                         "Department for Education",
                                         "Open Government Licence",
                                         "statistical neighbours"};
    for (const auto* path : {"/area/limits", "/area/method"}) {
        CAPTURE(std::string(path));
        const auto words = readability::shown_words(country.get(path).content(), {});
        REQUIRE(words.size() > 100);
        CHECK(readability::grade(words, terms) <= 6);
    }
    for (const auto* path : {"/area/933", "/area/933/briefing", "/area/compare?area=933"}) {
        CAPTURE(std::string(path));
        const auto words = readability::shown_words(country.get(path).content(), {});
        CHECK(readability::grade(words, terms) <= 9);
    }
}

} // namespace briefing_test
