// The parts of a ZIP archive, unpacked one by one within limits: so many parts, and so many bytes
// of all of them together, so that a hostile archive costs no more (trust.md U-03). DOCX and ODT
// files are such archives.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace onroll::documents {

class ZipParts {
public:
    /// Nothing for what is no archive, is damaged, or has more parts. The bytes outlive it.
    static std::optional<ZipParts> open(std::string_view bytes, std::size_t most_parts,
                                        std::size_t most_bytes);

    std::size_t count() const { return count_; }
    /// Empty where the archive gives none.
    std::string name(std::size_t part) const;
    /// Nothing where it holds more than is left of the bytes, or is locked or broken.
    std::optional<std::string> unpack(std::size_t part);

private:
    struct Close {
        void operator()(zip* archive) const;
    };
    ZipParts(zip* archive, std::size_t count, std::size_t room);

    std::unique_ptr<zip, Close> archive_;
    std::size_t count_ = 0;
    std::size_t room_ = 0; ///< how many bytes may still be unpacked
};

} // namespace onroll::documents
