// What a page's form sent: fields, and files, which lie on disk when they are large. Text is valid
// UTF-8.
#pragma once

#include "platform/http/fields.h"

#include "kernel/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::http {

/// A file that is removed when the last owner goes.
class TemporaryFile {
public:
    explicit TemporaryFile(std::filesystem::path path) : path_(std::move(path)) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A file as sent. Its name and its content type are the sender's claims: never a path, never proof
/// of what is inside.
struct Upload {
    std::string field; ///< the input's name
    std::string
        file_name; ///< last part only, without folders; empty where the person chose no file
    std::string content_type; ///< as claimed
    std::uint64_t size = 0;   ///< bytes
    std::string bytes;        ///< the content, where it was small enough to stay in memory
    std::shared_ptr<const TemporaryFile>
        file; ///< the content otherwise; shared, since requests are copied

    bool was_chosen() const { return !file_name.empty() || size > 0; }
    /// The whole content. Fails with `unavailable` when the temporary file cannot be read.
    Result<std::string> content() const;
};

/// Reads like a map of text: form["school"]; empty where the field is absent.
struct Form {
    Fields fields;
    std::vector<Upload> uploads;

    std::string_view operator[](std::string_view name) const { return fields[name]; }
    std::optional<std::string_view> find(std::string_view name) const { return fields.find(name); }
    std::vector<std::string_view> all(std::string_view name) const { return fields.all(name); }
    bool contains(std::string_view name) const { return fields.contains(name); }
    /// The first file of that input, or nullptr.
    const Upload* upload(std::string_view field) const;
    bool empty() const { return fields.empty() && uploads.empty(); }
};

/// What a form may hold. Over a limit the request is refused with `too_large`.
struct FormLimits {
    std::size_t fields = 2'000;
    std::size_t uploads = 50;
    std::size_t name_bytes = 200;              ///< of a field's or a file's name
    std::size_t field_bytes = 1024 * 1024;     ///< of one field's value
    std::size_t part_header_bytes = 8 * 1024;  ///< of one multipart part
    std::size_t upload_in_memory = 256 * 1024; ///< larger files go to `folder`
    std::filesystem::path folder; ///< for large uploads; empty: the system's temporary folder
};

/// Reads application/x-www-form-urlencoded. Fails on a broken escape, on bytes that are not UTF-8,
/// on NUL, over a limit.
Result<Form> parse_urlencoded_form(std::string_view body, const FormLimits& limits = {});

/// Reads multipart/form-data that is wholly in memory; the server uses MultipartReader as bytes
/// arrive.
Result<Form> parse_multipart_form(std::string_view body, std::string_view boundary,
                                  const FormLimits& limits = {});

} // namespace onroll::http
