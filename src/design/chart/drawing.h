// Draws shapes and words into one SVG. Knows no chart: boxes, lines, circles, text in the inks of
// palette.h. Text is 16 units and one unit is a pixel or more, so words are never smaller than body
// text on a phone (conventions.md H-04).
#pragma once

#include "design/chart/palette.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::design::chart {

/// Each chart is drawn twice and the style sheet picks: for a page, and for a phone.
enum class Width { wide, narrow };

/// 960 and 290 units: the width of a page's main column, and of a phone of 320 pixels.
double units_of(Width width);

enum class Words { plain, soft, strong, white };
enum class Anchor { start, middle, end };

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

class Drawing {
public:
    void box(Ink ink, const Box& box, double radius = 0);
    void line(Ink ink, Point from, Point to);
    /// A broken line through the points; nothing for fewer than two.
    void line(Ink ink, const std::vector<Point>& points);
    /// An outline in the SVG path language, written by ourselves.
    void path(Ink ink, std::string_view outline);
    void circle(Ink ink, Point centre, double radius);
    void diamond(Ink ink, Point centre, double radius);
    /// Words whose baseline stands at the point; escaped.
    void words(Point at, std::string_view words, Words style = Words::plain,
               Anchor anchor = Anchor::start);
    /// Words in lines of at most `width` units, 20 units apart; the baseline of the line below.
    double wrapped(Point at, std::string_view words, double width, Words style = Words::plain,
                   Anchor anchor = Anchor::start);
    /// Markup of our own, such as a link around shapes.
    void raw(std::string_view markup) { markup_ += markup; }

    const std::string& markup() const { return markup_; }

private:
    std::string markup_;
};

/// What is drawn, and how tall it became.
struct Sketch {
    Drawing drawing;
    double width = 0;
    double height = 0;
};

/// A coordinate with at most one decimal: "12", "12.5".
std::string units(double value);
/// The width of Arial words at 16 units, from its published widths, within a few per cent.
double width_of(std::string_view words, Words style = Words::plain);
/// The words in lines of at most `width` units, broken at spaces; a longer word stands alone.
std::vector<std::string> lines_of(std::string_view words, double width, Words style = Words::plain);
/// Text of an attribute or an element, escaped.
std::string escaped(std::string_view text);

} // namespace onroll::design::chart
