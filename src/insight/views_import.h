// What the pages about files of statistics show: the files imported, how one was read, sending one,
// and what a file would change. No queries.
#pragma once

#include "insight/types.h"
#include "insight/types_import.h"

#include "design/html.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

/// `may_import` shows the way to send a file.
enum class MayImport { no, yes };
design::Html files_view(const std::vector<Release>& files, MayImport may_import);

design::Html file_view(const Release& file, const std::vector<CodebookColumn>& columns);

/// What was typed and is wrong, by field: "file", "meta", "published".
struct ImportForm {
    std::optional<Error> error{};
    std::string day{}, month{}, year{};
};
/// `token` is the hidden field of the person's sign-in.
design::Html import_form_view(const ImportForm& form, const design::Html& token);

/// The heading of a preview: whether the file can be loaded.
std::string import_preview_heading(const ImportReport& report);
/// What the file would change, with the button that imports it where it can be.
design::Html import_preview_view(const ImportReport& report, std::string_view action,
                                 const design::Html& token);

} // namespace onroll::insight
