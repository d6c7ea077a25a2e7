// The code of rights and responsibilities that an area publishes: versions by the day they begin,
// each a text in Markdown, and what changed between two of them. The text built in is ours; an area
// puts its own beside it. Reads files at start only.
#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::check {

struct CodeVersion {
    Date from{};      ///< the first day on which it holds
    std::string text; ///< Markdown; its first heading is the title
    bool operator==(const CodeVersion&) const = default;
};

/// The version that is built in, for an area that has published none.
std::vector<CodeVersion> built_in_code();

/// The versions in a folder, the oldest first: files named by their first day, as in
/// `2026-09-01.md`. Nothing where there is no such folder; bad_input names a file whose name is no
/// day or whose text has no title.
Result<std::vector<CodeVersion>> read_code(const std::filesystem::path& folder);

/// The version that holds on that day; null before the first.
const CodeVersion* code_on(const std::vector<CodeVersion>& versions, Date day);

/// One line that a version has and the other has not.
struct CodeChange {
    bool added = false; ///< else taken out
    std::string words;
    bool operator==(const CodeChange&) const = default;
};
/// What changed from one text to the next, line by line, in the order of the texts.
std::vector<CodeChange> changes_between(std::string_view older, std::string_view newer);

} // namespace onroll::check
