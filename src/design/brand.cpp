#include "design/brand.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace onroll::design {
namespace brand_detail {

std::optional<unsigned> digit(char c)
{
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a') + 10;
    if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A') + 10;
    return std::nullopt;
}

double linear(std::uint8_t channel)
{
    const double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

/// L in the standard: 0 for black, 1 for white.
double relative_luminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

constexpr Colour white{255, 255, 255};
constexpr double least_contrast = 4.5;

} // namespace brand_detail

Result<Colour> parse_colour(std::string_view hex)
{
    const auto wrong = [] {
        return bad_input("Enter the colour as # and 6 characters, like #1b6468", "colour");
    };
    if (hex.size() != 7 || hex.front() != '#') return wrong();
    std::uint8_t parts[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto high = brand_detail::digit(hex[1 + 2 * i]);
        const auto low = brand_detail::digit(hex[2 + 2 * i]);
        if (!high || !low) return wrong();
        parts[i] = static_cast<std::uint8_t>(*high * 16 + *low);
    }
    return Colour{parts[0], parts[1], parts[2]};
}

double contrast_ratio(Colour one, Colour other)
{
    const auto [darker, lighter] = std::minmax(
        {brand_detail::relative_luminance(one), brand_detail::relative_luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

Result<Brand> check_brand(Brand brand)
{
    if (brand.colour.empty()) return brand;
    const auto colour = parse_colour(brand.colour);
    if (!colour) return colour.error();
    const double contrast = contrast_ratio(*colour, brand_detail::white);
    if (contrast < brand_detail::least_contrast) {
        return bad_input(fmt::format("Choose a darker colour: white words on {} have a contrast of "
                                     "{:.1f}, and need 4.5",
                                     brand.colour, std::floor(contrast * 10) / 10),
                         "colour");
    }
    return brand;
}

std::string brand_stylesheet(const Brand& brand)
{
    if (brand.colour.empty()) return {};
    return fmt::format(":root{{--onr-header:{};--onr-mark:#fff}}\n", brand.colour);
}

} // namespace onroll::design
