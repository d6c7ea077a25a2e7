#include "design/brand.h"

#include <doctest/doctest.h>

namespace onroll::design::tests::brand_test {

Colour colour(std::string_view hex)
{
    return parse_colour(hex).value();
}

TEST_CASE("contrast follows WCAG 2.2, whichever colour comes first")
{
    CHECK(contrast_ratio(colour("#000000"), colour("#ffffff")) == doctest::Approx(21.0));
    CHECK(contrast_ratio(colour("#ffffff"), colour("#ffffff")) == doctest::Approx(1.0));
    // #767676 is the lightest grey that passes on white, #777777 the first that fails.
    CHECK(contrast_ratio(colour("#767676"), colour("#ffffff")) ==
          doctest::Approx(4.54).epsilon(0.01));
    CHECK(contrast_ratio(colour("#ffffff"), colour("#777777")) ==
          doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("our own palette has the contrast that it claims")
{
    struct Row {
        const char* text;
        const char* ground;
        double contrast;
    };
    const Row rows[] = {
        {"#1e1b18", "#ffffff", 17.1}, {"#57514a", "#ffffff", 7.8}, {"#14566e", "#ffffff", 8.1},
        {"#5b3a7e", "#ffffff", 8.9},  {"#1b6468", "#ffffff", 6.8}, {"#163f45", "#ffffff", 11.5},
        {"#f0b44a", "#163f45", 6.2},  {"#a43a22", "#ffffff", 6.6}, {"#2c6b3f", "#ffffff", 6.4},
        {"#1e1b18", "#faf6f0", 15.9}, {"#8f8475", "#ffffff", 3.7}};
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(contrast_ratio(colour(row.text), colour(row.ground)) ==
              doctest::Approx(row.contrast).epsilon(0.01));
    }
}

TEST_CASE("a colour on which white words cannot be read is refused, with what to do")
{
    CHECK(check_brand({"Tidemoor", "#163f45"}).has_value());
    CHECK(check_brand({"Tidemoor", "#767676"}).has_value());
    CHECK(check_brand({"Tidemoor", ""}).has_value());
    const auto pale = check_brand({"Tidemoor", "#777777"});
    REQUIRE(!pale);
    CHECK(pale.error().message ==
          "Choose a darker colour: white words on #777777 have a contrast of 4.4, and need 4.5");
}

TEST_CASE("a colour is # and six digits, so that nothing else reaches the style sheet")
{
    for (const char* wrong :
         {"red", "#fff", "#12345g", "163f45", "#163f45;", "#163f4", " #163f45"}) {
        CAPTURE(wrong);
        CHECK(!parse_colour(wrong));
        CHECK(!check_brand({"Tidemoor", wrong}));
    }
    CHECK(parse_colour("#1B6468").value() == Colour{0x1b, 0x64, 0x68});
}

TEST_CASE("the brand's style sheet holds its colour, and is empty without one")
{
    CHECK(brand_stylesheet({"Tidemoor", "#123456"}).find("--onr-header:#123456") !=
          std::string::npos);
    CHECK(brand_stylesheet({"Tidemoor", ""}).empty());
}

} // namespace onroll::design::tests::brand_test
