// The bytes of a file as the operating system maps them. The file must not be cut short meanwhile.
#pragma once

#include "platform/csv/text.h"

#include <filesystem>
#include <string_view>
#include <utility>

namespace onroll::csv {

class MappedFile {
public:
    /// not_found; bad input for a folder or an empty file; too_large past `limits.bytes`.
    static Result<MappedFile> open(const std::filesystem::path& file, const Limits& limits = {});
    MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    MappedFile& operator=(MappedFile&& other) noexcept
    {
        std::swap(bytes_, other.bytes_);
        return *this;
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    std::string_view bytes() const { return bytes_; }

private:
    explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

    std::string_view bytes_;
};

} // namespace onroll::csv
