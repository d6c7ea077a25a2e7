#include "platform/csv/text.h"

#include "platform/csv/mapped_file.h"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

namespace onroll::csv {

/// Either a mapping or a string; the text is a view of it.
struct Text::Storage {
    std::string owned{};
    std::optional<MappedFile> mapped{};

    explicit Storage(std::string bytes) : owned(std::move(bytes)) {}
    explicit Storage(MappedFile file) : mapped(std::move(file)) {}
    std::string_view bytes() const { return mapped ? mapped->bytes() : owned; }
};

namespace text_detail {

constexpr std::string_view utf_8_mark = "\xEF\xBB\xBF";

// What bytes 0x80 to 0x9F mean in Windows-1252.
constexpr std::array<std::uint16_t, 32> windows_1252_high = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

void append_utf_8(std::string& out, std::uint32_t point)
{
    const auto byte = [&](std::uint32_t value) { out += static_cast<char>(value); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | (point >> 6));
        byte(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        byte(0xE0 | (point >> 12));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    } else {
        byte(0xF0 | (point >> 18));
        byte(0x80 | ((point >> 12) & 0x3F));
        byte(0x80 | ((point >> 6) & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
}

/// UTF-16 after its mark; a half of a pair that stands alone becomes the replacement character.
std::string from_utf_16(std::string_view bytes, bool big_endian)
{
    std::string out;
    out.reserve(bytes.size());
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<std::uint32_t>(big_endian ? (first << 8) | second
                                                     : (second << 8) | first);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        auto point = unit(at);
        const bool high = point >= 0xD800 && point < 0xDC00,
                   low = point >= 0xDC00 && point < 0xE000;
        if (high && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
            point = 0x10000 + ((point - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
            at += 2;
        } else if (high || low) {
            point = 0xFFFD;
        }
        append_utf_8(out, point);
    }
    return out;
}

Result<std::string> unpack_gzip(std::string_view packed, const Limits& limits)
{
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK)
        return Error{ErrorKind::unavailable, "The file could not be unpacked", "inflateInit2", {}};
    std::string out;
    std::array<char, 1 << 16> block{};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    int state = Z_OK;
    bool past_the_limit = false;
    while (state == Z_OK && !past_the_limit) {
        stream.next_out = reinterpret_cast<Bytef*>(block.data());
        stream.avail_out = static_cast<uInt>(block.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(block.data(), block.size() - stream.avail_out);
        past_the_limit = out.size() > limits.bytes;
        // A gzip file may be several members one after the other.
        if (state == Z_STREAM_END && stream.avail_in > 0) state = inflateReset(&stream);
    }
    inflateEnd(&stream);
    if (past_the_limit) return too_large(limits);
    if (state != Z_STREAM_END)
        return bad_input("The compressed file is damaged or cut short. Send it again");
    return out;
}

} // namespace text_detail

Error too_large(const Limits& limits)
{
    return {ErrorKind::too_large,
            "The file must be smaller than " + std::to_string(limits.bytes >> 20) + " MB",
            {},
            {}};
}

std::string_view name_of(Encoding encoding)
{
    switch (encoding) {
    case Encoding::utf_8:
        return "UTF-8";
    case Encoding::utf_8_with_mark:
        return "UTF-8 with a byte-order mark";
    case Encoding::utf_16:
        return "UTF-16";
    case Encoding::windows_1252:
        return "Windows-1252";
    }
    return "";
}

bool is_utf_8(std::string_view bytes)
{
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    const auto* const end = at + bytes.size();
    while (at < end) {
        std::uint64_t eight = 0;
        while (end - at >= 8 && (std::memcpy(&eight, at, 8), (eight & 0x8080808080808080U) == 0))
            at += 8;
        if (at == end) break;
        if (*at < 0x80) {
            ++at;
            continue;
        }
        const int more = *at >= 0xC2 && *at < 0xE0   ? 1
                         : *at >= 0xE0 && *at < 0xF0 ? 2
                         : *at >= 0xF0 && *at < 0xF5 ? 3
                                                     : 0;
        if (more == 0 || end - at <= more) return false;
        for (int i = 1; i <= more; ++i)
            if ((at[i] & 0xC0) != 0x80) return false;
        // Overlong forms, halves of UTF-16 pairs and numbers past the last character.
        if (at[0] == 0xE0 && at[1] < 0xA0) return false;
        if (at[0] == 0xED && at[1] > 0x9F) return false;
        if (at[0] == 0xF0 && at[1] < 0x90) return false;
        if (at[0] == 0xF4 && at[1] > 0x8F) return false;
        at += more + 1;
    }
    return true;
}

std::string from_windows_1252(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool high = byte >= 0x80 && byte < 0xA0;
        text_detail::append_utf_8(out, high ? text_detail::windows_1252_high[byte - 0x80U] : byte);
    }
    return out;
}

Result<Text> Text::decode(std::shared_ptr<const Storage> storage, std::string_view bytes,
                          const Limits& limits)
{
    if (is_gzip(bytes)) {
        auto unpacked = text_detail::unpack_gzip(bytes, limits);
        if (!unpacked) return unpacked.error();
        storage = std::make_shared<Storage>(std::move(unpacked).value());
        bytes = storage->bytes();
        if (is_gzip(bytes))
            return bad_input("The file is compressed twice. Unpack it once and send it again");
    }
    if (bytes.size() > limits.bytes) return too_large(limits);
    Text text;
    text.storage_ = std::move(storage);
    text.view_ = bytes;
    const bool little = bytes.starts_with("\xFF\xFE"), big = bytes.starts_with("\xFE\xFF");
    if (bytes.starts_with(text_detail::utf_8_mark)) text.encoding_ = Encoding::utf_8_with_mark;
    if (little || big) {
        text.encoding_ = Encoding::utf_16;
        text.storage_ = std::make_shared<Storage>(text_detail::from_utf_16(bytes.substr(2), big));
        text.view_ = text.storage_->bytes();
    } else if (!is_utf_8(bytes)) {
        text.encoding_ = Encoding::windows_1252;
        text.storage_ = std::make_shared<Storage>(from_windows_1252(bytes));
        text.view_ = text.storage_->bytes();
    } else if (text.encoding_ == Encoding::utf_8_with_mark) {
        text.view_.remove_prefix(text_detail::utf_8_mark.size());
    }
    if (text.view_.empty()) return bad_input("The file is empty");
    return text;
}

Result<Text> Text::from(std::string bytes, const Limits& limits)
{
    auto storage = std::make_shared<Storage>(std::move(bytes));
    const auto view = storage->bytes();
    return decode(std::move(storage), view, limits);
}

Result<Text> Text::open(const std::filesystem::path& file, const Limits& limits)
{
    auto mapped = MappedFile::open(file, limits);
    if (!mapped) return std::move(mapped).error();
    auto storage = std::make_shared<Storage>(std::move(mapped).value());
    const auto view = storage->bytes();
    return decode(std::move(storage), view, limits);
}

} // namespace onroll::csv
