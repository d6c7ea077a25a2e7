// What stands around every chart: the finding as its heading, what where when and per what, the
// picture for page and phone, source, notes, the same figures as a table, and downloads
// (conventions.md H-03 to H-08). A chart computes nothing: the caller gives each value with the
// words that show it.
#pragma once

#include "design/chart/drawing.h"
#include "design/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::design::chart {

/// A figure as it is drawn and as it is read. Without a place it is a symbol: never a zero, never
/// blank.
struct Value {
    std::optional<double> at{}; ///< where it is drawn
    std::string shown{};        ///< "12.84", or a symbol in brackets: "[c]"

    bool drawn() const { return at.has_value(); }
};

/// A figure, with the words that the caller's rule of rounding gave.
Value shown_as(double at, std::string words);
/// A symbol of the statistics: "c" becomes "[c]".
Value symbol(std::string_view letter);

/// What the symbols among these words stand for: "[c] hidden to protect pupils. [x] not
/// available."; empty without symbols.
std::string key_of_symbols(const std::vector<std::string>& shown);

/// The figures of a chart as rows: for the table beneath it and for every download, so that all say
/// the same.
struct Rows {
    std::vector<std::string> head{};
    std::vector<std::vector<std::string>> cells{};
    std::size_t words_columns = 1; ///< the first columns hold words, the others numbers
};

/// A figure as a file holds it: `1,960` is `1960`. Other words stay as they are.
std::string as_in_files(const std::string& shown);

/// RFC 4180 with lower_snake names in the first row; figures without commas between thousands;
/// symbols without brackets, as the statistics write them.
std::string csv_of(const Rows& rows);

struct Download {
    std::string text; ///< "CSV"
    std::string href;
};

struct Figure {
    std::string id{};                  ///< unique on the page: "trend"
    std::string message{};             ///< the finding, as the heading
    std::string subtitle{};            ///< what, where, when, per what
    std::string description{};         ///< the picture in words, for who does not see it
    Html source{};                     ///< "Official release of 16 July 2026": after "Source: "
    std::string notes{};               ///< what a reader must know; may be empty
    std::string about{};               ///< ends the hidden words of links: "suspensions by year"
    std::vector<Download> downloads{}; ///< at least one to a CSV file
    std::string how_href{};            ///< how it was worked out
    int heading_level = 3;
};

/// The picture of a chart, by a function that draws it for a width.
struct Picture {
    Sketch wide{};
    Sketch narrow{};
};

/// The whole figure. Throws Bug where a part that the rules ask for is missing.
Html render(const Figure& figure, const Picture& picture, const Rows& rows);

/// The same where one drawing serves both widths and holds links: a map.
Html render_linked(const Figure& figure, const Sketch& sketch, const Rows& rows);

/// A file of its own: the picture with its finding, subtitle and source in it.
std::string picture_file(const Figure& figure, const Sketch& wide, std::string_view source);

} // namespace onroll::design::chart
