#include "check/hand_over.h"

#include "kernel/ensure.h"
#include "platform/http/form.h"
#include "platform/http/percent.h"

#include <array>
#include <zlib.h>

namespace onroll::check {

namespace hand_over_detail {

// Crockford's base 32: no I, L, O or U.
constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t id_bytes = 16;
constexpr std::size_t day_bytes = 4;
constexpr std::size_t group = 5;
constexpr std::size_t longest_story = 64 * 1024; ///< unpacked
constexpr std::size_t longest_code = 128 * 1024;

std::string grouped_code(std::string_view bytes)
{
    std::string code;
    std::uint32_t held = 0;
    int bits = 0;
    std::size_t written = 0;
    const auto put = [&](unsigned digit) {
        if (written && written % group == 0) code += '-';
        code += digits[digit & 31u];
        ++written;
    };
    for (const unsigned char byte : bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5) put(held >> (bits - 5));
    }
    if (bits) put(held << (5 - bits));
    return code;
}

/// The bytes of a code; nothing where it holds what no code has. What looks alike is read as meant.
std::optional<std::string> bytes_of(std::string_view code)
{
    std::string bytes;
    std::uint32_t held = 0;
    int bits = 0;
    for (char c : code) {
        if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'I' || c == 'L') c = '1';
        if (c == 'O') c = '0';
        const auto digit = digits.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        held = (held << 5) | static_cast<std::uint32_t>(digit);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes += static_cast<char>((held >> bits) & 0xffu);
    }
    return bytes;
}

std::string packed(const std::string& text)
{
    uLongf size = compressBound(static_cast<uLong>(text.size()));
    std::string out(size, '\0');
    const auto done = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                                reinterpret_cast<const Bytef*>(text.data()),
                                static_cast<uLong>(text.size()), Z_BEST_COMPRESSION);
    ensure(done == Z_OK, "the room is what zlib asked for");
    out.resize(size);
    return out;
}

std::optional<std::string> unpacked(std::string_view bytes)
{
    std::string out(longest_story, '\0');
    uLongf size = longest_story;
    if (uncompress(reinterpret_cast<Bytef*>(out.data()), &size,
                   reinterpret_cast<const Bytef*>(bytes.data()),
                   static_cast<uLong>(bytes.size())) != Z_OK)
        return std::nullopt;
    out.resize(size);
    return out;
}

std::string written(const http::Fields& fields)
{
    std::string text;
    for (const auto& [name, value] : fields)
        text += (text.empty() ? "" : "&") + http::percent_encoded(name) + "=" +
                http::percent_encoded(value);
    return text;
}

std::string four_bytes(Date day)
{
    const auto count = static_cast<std::uint32_t>(day.time_since_epoch().count());
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((count >> shift) & 0xff);
    return bytes;
}

Date day_of(std::string_view bytes)
{
    std::uint32_t count = 0;
    for (const unsigned char byte : bytes) count = (count << 8) | byte;
    return Date{Days{static_cast<int>(count)}};
}

crypto::Key sealing_key(const crypto::Key& key)
{
    return crypto::Key::derived(key, "hand-over of a check");
}

std::string context_of(std::string_view area)
{
    return "onroll hand-over 1 " + std::string(area);
}

Error not_a_code()
{
    return bad_input(
        "This code is not one of this area, or a part of it is missing. Ask the family "
        "to send it again",
        "code");
}

} // namespace hand_over_detail

std::string make_hand_over(const Answers& answers, const crypto::Key& key, std::string_view area,
                           Date today)
{
    using namespace hand_over_detail;
    const auto plain =
        crypto::random_bytes(id_bytes) + four_bytes(today) + packed(written(fields_of(answers)));
    return grouped_code(crypto::seal(sealing_key(key), plain, context_of(area)));
}

Result<HandedOver> read_hand_over(std::string_view code, const crypto::Key& key,
                                  std::string_view area, Date today)
{
    using namespace hand_over_detail;
    if (code.size() > longest_code) return not_a_code();
    const auto sealed = bytes_of(code);
    if (!sealed) return not_a_code();
    const auto plain = crypto::open(sealing_key(key), *sealed, context_of(area));
    if (!plain || plain->size() < id_bytes + day_bytes) return not_a_code();
    const auto made_on = day_of(std::string_view(*plain).substr(id_bytes, day_bytes));
    if (today > made_on + hand_over_lasts)
        return bad_input("This code was made on " + in_words(made_on) +
                             ", more than 28 days ago. Ask the family to make a new one",
                         "code");
    const auto story = unpacked(std::string_view(*plain).substr(id_bytes + day_bytes));
    if (!story) return not_a_code();
    const auto form = http::parse_urlencoded_form(*story);
    if (!form) return not_a_code();
    return HandedOver{crypto::to_hex(plain->substr(0, id_bytes)), made_on,
                      read_answers(form->fields)};
}

} // namespace onroll::check
