#include "platform/http/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace onroll::http {

namespace compress_detail {

constexpr int level = 4;

std::string gzip(std::string_view content)
{
    constexpr int largest_window_as_gzip = 15 + 16;
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, largest_window_as_gzip, 8, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return {};
    std::string out(deflateBound(&stream, content.size()), '\0');
    // zlib's interface is not const, but it does not write to its input.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int ended = deflate(&stream, Z_FINISH);
    out.resize(ended == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

std::string brotli(std::string_view content)
{
    std::string out(BrotliEncoderMaxCompressedSize(content.size()), '\0');
    auto size = out.size();
    const auto done =
        BrotliEncoderCompress(level, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, content.size(),
                              reinterpret_cast<const std::uint8_t*>(content.data()), &size,
                              reinterpret_cast<std::uint8_t*>(out.data()));
    out.resize(done == BROTLI_TRUE ? size : 0);
    return out;
}

} // namespace compress_detail

std::string compressed(std::string_view content, Encoding encoding)
{
    if (content.size() > std::numeric_limits<uInt>::max() / 2) return {};
    switch (encoding) {
    case Encoding::identity:
        return {};
    case Encoding::gzip:
        return compress_detail::gzip(content);
    case Encoding::brotli:
        return compress_detail::brotli(content);
    }
    return {};
}

bool is_worth_compressing(std::string_view content_type)
{
    constexpr std::array<std::string_view, 7> types{
        "text/",           "application/json",       "application/problem+json",
        "application/xml", "application/javascript", "application/manifest+json",
        "image/svg+xml"};
    return std::ranges::any_of(
        types, [&](std::string_view type) { return content_type.starts_with(type); });
}

std::string_view encoding_name(Encoding encoding)
{
    return encoding == Encoding::brotli ? "br" : encoding == Encoding::gzip ? "gzip" : "identity";
}

} // namespace onroll::http
