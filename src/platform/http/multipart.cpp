#include "platform/http/multipart.h"

#include "platform/http/header_values.h"
#include "platform/http/percent.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace onroll::http {

namespace multipart_detail {

Error unreadable()
{
    return bad_input("The form was sent in a shape that cannot be read");
}

Error too_large(std::string message, std::string where = {})
{
    return Error{ErrorKind::too_large, std::move(message), {}, std::move(where)};
}

Error cannot_store(std::string detail)
{
    return Error{ErrorKind::unavailable,
                 "The file could not be stored. Try again later",
                 std::move(detail),
                 {}};
}

/// An empty file of an unguessable name that only this user may read.
Result<std::shared_ptr<const TemporaryFile>> new_temporary_file(const std::filesystem::path& folder)
{
    std::error_code fault;
    const auto where = folder.empty() ? std::filesystem::temp_directory_path(fault) : folder;
    auto name = (where / "upload-XXXXXX").string();
    const int descriptor = fault ? -1 : ::mkstemp(name.data());
    if (descriptor < 0) return cannot_store("no temporary file: " + std::to_string(errno));
    ::close(descriptor);
    return std::make_shared<const TemporaryFile>(name);
}

/// "C:\\fake\\plan.pdf" and "../plan.pdf" are both "plan.pdf".
std::string last_part(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? name : name.substr(slash + 1));
}

struct PartHeaders {
    std::string disposition;
    std::string content_type;
};

/// Splits a part's header lines. Nothing where a line has no colon or bytes are no text.
std::optional<PartHeaders> split_headers(std::string_view text)
{
    if (!is_plain_utf8(text)) return std::nullopt;
    PartHeaders headers;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find("\r\n"));
        text.remove_prefix(std::min(text.size(), line.size() + 2));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || has_control_characters(line)) return std::nullopt;
        const auto name = line.substr(0, colon);
        const auto value = trimmed(line.substr(colon + 1));
        if (same_word(name, "Content-Disposition")) headers.disposition = value;
        if (same_word(name, "Content-Type")) headers.content_type = value;
    }
    return headers;
}

} // namespace multipart_detail

MultipartReader::MultipartReader(std::string_view boundary, FormLimits limits)
    : limits_(std::move(limits)), delimiter_("\r\n--" + std::string(boundary)),
      // The first boundary may stand at the very beginning: the line end before it is supplied.
      pending_("\r\n")
{
}

Result<void> MultipartReader::feed(std::string_view bytes)
{
    pending_ += bytes;
    for (bool went_on = true; went_on;) {
        Result<bool> step = false;
        switch (stage_) {
        case Stage::preamble:
            step = read_preamble();
            break;
        case Stage::after_boundary:
            step = read_after_boundary();
            break;
        case Stage::headers:
            step = read_headers();
            break;
        case Stage::content:
            step = read_content();
            break;
        case Stage::epilogue:
            pending_.clear();
            break;
        }
        if (!step) return step.error();
        went_on = *step;
    }
    return {};
}

Result<bool> MultipartReader::read_preamble()
{
    const auto found = pending_.find(delimiter_);
    // Counted so that the answer does not depend on where the body was cut into pieces.
    const auto before = found == std::string::npos ? pending_.size() : found + delimiter_.size();
    if (before > limits_.part_header_bytes + delimiter_.size())
        return multipart_detail::unreadable();
    if (found == std::string::npos) return false;
    pending_.erase(0, found + delimiter_.size());
    stage_ = Stage::after_boundary;
    return true;
}

Result<bool> MultipartReader::read_after_boundary()
{
    if (pending_.size() < 2) return false;
    if (pending_.starts_with("--")) {
        stage_ = Stage::epilogue;
        return true;
    }
    // Spaces may follow a boundary before its line end.
    const auto text = pending_.find_first_not_of(" \t");
    if (std::min(text, pending_.size()) > limits_.part_header_bytes)
        return multipart_detail::unreadable();
    if (text == std::string::npos || pending_.size() - text < 2) return false;
    if (pending_.compare(text, 2, "\r\n") != 0) return multipart_detail::unreadable();
    pending_.erase(0, text); // the line end stays: headers may be empty
    stage_ = Stage::headers;
    return true;
}

