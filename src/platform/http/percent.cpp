#include "platform/http/percent.h"

#include <algorithm>
#include <cstdint>

namespace onroll::http {

namespace percent_detail {

int hex_digit(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

bool needs_no_escape(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.' ||
           letter == '~';
}

struct Sequence {
    std::size_t length;
    std::uint32_t first_bits;
    std::uint32_t least; // smaller values would be over-long
};

/// What the first byte of a character says; length 0 where it cannot begin one.
Sequence sequence_begun_by(std::uint8_t byte)
{
    if (byte < 0x80) return {1, byte, 1}; // least 1: NUL is refused
    if (byte >= 0xC2 && byte < 0xE0) return {2, byte & 0x1Fu, 0x80};
    if (byte >= 0xE0 && byte < 0xF0) return {3, byte & 0x0Fu, 0x800};
    if (byte >= 0xF0 && byte < 0xF5) return {4, byte & 0x07u, 0x10000};
    return {0, 0, 0};
}

} // namespace percent_detail

bool is_plain_utf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto begun = percent_detail::sequence_begun_by(static_cast<std::uint8_t>(text[at]));
        if (begun.length == 0 || text.size() - at < begun.length) return false;
        std::uint32_t code = begun.first_bits;
        for (std::size_t next = 1; next < begun.length; ++next) {
            const auto byte = static_cast<std::uint8_t>(text[at + next]);
            if ((byte & 0xC0u) != 0x80u) return false;
            code = code << 6 | (byte & 0x3Fu);
        }
        const bool surrogate = code >= 0xD800 && code < 0xE000;
        if (code < begun.least || surrogate || code > 0x10FFFF) return false;
        at += begun.length;
    }
    return true;
}

bool has_control_characters(std::string_view text)
{
    return std::ranges::any_of(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 32 || letter == 127; });
}

std::optional<std::string> percent_decoded(std::string_view text, Plus plus)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plus == Plus::is_space) {
            decoded += ' ';
        } else if (text[at] != '%') {
            decoded += text[at];
        } else {
            if (text.size() - at < 3) return std::nullopt;
            const int high = percent_detail::hex_digit(text[at + 1]);
            const int low = percent_detail::hex_digit(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            at += 2;
        }
    }
    if (!is_plain_utf8(decoded)) return std::nullopt;
    return decoded;
}

std::string percent_encoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    encoded.reserve(text.size());
    for (const char letter : text) {
        if (percent_detail::needs_no_escape(letter)) {
            encoded += letter;
            continue;
        }
        const auto byte = static_cast<std::uint8_t>(letter);
        encoded += '%';
        encoded += digits[byte >> 4];
        encoded += digits[byte & 15u];
    }
    return encoded;
}

Result<Fields> parse_pairs(std::string_view text, const PairLimits& limits)
{
    const auto too_large = [](std::string message) {
        return Error{ErrorKind::too_large, std::move(message), {}, {}};
    };
    Fields fields;
    while (!text.empty()) {
        const auto pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        const auto name = percent_decoded(pair.substr(0, equals), Plus::is_space);
        const auto value = percent_decoded(
            equals < pair.size() ? pair.substr(equals + 1) : std::string_view{}, Plus::is_space);
        if (!name || !value) return bad_input("The form or address holds text that cannot be read");
        if (name->size() > limits.name_bytes) return too_large("A field's name is too long");
        if (value->size() > limits.value_bytes) return too_large("An answer is too long");
        if (fields.size() == limits.pairs) return too_large("There are too many fields");
        fields.add(*name, *value);
    }
    return fields;
}

} // namespace onroll::http
