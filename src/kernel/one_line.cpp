#include "kernel/one_line.h"

#include <cstddef>

namespace onroll {

namespace one_line_detail {

unsigned char byte_at(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

/// How many bytes at the beginning of `text` break a line or are a control character; 0 for none.
std::size_t length_of_break(std::string_view text)
{
    const auto first = byte_at(text, 0);
    const auto second = byte_at(text, 1);
    const auto third = byte_at(text, 2);
    if (first < 0x20 || first == 0x7f) return 1;
    if (first == 0xc2 && second >= 0x80 && second <= 0x9f) return 2; // U+0080 to U+009F
    if (first == 0xe2 && second == 0x80 && (third == 0xa8 || third == 0xa9)) return 3;
    return 0;
}

/// Whether `text` begins with a mark that is not seen and turns the direction of writing, or joins
/// nothing. Names of some languages need U+200C and U+200D.
bool begins_with_hidden_mark(std::string_view text)
{
    const auto first = byte_at(text, 0);
    const auto second = byte_at(text, 1);
    const auto third = byte_at(text, 2);
    if (first == 0xd8 && second == 0x9c) return true;                  // U+061C
    if (first == 0xef && second == 0xbb && third == 0xbf) return true; // U+FEFF
    if (first != 0xe2) return false;
    if (second == 0x80) // U+200B, U+200E, U+200F and U+2028 to U+202E
        return third == 0x8b || third == 0x8e || third == 0x8f || (third >= 0xa8 && third <= 0xae);
    return second == 0x81 && third >= 0xa6 && third <= 0xa9; // U+2066 to U+2069
}

} // namespace one_line_detail

std::string one_line(std::string_view text)
{
    std::string line;
    bool broken = false;
    while (!text.empty()) {
        const auto length = one_line_detail::length_of_break(text);
        // Spaces after a break, or before the first word, are part of it.
        const bool passed_over = text.front() == ' ' && (broken || line.empty());
        if (length == 0 && !passed_over) {
            if (broken) {
                line.erase(line.find_last_not_of(' ') + 1);
                if (!line.empty()) line += ' ';
            }
            line += text.front();
        }
        broken = length > 0 || (broken && passed_over);
        text.remove_prefix(length > 0 ? length : 1);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

bool has_hidden_characters(std::string_view name)
{
    for (std::size_t at = 0; at < name.size(); ++at) {
        const auto rest = name.substr(at);
        if (one_line_detail::length_of_break(rest) > 0 ||
            one_line_detail::begins_with_hidden_mark(rest))
            return true;
    }
    return false;
}

} // namespace onroll
