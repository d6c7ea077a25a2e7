// Cuts a text of UTF-8 to a length without leaving half a character at its end.
#pragma once

#include <cstddef>
#include <string_view>

namespace onroll {

/// The beginning of `text`, of `most` bytes or up to 3 fewer, so that its last character is whole.
constexpr std::string_view whole_characters(std::string_view text, std::size_t most)
{
    if (text.size() <= most) return text;
    constexpr unsigned char first_bits = 0xc0, of_a_later_byte = 0x80;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & first_bits) == of_a_later_byte)
        --most;
    return text.substr(0, most);
}

} // namespace onroll
