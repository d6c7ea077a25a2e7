#include "platform/documents/zip_of.h"

#include "kernel/ensure.h"

#include <zip.h>

namespace onroll::documents {
namespace zip_of_detail {

/// A zip archive in memory, each entry dated 1 January 1980, the first day a zip can name.
class Archive {
public:
    Archive()
    {
        zip_error_t error;
        zip_error_init(&error);
        bytes_ = zip_source_buffer_create(nullptr, 0, 0, &error);
        ensure(bytes_ != nullptr, "an empty buffer can be made");
        zip_source_keep(bytes_);
        zip_ = zip_open_from_source(bytes_, ZIP_TRUNCATE, &error);
        ensure(zip_ != nullptr, "an archive can be opened on an empty buffer");
    }
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive()
    {
        if (zip_) zip_discard(zip_);
        zip_source_free(bytes_);
    }

    /// `bytes` must live until closed() has answered.
    void add(const std::string& name, std::string_view bytes, zip_int32_t method)
    {
        auto* source = zip_source_buffer(zip_, bytes.data(), bytes.size(), 0);
        const auto index = zip_file_add(zip_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        ensure(index >= 0, "an entry can be added to an archive in memory");
        const auto entry = static_cast<zip_uint64_t>(index);
        zip_set_file_compression(zip_, entry, method, 0);
        zip_file_set_dostime(zip_, entry, 0, 0x21, 0);
    }

    std::string closed()
    {
        ensure(zip_close(zip_) == 0, "an archive in memory can be closed");
        zip_ = nullptr;
        ensure(zip_source_open(bytes_) == 0, "a closed archive can be read");
        zip_stat_t stat;
        zip_source_stat(bytes_, &stat);
        std::string all(stat.size, '\0');
        const auto got = zip_source_read(bytes_, all.data(), all.size());
        zip_source_close(bytes_);
        ensure(got == static_cast<zip_int64_t>(all.size()), "a closed archive is read whole");
        return all;
    }

private:
    zip_source_t* bytes_ = nullptr;
    zip_t* zip_ = nullptr;
};

} // namespace zip_of_detail

std::string zip_of(const std::vector<ZipPart>& parts)
{
    zip_of_detail::Archive archive;
    for (const auto& part : parts)
        archive.add(part.name, part.bytes,
                    part.packed == Packed::yes ? ZIP_CM_DEFLATE : ZIP_CM_STORE);
    return archive.closed();
}

} // namespace onroll::documents
