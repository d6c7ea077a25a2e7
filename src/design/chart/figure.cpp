#include "design/chart/figure.h"

#include "design/components/details.h"
#include "design/components/lead.h"
#include "design/components/table.h"

#include "kernel/ensure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace onroll::design::chart {
namespace figure_detail {

struct Symbol {
    std::string_view shown;
    std::string_view meaning;
};

// Symbols as the Government Statistical Service writes them in tables.
constexpr std::array symbols{
    Symbol{"[c]", "hidden, so that no pupil can be known"},
    Symbol{"[x]", "not available"},
    Symbol{"[z]", "does not apply"},
    Symbol{"[low]", "rounds to 0, but is not 0"},
    Symbol{"[u]", "too few to rely on"},
    Symbol{"[k]", "rounds to 0, but is not 0"},
};

std::string svg_of(const Figure& figure, const Sketch& sketch, std::string_view suffix,
                   std::string_view css_class)
{
    const auto id = figure.id + "-" + std::string(suffix);
    return fmt::format(
        R"(<svg class="onr-chart__{3}" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="img" aria-labelledby="{2}-t {2}-d" font-family="arial, sans-serif" font-size="16" fill="#1E1B18"><title id="{2}-t">{4}</title><desc id="{2}-d">{5}</desc>{6}</svg>)",
        units(sketch.width), units(sketch.height), escaped(id), css_class, escaped(figure.message),
        escaped(figure.description), sketch.drawing.markup());
}

std::string linked_svg_of(const Figure& figure, const Sketch& sketch)
{
    return fmt::format(
        R"(<svg class="onr-chart__linked" viewBox="0 0 {0} {1}" width="{0}" height="{1}" role="group" aria-label="{2}" font-family="arial, sans-serif" font-size="16" fill="#1E1B18">{3}</svg>)",
        units(sketch.width), units(sketch.height), escaped(figure.message),
        sketch.drawing.markup());
}

Html table_of(const Figure& figure, const Rows& rows)
{
    Table table{.caption = figure.subtitle,
                .caption_classes = "govuk-table__caption--s",
                .first_cell_is_header = true};
    for (std::size_t column = 0; column < rows.head.size(); ++column)
        table.head.push_back(
            {.content = rows.head[column],
             .format = column < rows.words_columns ? std::string() : std::string("numeric")});
    for (const auto& cells : rows.cells) {
        std::vector<Cell> row;
        for (std::size_t column = 0; column < cells.size(); ++column)
            row.push_back(
                {.content = cells[column],
                 .format = column < rows.words_columns ? std::string() : std::string("numeric")});
        table.rows.push_back(std::move(row));
    }
    return render(
        Details{.summary = "Show these figures as a table" + visually_hidden(": " + figure.about),
                .content = scroll_region("Table: " + figure.about, render(table))});
}

Html downloads_of(const Figure& figure)
{
    std::vector<Html> items;
    for (const auto& download : figure.downloads)
        items.push_back(element(
            "li", {},
            link(download.href, text(download.text) + visually_hidden(" of " + figure.about))));
    if (!figure.how_href.empty())
        items.push_back(element("li", {},
                                link(figure.how_href, "How we worked this out" +
                                                          visually_hidden(": " + figure.about))));
    return element("ul", {{"class", "onr-downloads"}}, items);
}

void check(const Figure& figure, const Rows& rows)
{
    ensure(!figure.id.empty(), "a chart has a name on its page");
    ensure(!figure.message.empty(), "a chart's heading is its finding");
    ensure(!figure.subtitle.empty(), "a chart says what, where, when and per what");
    ensure(!figure.description.empty(), "a chart is described in words");
    ensure(!figure.source.empty(), "a chart names its source");
    ensure(!figure.about.empty(), "a chart's links say of what they are");
    ensure(!rows.head.empty() && !rows.cells.empty(), "a chart has its figures as a table");
    ensure(std::any_of(figure.downloads.begin(), figure.downloads.end(),
                       [](const auto& download) { return download.text == "CSV"; }),
           "a chart's figures can be downloaded as CSV");
}

Html frame(const Figure& figure, const Html& picture, const Rows& rows)
{
    check(figure, rows);
    static constexpr std::array<std::string_view, 7> tags{"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
    const auto heading_id = figure.id + "-h";
    std::vector<std::string> shown;
    for (const auto& cells : rows.cells) shown.insert(shown.end(), cells.begin(), cells.end());
    const auto key = key_of_symbols(shown);
    const auto sentence = [](const std::string& words) { return words.empty() ? "" : " " + words; };
    return element("figure",
                   {{"class", "onr-chart"}, {"id", figure.id}, {"aria-labelledby", heading_id}},
                   element(tags.at(static_cast<std::size_t>(figure.heading_level)),
                           {{"class", "onr-chart__message"}, {"id", heading_id}}, figure.message),
                   element("p", {{"class", "onr-chart__subtitle"}}, figure.subtitle), picture,
                   element("p", {{"class", "onr-chart__source"}}, "Source: ", figure.source, ".",
                           sentence(figure.notes), sentence(key)),
                   table_of(figure, rows), downloads_of(figure));
}

} // namespace figure_detail

Value shown_as(double at, std::string words)
{
    return {at, std::move(words)};
}

Value symbol(std::string_view letter)
{
    return {std::nullopt, "[" + std::string(letter) + "]"};
}

std::string key_of_symbols(const std::vector<std::string>& shown)
{
    std::string key;
    for (const auto& symbol : figure_detail::symbols) {
        if (std::find(shown.begin(), shown.end(), symbol.shown) == shown.end()) continue;
        key += std::string(key.empty() ? "" : " ") + std::string(symbol.shown) + " " +
               std::string(symbol.meaning) + ".";
    }
    return key;
}

std::string as_in_files(const std::string& shown)
{
    if (shown.empty() || shown.find_first_not_of("0123456789,.") != std::string::npos) return shown;
    auto figure = shown;
    std::erase(figure, ',');
    return figure;
}

std::string csv_of(const Rows& rows)
{
    std::string csv;
    const auto add = [&csv](std::string_view cell, bool first) {
        if (!first) csv += ',';
        if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
            csv += cell;
            return;
        }
        csv += '"';
        for (const char letter : cell) csv += letter == '"' ? "\"\"" : std::string(1, letter);
        csv += '"';
    };
    for (std::size_t column = 0; column < rows.head.size(); ++column) {
        std::string name;
        for (const char letter : rows.head[column]) {
            const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (plain)
                name += letter;
            else if (letter >= 'A' && letter <= 'Z')
                name += static_cast<char>(letter - 'A' + 'a');
            else if (!name.empty() && name.back() != '_')
                name += '_';
        }
        while (!name.empty() && name.back() == '_') name.pop_back();
        add(name, column == 0);
    }
    csv += "\r\n";
    for (const auto& cells : rows.cells) {
        for (std::size_t column = 0; column < cells.size(); ++column) {
            auto cell = column < rows.words_columns ? cells[column] : as_in_files(cells[column]);
            if (!key_of_symbols({cell}).empty()) cell = cell.substr(1, cell.size() - 2);
            add(cell, column == 0);
        }
        csv += "\r\n";
    }
    return csv;
}

