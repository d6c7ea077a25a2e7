#include "platform/documents/zip_entries.h"

#include <zip.h>

#include <memory>

namespace onroll::documents {
namespace zip_entries_detail {

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

Error unreadable()
{
    return bad_input("The file is damaged or is no document");
}

Archive open_file(const std::filesystem::path& file)
{
    int error = 0;
    return Archive(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
}

Archive open_bytes(std::string_view bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) return nullptr;
    auto* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (!archive) zip_source_free(source);
    zip_error_fini(&error);
    return Archive(archive);
}

/// Whether the archive says that an entry is a symbolic link, as Unix does.
bool is_link(zip_t* archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return true;
    constexpr zip_uint32_t type_bits = 0170000;
    constexpr zip_uint32_t link = 0120000;
    return system == ZIP_OPSYS_UNIX && ((attributes >> 16) & type_bits) == link;
}

Result<std::vector<ZipEntry>> entries_of(const Archive& archive)
{
    if (!archive) return unreadable();
    const auto count = zip_get_num_entries(archive.get(), 0);
    // Nothing at all is an empty archive to libzip.
    if (count <= 0 || static_cast<std::uint64_t>(count) > most_zip_entries) return unreadable();
    std::vector<ZipEntry> entries;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t facts;
        constexpr zip_uint64_t needed =
            ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(archive.get(), index, 0, &facts) != 0 ||
            (facts.valid & needed) != needed)
            return unreadable();
        entries.push_back(
            {.name = facts.name,
             .packed = facts.comp_size,
             .unpacked = facts.size,
             .is_plain = facts.encryption_method == ZIP_EM_NONE && !is_link(archive.get(), index)});
    }
    return entries;
}

} // namespace zip_entries_detail
using namespace zip_entries_detail;

Result<std::vector<ZipEntry>> zip_entries(const std::filesystem::path& file)
{
    return entries_of(open_file(file));
}
Result<std::vector<ZipEntry>> zip_entries_in(std::string_view bytes)
{
    return entries_of(open_bytes(bytes));
}

} // namespace onroll::documents
