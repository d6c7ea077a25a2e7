// Charts: one golden of each kind, and the rules H-01 to H-07 of conventions.md as properties.
#include "design/tests/chart_samples.h"

#include "design/chart/palette.h"
#include "design/chart/scale.h"
#include "helpers/shared_data.h"
#include "kernel/ensure.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <numeric>
#include <regex>
#include <string>
#include <vector>

namespace onroll::design::tests::chart_test {

using namespace charts;

std::size_t times(std::string_view text, std::string_view words)
{
    std::size_t count = 0;
    for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1))
        ++count;
    return count;
}

bool holds(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}

std::vector<std::string> all_matches(const std::string& text, const char* pattern)
{
    std::vector<std::string> found;
    const std::regex expression(pattern);
    for (auto it = std::sregex_iterator(text.begin(), text.end(), expression);
         it != std::sregex_iterator(); ++it)
        found.push_back((*it)[1]);
    return found;
}

std::string golden_path(const std::string& name)
{
    return std::string(ONROLL_SOURCE_DIR) + "/src/design/tests/charts/" + name + ".html";
}

TEST_CASE("each kind of chart is drawn as it was looked at")
{
    for (const auto& [name, html] : every_chart()) {
        CAPTURE(name);
        std::string drawn = html.str() + "\n";
        for (std::size_t at = 0; (at = drawn.find("><", at)) != std::string::npos; ++at)
            drawn.replace(at, 2, ">\n<");
        if (std::getenv("ONROLL_UPDATE_DOCS")) std::ofstream(golden_path(name)) << drawn;
        std::ifstream file(golden_path(name), std::ios::binary);
        const std::string golden{std::istreambuf_iterator<char>(file), {}};
        const bool same = drawn == golden;
        CHECK_MESSAGE(same, "a chart changed: look at it, then run with ONROLL_UPDATE_DOCS=1");
    }
}

TEST_CASE("the name of a line that ends early has its whole label beside it")
{
    auto line_chart = a_line_chart();
    line_chart.lines.front().name = "Tidemoor so far";
    line_chart.lines.front().values.back() = chart::symbol("x");
    CHECK(holds(chart::render(line_chart).str(), ">Tidemoor so far 9.12 in 2021/22</text>"));
}

TEST_CASE("a name too long for its place keeps its figure, on a line that touches no other")
{
    auto line_chart = a_line_chart();
    for (auto& line : line_chart.lines) {
        line.name = "Bournemouth, Christchurch and Poole";
        line.values.back() = chart::shown_as(0.1, line.values.back().shown);
    }
    const auto drawn = chart::render(line_chart).str();
    for (const char* figure : {">11.94</text>", ">10.72</text>", ">9.33</text>", ">9.95</text>"})
        CHECK(holds(drawn, figure));
    const std::string beside = "<text x=\"657\" y=\"";
    std::vector<double> baselines;
    for (auto at = drawn.find(beside); at != std::string::npos; at = drawn.find(beside, at + 1))
        baselines.push_back(std::stod(drawn.substr(at + beside.size())));
    REQUIRE(baselines.size() == 8);
    std::sort(baselines.begin(), baselines.end());
    CHECK(baselines.back() <= 356);
    for (std::size_t i = 1; i < baselines.size(); ++i)
        CHECK(baselines[i] - baselines[i - 1] >= 19.9);
}

TEST_CASE("H-01: the colours are those of the Government Analysis Function, readable on white")
{
    CHECK(chart::categorical ==
          std::array<std::string_view, 4>{"#12436D", "#28A197", "#801650", "#F46A25"});
    for (const auto colour : chart::categorical)
        CHECK(chart::contrast(colour, "#FFFFFF") >= 2.99); // #F46A25 is 2.998, and has a dash
    CHECK(chart::contrast("#12436D", "#FFFFFF") == doctest::Approx(10.2).epsilon(0.02));
    CHECK(chart::contrast(chart::soft_colour, "#FFFFFF") >= 4.5);
    for (std::size_t n = 0; n < chart::shades.size(); ++n) {
        const bool white = chart::wants_white_words(chart::shade_ink(n));
        CHECK(chart::contrast(chart::shades[n], white ? "#FFFFFF" : chart::ink_colour) >= 4.5);
    }
    for (std::size_t n = 0; n < chart::answers.size(); ++n) {
        const bool white = chart::wants_white_words(chart::answer_ink(n));
        CHECK(chart::contrast(chart::answers[n], white ? "#FFFFFF" : chart::ink_colour) >= 4.5);
    }
}

TEST_CASE("H-02: a fifth category is refused, and no line is known by its colour alone")
{
    auto sample = a_line_chart();
    sample.lines.push_back(sample.lines.back());
    CHECK_THROWS_AS(render(sample), Bug);
    std::vector<std::string> ways;
    for (std::size_t n = 0; n < 4; ++n) {
        const std::string ink(chart::attributes_of(chart::line_ink(n)));
        ways.push_back(std::regex_replace(ink, std::regex("stroke=\"#[0-9A-F]+\""), ""));
    }
    std::sort(ways.begin(), ways.end());
    CHECK(std::unique(ways.begin(), ways.end()) == ways.end());
}