Html render(const Figure& figure, const Picture& picture, const Rows& rows)
{
    return figure_detail::frame(figure,
                                raw(figure_detail::svg_of(figure, picture.wide, "w", "wide") +
                                    figure_detail::svg_of(figure, picture.narrow, "n", "narrow")),
                                rows);
}

Html render_linked(const Figure& figure, const Sketch& sketch, const Rows& rows)
{
    return figure_detail::frame(
        figure,
        element("p", {{"class", "govuk-visually-hidden"}}, figure.description) +
            raw(figure_detail::linked_svg_of(figure, sketch)),
        rows);
}

std::string picture_file(const Figure& figure, const Sketch& wide, std::string_view source)
{
    Drawing words;
    double top = 26;
    for (const auto& line : lines_of(figure.message, wide.width - 20, Words::strong)) {
        words.words({0, top}, line, Words::strong);
        top += 22;
    }
    top = words.wrapped({0, top}, figure.subtitle, wide.width - 20, Words::soft) + 4;
    double below = top + wide.height + 26;
    Drawing foot;
    below = foot.wrapped({0, below},
                         "Source: " + std::string(source) + "." +
                             (figure.notes.empty() ? "" : " " + figure.notes),
                         wide.width - 20, Words::soft);
    return fmt::format(
        R"svg(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20 0 {0} {1}" width="{0}" height="{1}" role="img" aria-labelledby="t d" font-family="arial, 'Liberation Sans', 'DejaVu Sans Condensed', sans-serif" font-size="16" fill="#1E1B18"><title id="t">{2}</title><desc id="d">{3}</desc><rect x="-20" y="0" width="{0}" height="{1}" fill="#FFFFFF"/>{4}<g transform="translate(0 {5})">{6}</g>{7}</svg>
)svg",
        units(wide.width + 40), units(below), escaped(figure.message), escaped(figure.description),
        words.markup(), units(top), wide.drawing.markup(), foot.markup());
}

} // namespace onroll::design::chart
