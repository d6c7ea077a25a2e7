#include "platform/documents/zip_parts.h"

#include <zip.h>

#include <array>

namespace onroll::documents {

namespace zip_parts_detail {

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace zip_parts_detail

void ZipParts::Close::operator()(zip* archive) const
{
    zip_discard(archive);
}

ZipParts::ZipParts(zip* archive, std::size_t count, std::size_t room)
    : archive_(archive), count_(count), room_(room)
{
}

std::optional<ZipParts> ZipParts::open(std::string_view bytes, std::size_t most_parts,
                                       std::size_t most_bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) return std::nullopt;
    auto* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (!archive) {
        zip_source_free(source);
        return std::nullopt;
    }
    ZipParts parts(archive, static_cast<std::size_t>(zip_get_num_entries(archive, 0)), most_bytes);
    if (parts.count() > most_parts) return std::nullopt;
    return parts;
}

std::string ZipParts::name(std::size_t part) const
{
    const char* name = zip_get_name(archive_.get(), part, 0);
    return name ? name : "";
}

std::optional<std::string> ZipParts::unpack(std::size_t part)
{
    const std::unique_ptr<zip_file_t, zip_parts_detail::CloseFile> file(
        zip_fopen_index(archive_.get(), part, 0));
    if (!file) return std::nullopt;
    std::string bytes;
    std::array<char, 16384> piece{};
    for (;;) {
        const auto got = zip_fread(file.get(), piece.data(), piece.size());
        if (got < 0) return std::nullopt;
        if (got == 0) break;
        if (bytes.size() + static_cast<std::size_t>(got) > room_) return std::nullopt;
        bytes.append(piece.data(), static_cast<std::size_t>(got));
    }
    room_ -= bytes.size();
    return bytes;
}

} // namespace onroll::documents
