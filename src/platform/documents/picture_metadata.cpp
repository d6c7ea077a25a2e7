#include "platform/documents/picture_metadata.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace onroll::documents {
namespace picture_metadata_detail {

using namespace std::string_view_literals;

std::uint32_t number_at(std::string_view bytes, std::size_t at, int count, bool little = false)
{
    std::uint32_t number = 0;
    for (int i = 0; i < count; ++i) {
        const auto place = at + static_cast<std::size_t>(little ? count - 1 - i : i);
        number = number << 8 | static_cast<unsigned char>(bytes[place]);
    }
    return number;
}

/// Which way up the picture is, from 1 to 8, by the Exif part of a JPEG; 1 where it does not say.
char way_up(std::string_view exif)
{
    constexpr std::size_t header = 8, entry = 12;
    constexpr std::uint32_t orientation = 0x0112;
    if (exif.size() < header) return 1;
    const bool little = exif.starts_with("II");
    const std::size_t first = number_at(exif, 4, 4, little);
    if (first > exif.size() - 2) return 1;
    const auto entries = number_at(exif, first, 2, little);
    for (std::size_t i = 0; i < entries; ++i) {
        const auto at = first + 2 + i * entry;
        if (at + entry > exif.size()) return 1;
        if (number_at(exif, at, 2, little) != orientation) continue;
        const auto value = number_at(exif, at + 8, 2, little);
        return value >= 1 && value <= 8 ? static_cast<char>(value) : char{1};
    }
    return 1;
}

/// An Exif part that says which way up and nothing else.
std::string only_way_up(char way)
{
    std::string part("\xFF\xE1\0\x22"
                     "Exif\0\0"
                     "MM\0*\0\0\0\x08"
                     "\0\x01\x01\x12\0\x03\0\0\0\x01\0"sv);
    part += way;
    part += "\0\0\0\0\0\0"sv;
    return part;
}

/// Parts that the picture needs: all but those of programs (colours and Adobe's transform stay) and
/// comments.
bool is_needed(unsigned char marker, std::string_view part)
{
    if (marker == 0xFE) return false;
    if (marker < 0xE0 || marker > 0xEF) return true;
    return marker == 0xE0 ? part.starts_with("JFIF"sv)
                          : (marker == 0xE2 && part.starts_with("ICC_PROFILE"sv)) ||
                                (marker == 0xEE && part.starts_with("Adobe"sv));
}

/// From the end of the words of a scan's start to the next marker.
std::size_t end_of_points(std::string_view bytes, std::size_t from)
{
    for (std::size_t at = from; at + 1 < bytes.size(); ++at) {
        if (bytes[at] != '\xFF') continue;
        const auto next = static_cast<unsigned char>(bytes[at + 1]);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) return at;
    }
    return bytes.size();
}

/// Whether a marker has words after it. The others (0, the resets of a scan, a second start) stand
/// only among a scan's points: read as a part, they would be swallowed by those points on another
/// reading.
bool has_words(unsigned char marker)
{
    return marker > 0x01 && (marker < 0xD0 || marker > 0xD8);
}

std::optional<std::string> jpeg_without_metadata(std::string_view bytes)
{
    constexpr unsigned char end = 0xD9, scan = 0xDA, of_camera = 0xE1;
    std::string kept;
    kept.reserve(bytes.size());
    kept += bytes.substr(0, 2);
    bool told_way_up = false;
    for (std::size_t at = 2; at + 1 < bytes.size();) {
        if (bytes[at] != '\xFF') return std::nullopt;
        const auto marker = static_cast<unsigned char>(bytes[at + 1]);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (marker == end) return kept += "\xFF\xD9"sv;
        if (!has_words(marker) || at + 4 > bytes.size()) return std::nullopt;
        const std::size_t length = number_at(bytes, at + 2, 2);
        if (length < 2 || at + 2 + length > bytes.size()) return std::nullopt;
        const auto part = bytes.substr(at + 4, length - 2);
        auto next = at + 2 + length;
        if (marker == scan) next = end_of_points(bytes, next);
        if (is_needed(marker, part)) {
            kept += bytes.substr(at, next - at);
        } else if (marker == of_camera && part.starts_with("Exif\0\0"sv) && !told_way_up) {
            const auto way = way_up(part.substr(6));
            if (way != 1) kept += only_way_up(way);
            told_way_up = true;
        }
        at = next;
    }
    return std::nullopt;
}

std::optional<std::string> png_without_metadata(std::string_view bytes)
{
    constexpr std::size_t signature = 8, around = 12;
    constexpr std::array needed{"IHDR"sv, "PLTE"sv, "IDAT"sv, "IEND"sv, "tRNS"sv, "gAMA"sv,
                                "cHRM"sv, "sRGB"sv, "iCCP"sv, "sBIT"sv, "bKGD"sv, "pHYs"sv,
                                "cICP"sv, "acTL"sv, "fcTL"sv, "fdAT"sv};
    std::string kept(bytes.substr(0, signature));
    for (std::size_t at = signature; at + around <= bytes.size();) {
        const std::size_t length = number_at(bytes, at, 4);
        if (length > bytes.size() - at - around) return std::nullopt;
        const auto type = bytes.substr(at + 4, 4);
        if (std::find(needed.begin(), needed.end(), type) != needed.end())
            kept += bytes.substr(at, length + around);
        if (type == "IEND"sv) return kept;
        at += length + around;
    }
    return std::nullopt;
}

} // namespace picture_metadata_detail

std::optional<std::string> picture_without_metadata(std::string_view bytes)
{
    using namespace picture_metadata_detail;
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return jpeg_without_metadata(bytes);
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return png_without_metadata(bytes);
    return std::nullopt;
}

} // namespace onroll::documents
