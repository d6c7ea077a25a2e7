// A council's own look: its name beside our mark, and the colour of the header. A colour on which
// the header's white words cannot be read is refused (WCAG 2.2, 1.4.3; conventions.md X-11). Pure.
#pragma once

#include "kernel/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace onroll::design {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

/// Reads `#1b6468`; anything else is bad input.
Result<Colour> parse_colour(std::string_view hex);

/// WCAG 2.2 contrast ratio, 1 to 21; the order does not matter. Source: WCAG 2.2, "contrast ratio"
/// and "relative luminance".
double contrast_ratio(Colour one, Colour other);

struct Brand {
    std::string area_name; ///< "Tidemoor"
    std::string colour{};  ///< of the header, `#1b6468`; empty for ours
};

/// The brand, or what to change: a colour must be readable and have a contrast of 4.5 or more with
/// white.
Result<Brand> check_brand(Brand brand);

/// The style sheet that gives the header this colour; empty without a colour. `brand` has passed
/// check_brand().
std::string brand_stylesheet(const Brand& brand);

} // namespace onroll::design
