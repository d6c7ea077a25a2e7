// The inks of charts. Each ink is SVG presentation attributes, so that a picture keeps its looks as
// a file or on paper, and a class by which forced colours reach it; never colour alone: each line
// has its own dash and weight. Colours are those of the Government Analysis Function.
#pragma once

#include <array>
#include <string_view>

namespace onroll::design::chart {

/// Categories, in the order in which they are given out; no chart has more (conventions.md H-01,
/// H-02).
inline constexpr std::array<std::string_view, 4> categorical{"#12436D", "#28A197", "#801650",
                                                             "#F46A25"};
/// Shades of one measure, lightest first: three of the published set and two steps that continue
/// it.
inline constexpr std::array<std::string_view, 5> shades{"#E3EEF9", "#A9CDEF", "#6BACE6", "#2073BC",
                                                        "#12436D"};
/// Answers from the worst to the best, the middle one grey.
inline constexpr std::array<std::string_view, 5> answers{"#801650", "#F46A25", "#BFBFBF", "#6BACE6",
                                                         "#12436D"};
/// What the reader should look at, and the rest.
inline constexpr std::string_view focus_colour = "#12436D";
inline constexpr std::string_view rest_colour = "#BFBFBF";
inline constexpr std::string_view ink_colour = "#1E1B18";
inline constexpr std::string_view soft_colour = "#57514A";

enum class Ink {
    grid,
    axis,
    leader,
    band,
    break_line,
    line_1,
    line_2,
    line_3,
    line_4,
    provisional,
    mark_1,
    mark_2,
    mark_3,
    mark_4,
    open_mark,
    focus,
    rest,
    interval,
    point,
    outside,
    limit_95,
    limit_998,
    shade_1,
    shade_2,
    shade_3,
    shade_4,
    shade_5,
    hidden,
    answer_1,
    answer_2,
    answer_3,
    answer_4,
    answer_5,
};

/// The attributes of a shape in that ink: ` class="onr-c-grid" fill="none" stroke="#CFC5B6"`.
std::string_view attributes_of(Ink ink);

/// The n-th of a family: line(0) is Ink::line_1. Throws Bug beyond its end.
Ink line_ink(std::size_t n);
Ink mark_ink(std::size_t n);
Ink shade_ink(std::size_t n);
Ink answer_ink(std::size_t n);

/// Whether words on that shade or answer must be white to be read.
bool wants_white_words(Ink ink);

/// The contrast of two colours written #RRGGBB, by WCAG 2.2: from 1 to 21.
double contrast(std::string_view one, std::string_view other);

} // namespace onroll::design::chart