TEST_CASE("H-03: a chart without its finding, subtitle, source, words or CSV is refused")
{
    using Change = void (*)(chart::Figure&);
    for (const Change change : {+[](chart::Figure& figure) { figure.message.clear(); },
                                +[](chart::Figure& figure) { figure.subtitle.clear(); },
                                +[](chart::Figure& figure) { figure.description.clear(); },
                                +[](chart::Figure& figure) { figure.source = {}; },
                                +[](chart::Figure& figure) { figure.id.clear(); },
                                +[](chart::Figure& figure) { figure.downloads.clear(); }}) {
        auto sample = a_heat_map();
        change(sample.figure);
        CHECK_THROWS_AS(render(sample), Bug);
    }
}

TEST_CASE("H-04: every drawing has a title, a description, and words of 16 units on a known width")
{
    for (const auto& [name, html] : every_chart()) {
        CAPTURE(name);
        const auto markup = html.str();
        CHECK(!holds(markup, "style="));
        CHECK(!holds(markup, "rotate("));
        CHECK(times(markup, "font-size=") == times(markup, "font-size=\"16\""));
        if (name == "map") continue; // its words are said by its links
        CHECK(times(markup, "role=\"img\"") == 2);
        CHECK(times(markup, "<title id=") == 2);
        CHECK(times(markup, "<desc id=") == 2);
        CHECK(holds(markup, "class=\"onr-chart__wide\" viewBox=\"0 0 960 "));
        CHECK(holds(markup, "class=\"onr-chart__narrow\" viewBox=\"0 0 290 "));
    }
}

TEST_CASE("H-04: nothing is drawn off the paper")
{
    for (const auto& [name, html] : every_chart()) {
        CAPTURE(name);
        const auto markup = html.str();
        const std::regex drawing("viewBox=\"0 0 ([0-9.]+) ([0-9.]+)\"(.*?)</svg>");
        for (auto it = std::sregex_iterator(markup.begin(), markup.end(), drawing);
             it != std::sregex_iterator(); ++it) {
            const double width = std::stod((*it)[1]);
            const double height = std::stod((*it)[2]);
            const std::string inside = (*it)[3];
            for (const auto& x : all_matches(inside, "<(?:text|rect)[^>]* ?x=\"([-0-9.]+)\"")) {
                CHECK(std::stod(x) >= -0.5);
                CHECK(std::stod(x) <= width + 0.5);
            }
            for (const auto& y : all_matches(inside, "<(?:text|rect)[^>]* y=\"([-0-9.]+)\"")) {
                CHECK(std::stod(y) >= -0.5);
                CHECK(std::stod(y) <= height + 0.5);
            }
        }
    }
}

TEST_CASE("H-04: the table beneath and the CSV hold the figures that are drawn")
{
    const auto sample = a_line_chart();
    const auto markup = render(sample).str();
    for (const auto& line : sample.lines)
        for (const auto& value : line.values) CHECK(holds(markup, ">" + value.shown + "</td>"));
    const auto csv = chart::csv_of(rows_of(sample));
    CHECK(csv.substr(0, csv.find('\n') + 1) ==
          "school_year,tidemoor,similar_areas,england,south_west\r\n");
    CHECK(holds(csv, "2016/17,c,5.40,4.76,5.15\r\n"));
    CHECK(holds(csv, "2022/23 (provisional),11.94,"));
    CHECK(chart::csv_of({.head = {"A b", "c"}, .cells = {{"x, \"y\"", "[z]"}}}) ==
          "a_b,c\r\n\"x, \"\"y\"\"\",z\r\n");
    CHECK(chart::csv_of({.head = {"Week", "So far"}, .cells = {{"1,2", "1,960"}, {"3", "7.5"}}}) ==
          "week,so_far\r\n\"1,2\",1960\r\n3,7.5\r\n");
}

TEST_CASE("H-05: bars start at 0, and a bar below it is refused")
{
    auto sample = a_bar_chart();
    sample.bars.push_back({"Below", chart::shown_as(-1, "-1")});
    CHECK_THROWS_AS(render(sample), Bug);
    const auto markup = render(a_column_chart()).str();
    // Every standing bar ends on the axis.
    const std::regex bar("<rect x=\"[0-9.]+\" y=\"([0-9.]+)\" width=\"[0-9.]+\" "
                         "height=\"([0-9.]+)\" class=\"onr-c-(?:fill|rest)\"");
    std::size_t bars = 0;
    for (auto it = std::sregex_iterator(markup.begin(), markup.end(), bar);
         it != std::sregex_iterator(); ++it, ++bars) {
        const double foot = std::stod((*it)[1]) + std::stod((*it)[2]);
        CHECK((std::abs(foot - 288) < 0.2 || std::abs(foot - 238) < 0.2));
    }
    CHECK(bars == 34);
}

