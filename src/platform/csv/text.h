// The bytes of a file as UTF-8 text: mapped rather than read where they already are UTF-8, unpacked
// where they are gzip, converted where they are UTF-16 or Windows-1252. What a file is comes from
// its content, never from its name. A mapped file must not be cut short while it is being read.
#pragma once

#include "kernel/result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace onroll::csv {

/// What a reader refuses to go past. Bytes are counted after unpacking.
struct Limits {
    std::size_t bytes = std::size_t{256} << 20;
    std::size_t rows = 5'000'000;
    std::size_t columns = 1'024;
    std::size_t cell_bytes = std::size_t{1} << 20;
};

enum class Encoding { utf_8, utf_8_with_mark, utf_16, windows_1252 };

/// "UTF-8", "Windows-1252" and so on, for a report.
std::string_view name_of(Encoding);

/// What is said of a file past `limits.bytes`.
Error too_large(const Limits& limits);

/// True for bytes that begin as a gzip file does.
inline bool is_gzip(std::string_view bytes)
{
    return bytes.starts_with("\x1F\x8B\x08");
}

/// True where every byte belongs to a well-formed UTF-8 sequence.
bool is_utf_8(std::string_view bytes);

/// Windows-1252 as UTF-8; the five bytes it leaves undefined become the control characters of the
/// same number.
std::string from_windows_1252(std::string_view bytes);

class Text {
public:
    /// Bad input for a folder, an empty file or a broken gzip; not_found; too_large past
    /// `limits.bytes`.
    static Result<Text> open(const std::filesystem::path& file, const Limits& limits = {});
    /// The same for bytes already in memory.
    static Result<Text> from(std::string bytes, const Limits& limits = {});

    /// The text without its byte-order mark; valid as long as this Text lives, also after it is
    /// moved.
    std::string_view view() const { return view_; }
    Encoding encoding() const { return encoding_; }

private:
    struct Storage;
    Text() = default;
    static Result<Text> decode(std::shared_ptr<const Storage> storage, std::string_view bytes,
                               const Limits& limits);

    std::shared_ptr<const Storage> storage_;
    std::string_view view_;
    Encoding encoding_ = Encoding::utf_8;
};

} // namespace onroll::csv
