#include "design/chart/drawing.h"

#include "design/html.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <string>

namespace onroll::design::chart {
namespace drawing_detail {

constexpr double line_height = 20;

std::string_view attributes_of(Words style)
{
    switch (style) {
    case Words::plain:
        return "";
    case Words::soft:
        return R"( class="onr-c-soft" fill="#57514A")";
    case Words::strong:
        return R"( font-weight="700")";
    case Words::white:
        return R"( class="onr-c-white" fill="#FFFFFF")";
    }
    return "";
}

std::string_view attribute_of(Anchor anchor)
{
    switch (anchor) {
    case Anchor::start:
        return "";
    case Anchor::middle:
        return R"( text-anchor="middle")";
    case Anchor::end:
        return R"( text-anchor="end")";
    }
    return "";
}

// Widths of Arial in thousandths of the size, by kind of letter.
double letter_width(char letter)
{
    static constexpr std::string_view thin = "ijl'|";
    static constexpr std::string_view slim = "ft.,:;/ I[]!";
    static constexpr std::string_view middle = "r()-";
    static constexpr std::string_view broad = "mM%";
    static constexpr std::string_view short_letters = "ckszvxyJ";
    if (thin.find(letter) != std::string_view::npos) return 0.222;
    if (slim.find(letter) != std::string_view::npos) return 0.278;
    if (middle.find(letter) != std::string_view::npos) return 0.333;
    if (short_letters.find(letter) != std::string_view::npos) return 0.5;
    if (broad.find(letter) != std::string_view::npos) return 0.84;
    if (letter == 'w') return 0.722;
    if (letter == 'W') return 0.944;
    if (letter >= 'A' && letter <= 'Z') return 0.69;
    if ((static_cast<unsigned char>(letter) & 0xC0U) == 0x80) return 0; // inside a letter of UTF-8
    return 0.556;
}

} // namespace drawing_detail

double units_of(Width width)
{
    return width == Width::wide ? 960 : 290;
}

std::string units(double value)
{
    const auto tenths = std::llround(value * 10);
    auto written = std::to_string(std::abs(tenths / 10));
    if (tenths % 10 != 0) written += {'.', static_cast<char>('0' + std::abs(tenths % 10))};
    return tenths < 0 ? '-' + written : written;
}

std::string escaped(std::string_view text)
{
    return Html(text).str();
}

double width_of(std::string_view words, Words style)
{
    double width = 0;
    for (const char letter : words) width += drawing_detail::letter_width(letter);
    return width * 16 * (style == Words::strong ? 1.08 : 1.0);
}

std::vector<std::string> lines_of(std::string_view words, double width, Words style)
{
    std::vector<std::string> lines;
    std::string line;
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        const auto word = words.substr(0, end);
        const auto longer = line.empty() ? std::string(word) : line + ' ' + std::string(word);
        if (!line.empty() && width_of(longer, style) > width) {
            lines.push_back(line);
            line = word;
        } else {
            line = longer;
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

void Drawing::box(Ink ink, const Box& box, double radius)
{
    markup_ += fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}"{}{}/>)", units(box.x),
                           units(box.y), units(box.width), units(box.height),
                           radius > 0 ? fmt::format(R"( rx="{}")", units(radius)) : "",
                           attributes_of(ink));
}

void Drawing::line(Ink ink, Point from, Point to)
{
    line(ink, std::vector<Point>{from, to});
}

void Drawing::line(Ink ink, const std::vector<Point>& points)
{
    if (points.size() < 2) return;
    std::string outline;
    for (const auto& point : points)
        outline +=
            fmt::format("{}{} {}", outline.empty() ? 'M' : 'L', units(point.x), units(point.y));
    path(ink, outline);
}

void Drawing::path(Ink ink, std::string_view outline)
{
    markup_ += fmt::format(R"(<path d="{}"{}/>)", outline, attributes_of(ink));
}

void Drawing::circle(Ink ink, Point centre, double radius)
{
    markup_ += fmt::format(R"(<circle cx="{}" cy="{}" r="{}"{}/>)", units(centre.x),
                           units(centre.y), units(radius), attributes_of(ink));
}

void Drawing::diamond(Ink ink, Point centre, double radius)
{
    path(ink, fmt::format("M{} {}L{} {}L{} {}L{} {}Z", units(centre.x), units(centre.y - radius),
                          units(centre.x + radius), units(centre.y), units(centre.x),
                          units(centre.y + radius), units(centre.x - radius), units(centre.y)));
}

void Drawing::words(Point at, std::string_view words, Words style, Anchor anchor)
{
    markup_ += fmt::format(R"(<text x="{}" y="{}"{}{}>{}</text>)", units(at.x), units(at.y),
                           drawing_detail::attributes_of(style),
                           drawing_detail::attribute_of(anchor), escaped(words));
}

double Drawing::wrapped(Point at, std::string_view text, double width, Words style, Anchor anchor)
{
    for (const auto& line : lines_of(text, width, style)) {
        words(at, line, style, anchor);
        at.y += drawing_detail::line_height;
    }
    return at.y;
}

} // namespace onroll::design::chart
