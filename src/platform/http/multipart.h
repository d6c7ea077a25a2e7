// Reads multipart/form-data as its bytes arrive (RFC 7578). Large files go to disk; nothing is held
// twice.
#pragma once

#include "platform/http/form.h"

#include "kernel/result.h"

#include <fstream>
#include <string>
#include <string_view>

namespace onroll::http {

class MultipartReader {
public:
    /// `boundary` as parse_content_type gave it.
    MultipartReader(std::string_view boundary, FormLimits limits);

    /// Takes the next bytes of the body. bad_input for what is not multipart, too_large over a
    /// limit, unavailable when a temporary file cannot be written. After an error the reader must
    /// not be fed again.
    Result<void> feed(std::string_view bytes);
    /// What the body takes of memory, with the room that its texts grow into; files take none.
    std::uint64_t in_memory() const
    {
        return kept_in_memory_ + value_.capacity() + upload_.bytes.capacity() + pending_.capacity();
    }
    /// The form, after the last byte. bad_input where the closing boundary never came.
    Result<Form> finish();

private:
    enum class Stage { preamble, after_boundary, headers, content, epilogue };

    Result<bool> read_preamble();
    Result<bool> read_after_boundary();
    Result<bool> read_headers();
    Result<bool> read_content();
    Result<void> begin_part(std::string_view headers);
    Result<void> keep(std::string_view bytes);
    Result<void> keep_on_disk(std::string_view bytes);
    Result<void> end_part();

    FormLimits limits_;
    std::string delimiter_; ///< line end, two hyphens, boundary
    Stage stage_ = Stage::preamble;
    std::string pending_; ///< bytes not yet understood: at most one read and one delimiter
    Form form_;
    std::uint64_t kept_in_memory_ = 0; ///< by the parts that have ended

    bool in_file_ = false;
    std::string field_name_;
    std::string value_;
    Upload upload_;
    std::ofstream on_disk_;
};

} // namespace onroll::http
