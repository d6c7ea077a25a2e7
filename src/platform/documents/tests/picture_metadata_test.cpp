#include "platform/documents/picture_metadata.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace platform_documents_picture_metadata_test {

using namespace onroll::documents;
using namespace std::string_view_literals;

std::string part(char marker, std::string_view words)
{
    const auto length = words.size() + 2;
    std::string out{'\xFF', marker, static_cast<char>(length >> 8), static_cast<char>(length)};
    return out += words;
}

/// Exif with an orientation of 6, and words that stand for a place.
std::string exif()
{
    return part('\xE1', "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
                        "51.5 N 0.1 W"sv);
}

std::string points()
{
    return part('\xDA', "\x01\x01\0\0\x3F\0"sv) + std::string("\x12\xFF\0\x34\xFF\xD0\x56"sv);
}

std::string a_jpeg(std::string_view parts)
{
    return "\xFF\xD8" + part('\xE0', "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"sv) + std::string(parts) +
           part('\xDB', "table"sv) + points() + part('\xC4', "second table"sv) + points() +
           "\xFF\xD9";
}

std::string chunk(std::string_view type, std::string_view words)
{
    std::string out{0, 0, static_cast<char>(words.size() >> 8), static_cast<char>(words.size())};
    return (out += type) += std::string(words) + "crc4";
}

TEST_CASE("a photograph goes out without place, camera, comment and what follows its end")
{
    const auto photograph =
        a_jpeg(exif() + part('\xE1', "http://ns.adobe.com/xap/1.0/ 51.5 N"sv) +
               part('\xED', "Photoshop 3.0 by-line"sv) + part('\xFE', "taken at home"sv) +
               part('\xE2', "ICC_PROFILE\0\x01\x01 colours"sv)) +
        "a film of five seconds";
    const auto kept = picture_without_metadata(photograph);
    REQUIRE(kept);
    for (const auto* words : {"51.5", "xap", "Photoshop", "home", "film"}) {
        CAPTURE(words);
        CHECK(kept->find(words) == std::string::npos);
    }
    for (const auto* words : {"JFIF", "ICC_PROFILE", "table", "second table"})
        CHECK(kept->find(words) != std::string::npos);
    CHECK(kept->ends_with("\xFF\xD9"));
    // Which way up is all that is left of the camera's part.
    CHECK(kept->find("\x01\x12\0\x03\0\0\0\x01\0\x06"sv) != std::string::npos);
    CHECK(picture_without_metadata(*kept) == kept);
}

TEST_CASE("a JPEG without anything beside it stays as it is, byte for byte")
{
    CHECK(picture_without_metadata(a_jpeg("")) == a_jpeg(""));
}

TEST_CASE("a PNG goes out without its words and its time")
{
    const auto start = "\x89PNG\r\n\x1A\n" + chunk("IHDR", "13 bytes");
    const auto rest = chunk("IDAT", "points") + chunk("IEND", "");
    const auto kept =
        picture_without_metadata(start + chunk("tEXt", "Author\0Somebody"sv) +
                                 chunk("eXIf", "51.5 N") + chunk("tIME", "seven") + rest + "more");
    CHECK(kept == start + rest);
}

TEST_CASE("a picture that breaks off, or is of another kind, is not said to be clean")
{
    const auto whole = a_jpeg(exif());
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(picture_without_metadata(std::string_view(whole).substr(0, length)));
    CHECK_FALSE(picture_without_metadata("GIF89a"));
    // A reset outside a scan could hide a comment from one reading and show it to the next.
    CHECK_FALSE(
        picture_without_metadata(a_jpeg(part('\xD0', std::string("\xFF") + "\xFE kept back"))));
    CHECK_FALSE(picture_without_metadata("\x89PNG\r\n\x1A\n\xFF\xFF\xFF\xFFIDAT....."sv));
}

} // namespace platform_documents_picture_metadata_test