TEST_CASE("H-05: a line is not joined over a change in the counting or a missing figure")
{
    auto sample = a_line_chart();
    sample.lines.resize(1);
    sample.breaks = {4};
    sample.provisional_from.reset();
    const auto lines = [](const chart::LineChart& chart) {
        return times(render(chart).view(), "class=\"onr-c-line\"");
    };
    // Left of the hidden figure a dot, then two runs; drawn twice, and once in the narrow key.
    CHECK(lines(sample) == 2 * 2 + 1);
    sample.breaks.clear();
    CHECK(lines(sample) == 2 * 1 + 1);
    CHECK(holds(render(a_line_chart()).view(), ">differently</text>"));
}

TEST_CASE("H-06: what is hidden or missing is a symbol with its key, never a zero or a blank")
{
    const auto markup = render(a_heat_map()).str();
    CHECK(times(markup, ">[c]<") == 3); // wide, narrow, table
    CHECK(holds(markup, "[c] hidden, so that no pupil can be known."));
    CHECK(chart::key_of_symbols({"12.1", "[low]", "[z]"}) ==
          "[z] does not apply. [low] rounds to 0, but is not 0.");
    CHECK(chart::key_of_symbols({"12.1"}).empty());
}

TEST_CASE("H-07: a rank is drawn with its range and said with it")
{
    const auto markup = render(an_interval_chart()).str();
    CHECK(holds(markup, "(87 to 109)"));
    auto sample = an_interval_chart();
    std::swap(sample.rows[0].low, sample.rows[0].high);
    CHECK_THROWS_AS(render(sample), Bug);
}

TEST_CASE("a map's areas are links that say name and figure, ours on top")
{
    const auto markup = render(an_area_map()).str();
    CHECK(holds(markup, "<a href=\"/area/901\" class=\"onr-chart__area\" "
                        "aria-label=\"Northmere, 4.20\">"));
    CHECK(holds(markup, "aria-label=\"Saltby &amp; &lt;Sea&gt;, [c]\""));
    CHECK(markup.rfind("<a href=\"/area/900\" class=\"onr-chart__area onr-chart__area--ours\"") >
          markup.rfind("<a href=\"/area/902\""));
    CHECK(!holds(picture_file(an_area_map(), "invented figures"), "<a "));
}

TEST_CASE("a picture is a file of its own with its finding and source")
{
    const auto file = picture_file(a_line_chart(), "invented figures");
    CHECK(holds(file, "xmlns=\"http://www.w3.org/2000/svg\""));
    CHECK(holds(file, "arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif"));
    CHECK(holds(file, "Suspensions in Tidemoor rose</text>"));
    CHECK(holds(file, "Source: invented figures. A note.</text>"));
}

TEST_CASE("a sparkline says what it shows and draws nothing for one figure")
{
    const auto line = chart::sparkline("Rose from 4.80 to 11.94", a_line_chart().lines[0].values);
    CHECK(holds(line.view(), "role=\"img\" aria-label=\"Rose from 4.80 to 11.94\""));
    CHECK(chart::sparkline("One", {chart::shown_as(1, "1"), chart::symbol("x")}).empty());
}

TEST_CASE("steps go from 0 to at least the highest figure, and are round")
{
    CHECK(rc::check("steps reach the top", [] {
        const auto highest = static_cast<double>(*rc::gen::inRange(1, 1000000)) / 1000.0;
        const auto steps = chart::steps_to(highest);
        RC_ASSERT(steps.top() >= highest * 0.999999);
        RC_ASSERT(steps.count >= 1 && steps.count <= 5);
        RC_ASSERT(steps.shown(0) == "0");
    }));
    CHECK(chart::steps_to(0.14).shown(1) == "0.05");
    CHECK(chart::steps_to(12).shown(2) == "10");
    CHECK(chart::steps_to(4000).shown(2) == "2,000");
    CHECK(chart::steps_to(0).top() == 1);
}

TEST_CASE("the shares of a scale add up to 100")
{
    CHECK(rc::check("shares", [](const std::vector<std::uint16_t>& typed) {
        std::vector<std::int64_t> counts(typed.begin(), typed.end());
        const auto shares = chart::shares_of(counts);
        const auto total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
        RC_ASSERT(std::accumulate(shares.begin(), shares.end(), 0) == (total > 0 ? 100 : 0));
    }));
    CHECK(chart::shares_of({1, 1, 1}) == std::vector<int>{34, 33, 33});
}

TEST_CASE("words are broken at spaces into lines that fit")
{
    CHECK(rc::check("lines", [](const std::vector<std::uint8_t>& lengths) {
        std::string words;
        for (const auto length : lengths)
            words += (words.empty() ? "" : " ") + std::string(length % 12 + 1, 'a');
        std::string joined;
        for (const auto& line : chart::lines_of(words, 120)) {
            RC_ASSERT(chart::width_of(line) <= 120 || line.find(' ') == std::string::npos);
            joined += (joined.empty() ? "" : " ") + line;
        }
        RC_ASSERT(joined == words);
    }));
}

} // namespace onroll::design::tests::chart_test
