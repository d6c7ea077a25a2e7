#include "design/chart/palette.h"

#include "kernel/ensure.h"

#include <cmath>
#include <string>

namespace onroll::design::chart {
namespace palette_detail {

double channel(std::string_view colour, std::size_t at)
{
    const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(std::string_view colour)
{
    ensure(colour.size() == 7 && colour[0] == '#', "a colour is written #RRGGBB");
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}

Ink nth(Ink first, std::size_t n, std::size_t count)
{
    ensure(n < count, "a chart has no more kinds of ink than its palette");
    return static_cast<Ink>(static_cast<std::size_t>(first) + n);
}

} // namespace palette_detail

std::string_view attributes_of(Ink ink)
{
    switch (ink) {
    case Ink::grid:
        return R"( class="onr-c-grid" fill="none" stroke="#CFC5B6")";
    case Ink::axis:
        return R"( class="onr-c-axis" fill="none" stroke="#57514A" stroke-width="1.5")";
    case Ink::leader:
        return R"( class="onr-c-axis" fill="none" stroke="#8F8475")";
    case Ink::band:
        return R"( class="onr-c-band" fill="#F2EBE0")";
    case Ink::break_line:
        return R"( class="onr-c-axis" fill="none" stroke="#57514A" stroke-width="1.5" stroke-dasharray="2 4")";
    case Ink::line_1:
        return R"( class="onr-c-line" fill="none" stroke="#12436D" stroke-width="4" stroke-linejoin="round")";
    case Ink::line_2:
        return R"( class="onr-c-line" fill="none" stroke="#28A197" stroke-width="2.5" stroke-dasharray="9 4" stroke-linejoin="round")";
    case Ink::line_3:
        return R"( class="onr-c-line" fill="none" stroke="#801650" stroke-width="2.5" stroke-dasharray="2 3" stroke-linejoin="round")";
    case Ink::line_4:
        return R"( class="onr-c-line" fill="none" stroke="#F46A25" stroke-width="2.5" stroke-dasharray="12 4 2 4" stroke-linejoin="round")";
    case Ink::provisional:
        return R"( class="onr-c-line" fill="none" stroke="#12436D" stroke-width="2" stroke-dasharray="5 5")";
    case Ink::mark_1:
        return R"( class="onr-c-fill" fill="#12436D")";
    case Ink::mark_2:
        return R"( class="onr-c-fill" fill="#28A197")";
    case Ink::mark_3:
        return R"( class="onr-c-fill" fill="#801650")";
    case Ink::mark_4:
        return R"( class="onr-c-fill" fill="#F46A25")";
    case Ink::open_mark:
        return R"( class="onr-c-open" fill="#FFFFFF" stroke="#12436D" stroke-width="2.5")";
    case Ink::focus:
        return R"( class="onr-c-fill" fill="#12436D")";
    case Ink::rest:
        return R"( class="onr-c-rest" fill="#BFBFBF" stroke="#57514A" stroke-width="0.75")";
    case Ink::interval:
        return R"( class="onr-c-interval" fill="#6BACE6" stroke="#12436D")";
    case Ink::point:
        return R"( class="onr-c-open" fill="#BFBFBF" stroke="#57514A")";
    case Ink::outside:
        return R"( class="onr-c-fill" fill="#12436D" stroke="#FFFFFF" stroke-width="2")";
    case Ink::limit_95:
        return R"( class="onr-c-axis" fill="none" stroke="#57514A" stroke-dasharray="4 4")";
    case Ink::limit_998:
        return R"( class="onr-c-axis" fill="none" stroke="#57514A" stroke-width="1.5")";
    case Ink::shade_1:
        return R"( class="onr-c-shade" fill="#E3EEF9" stroke="#FFFFFF")";
    case Ink::shade_2:
        return R"( class="onr-c-shade" fill="#A9CDEF" stroke="#FFFFFF")";
    case Ink::shade_3:
        return R"( class="onr-c-shade" fill="#6BACE6" stroke="#FFFFFF")";
    case Ink::shade_4:
        return R"( class="onr-c-shade" fill="#2073BC" stroke="#FFFFFF")";
    case Ink::shade_5:
        return R"( class="onr-c-shade" fill="#12436D" stroke="#FFFFFF")";
    case Ink::hidden:
        return R"( class="onr-c-hidden" fill="#FFFFFF" stroke="#8F8475" stroke-dasharray="4 3")";
    case Ink::answer_1:
        return R"( class="onr-c-shade" fill="#801650" stroke="#FFFFFF" stroke-width="2")";
    case Ink::answer_2:
        return R"( class="onr-c-shade" fill="#F46A25" stroke="#FFFFFF" stroke-width="2")";
    case Ink::answer_3:
        return R"( class="onr-c-shade" fill="#BFBFBF" stroke="#FFFFFF" stroke-width="2")";
    case Ink::answer_4:
        return R"( class="onr-c-shade" fill="#6BACE6" stroke="#FFFFFF" stroke-width="2")";
    case Ink::answer_5:
        return R"( class="onr-c-shade" fill="#12436D" stroke="#FFFFFF" stroke-width="2")";
    }
    throw Bug("every ink has attributes");
}

Ink line_ink(std::size_t n)
{
    return palette_detail::nth(Ink::line_1, n, categorical.size());
}

Ink mark_ink(std::size_t n)
{
    return palette_detail::nth(Ink::mark_1, n, categorical.size());
}

Ink shade_ink(std::size_t n)
{
    return palette_detail::nth(Ink::shade_1, n, shades.size());
}

Ink answer_ink(std::size_t n)
{
    return palette_detail::nth(Ink::answer_1, n, answers.size());
}

bool wants_white_words(Ink ink)
{
    return ink == Ink::shade_4 || ink == Ink::shade_5 || ink == Ink::answer_1 ||
           ink == Ink::answer_5;
}

double contrast(std::string_view one, std::string_view other)
{
    const double a = palette_detail::luminance(one);
    const double b = palette_detail::luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace onroll::design::chart
