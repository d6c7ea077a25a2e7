// Any bytes as a multipart form: the outcome must not depend on where the body is cut into pieces.
// The first byte says how long the pieces are.
#include "target.h"

#include "platform/http/multipart.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace {

onroll::http::FormLimits small_limits()
{
    onroll::http::FormLimits limits;
    limits.fields = 4;
    limits.uploads = 4;
    limits.name_bytes = 20;
    limits.field_bytes = 100;
    limits.part_header_bytes = 200;
    limits.upload_in_memory = 2'000;
    return limits;
}

std::optional<onroll::http::Form> read_in_pieces(std::string_view body, std::size_t piece)
{
    onroll::http::MultipartReader reader("cut", small_limits());
    while (!body.empty()) {
        const auto length = std::min(piece, body.size());
        if (!reader.feed(body.substr(0, length))) return std::nullopt;
        body.remove_prefix(length);
    }
    auto form = reader.finish();
    if (!form) return std::nullopt;
    return *std::move(form);
}

bool same(const onroll::http::Upload& one, const onroll::http::Upload& other)
{
    const auto content = one.content();
    const auto other_content = other.content();
    return one.field == other.field && one.file_name == other.file_name && one.size == other.size &&
           content && other_content && *content == *other_content && content->size() == one.size;
}

} // namespace

FUZZ_TARGET(http_multipart)
{
    if (size == 0) return 0;
    const std::size_t piece = std::size_t{bytes[0]} + 1;
    const std::string_view body(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto whole = read_in_pieces(body, body.size() + 1);
    const auto pieces = read_in_pieces(body, piece);
    if (whole.has_value() != pieces.has_value()) std::abort();
    if (!whole) return 0;
    if (!std::equal(whole->fields.begin(), whole->fields.end(), pieces->fields.begin(),
                    pieces->fields.end()))
        std::abort();
    if (!std::equal(whole->uploads.begin(), whole->uploads.end(), pieces->uploads.begin(),
                    pieces->uploads.end(), same))
        std::abort();
    return 0;
}