Result<bool> MultipartReader::read_headers()
{
    constexpr std::string_view blank_line = "\r\n\r\n";
    const auto end = pending_.find(blank_line);
    const auto heading = end == std::string::npos ? pending_.size() : end + blank_line.size();
    if (heading > limits_.part_header_bytes + blank_line.size())
        return multipart_detail::too_large("A part of the form has too long a heading");
    if (end == std::string::npos) return false;
    const auto begun = end == 0 ? Result<void>(multipart_detail::unreadable())
                                : begin_part(std::string_view(pending_).substr(2, end - 2));
    if (!begun) return begun.error();
    pending_.erase(0, end + blank_line.size());
    stage_ = Stage::content;
    return true;
}

Result<bool> MultipartReader::read_content()
{
    const auto found = pending_.find(delimiter_);
    if (found == std::string::npos) {
        if (pending_.size() < delimiter_.size()) return false;
        const auto sure = pending_.size() - delimiter_.size() + 1;
        const auto kept = keep(std::string_view(pending_).substr(0, sure));
        if (!kept) return kept.error();
        pending_.erase(0, sure);
        return false;
    }
    const auto kept = keep(std::string_view(pending_).substr(0, found));
    if (!kept) return kept.error();
    const auto ended = end_part();
    if (!ended) return ended.error();
    pending_.erase(0, found + delimiter_.size());
    stage_ = Stage::after_boundary;
    return true;
}

Result<void> MultipartReader::begin_part(std::string_view text)
{
    const auto headers = multipart_detail::split_headers(text);
    if (!headers) return multipart_detail::unreadable();
    const auto semicolon = std::min(headers->disposition.find(';'), headers->disposition.size());
    const auto parameters =
        parse_parameters(std::string_view(headers->disposition).substr(semicolon));
    if (!parameters || !same_word(trimmed(headers->disposition.substr(0, semicolon)), "form-data"))
        return multipart_detail::unreadable();
    field_name_ = (*parameters)["name"];
    const auto file_name = parameters->find("filename");
    if (field_name_.empty()) return multipart_detail::unreadable();
    if (field_name_.size() > limits_.name_bytes ||
        (file_name && file_name->size() > limits_.name_bytes))
        return multipart_detail::too_large(
            file_name
                ? "The name of the file is longer than " + std::to_string(limits_.name_bytes) +
                      " letters. Give it a shorter name, and choose it again"
                : "A name in the form is too long");

    in_file_ = file_name.has_value();
    if (in_file_ ? form_.uploads.size() == limits_.uploads : form_.fields.size() == limits_.fields)
        return multipart_detail::too_large(in_file_ ? "There are more than " +
                                                          std::to_string(limits_.uploads) +
                                                          " files. Send fewer at once"
                                                    : "There are too many fields");
    value_.clear();
    upload_ = Upload{};
    if (in_file_) {
        upload_.field = field_name_;
        upload_.file_name = multipart_detail::last_part(*file_name);
        upload_.content_type = headers->content_type;
    }
    return {};
}

Result<void> MultipartReader::keep(std::string_view bytes)
{
    if (!in_file_) {
        if (value_.size() + bytes.size() > limits_.field_bytes)
            return multipart_detail::too_large("An answer is too long", field_name_);
        value_ += bytes;
        return {};
    }
    upload_.size += bytes.size();
    if (upload_.file || upload_.size > limits_.upload_in_memory) return keep_on_disk(bytes);
    upload_.bytes += bytes;
    return {};
}

Result<void> MultipartReader::keep_on_disk(std::string_view bytes)
{
    if (!upload_.file) {
        auto file = multipart_detail::new_temporary_file(limits_.folder);
        if (!file) return file.error();
        upload_.file = *std::move(file);
        on_disk_.open(upload_.file->path(), std::ios::binary | std::ios::trunc);
        on_disk_ << upload_.bytes;
        upload_.bytes = std::string();
    }
    on_disk_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!on_disk_) return multipart_detail::cannot_store("a temporary file cannot be written");
    return {};
}

Result<void> MultipartReader::end_part()
{
    if (!in_file_) {
        if (!is_plain_utf8(value_)) return multipart_detail::unreadable();
        value_.shrink_to_fit();
        kept_in_memory_ += value_.capacity();
        form_.fields.add(std::move(field_name_), std::exchange(value_, {}));
        return {};
    }
    if (on_disk_.is_open()) {
        on_disk_.close();
        if (!on_disk_) return multipart_detail::cannot_store("a temporary file cannot be closed");
    }
    upload_.bytes.shrink_to_fit();
    kept_in_memory_ += upload_.bytes.capacity();
    form_.uploads.push_back(std::exchange(upload_, {}));
    return {};
}

Result<Form> MultipartReader::finish()
{
    if (stage_ != Stage::epilogue) return multipart_detail::unreadable();
    return std::move(form_);
}

} // namespace onroll::http
