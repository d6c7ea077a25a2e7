#include "platform/http/form.h"

#include "platform/http/multipart.h"
#include "platform/http/percent.h"

#include <fstream>
#include <system_error>

namespace onroll::http {

TemporaryFile::~TemporaryFile()
{
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

Result<std::string> Upload::content() const
{
    if (!file) return bytes;
    std::ifstream stream(file->path(), std::ios::binary);
    std::string content(size, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(size));
    if (!stream)
        return Error{ErrorKind::unavailable, "The file could not be read. Send it again",
                     "a temporary file cannot be read", field};
    return content;
}

const Upload* Form::upload(std::string_view field) const
{
    for (const auto& upload : uploads) {
        if (upload.field == field) return &upload;
    }
    return nullptr;
}

Result<Form> parse_urlencoded_form(std::string_view body, const FormLimits& limits)
{
    auto fields = parse_pairs(body, {.pairs = limits.fields,
                                     .name_bytes = limits.name_bytes,
                                     .value_bytes = limits.field_bytes});
    if (!fields) return fields.error();
    return Form{*std::move(fields), {}};
}

Result<Form> parse_multipart_form(std::string_view body, std::string_view boundary,
                                  const FormLimits& limits)
{
    MultipartReader reader(boundary, limits);
    const auto fed = reader.feed(body);
    if (!fed) return fed.error();
    return reader.finish();
}

} // namespace onroll::http
