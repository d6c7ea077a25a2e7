#include "check/code_of_rights.h"

#include "embedded/check_files.h"
#include "kernel/ensure.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace onroll::check {

namespace code_of_rights_detail {

constexpr std::string_view built_in = "content/en/code_of_rights.md";
/// The day on which the text that is built in was written.
constexpr int built_in_year = 2026;
constexpr unsigned built_in_month = 11, built_in_day = 25;

/// Lines with words, without the marks of a list or a heading.
std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        const auto first = line.find_first_not_of("#*-+ ");
        if (first != std::string_view::npos) lines.emplace_back(line.substr(first));
    }
    return lines;
}

Error cannot_read(const std::filesystem::path& file, const std::string& why)
{
    return bad_input("The code of rights in " + file.string() + " cannot be read: " + why);
}

} // namespace code_of_rights_detail

std::vector<CodeVersion> built_in_code()
{
    using namespace code_of_rights_detail;
    for (const auto& file : embedded::check_files())
        if (file.name == built_in)
            return {{date(built_in_year, built_in_month, built_in_day), std::string(file.bytes)}};
    ensure(false, "the code of rights is built in");
    return {};
}

Result<std::vector<CodeVersion>> read_code(const std::filesystem::path& folder)
{
    using namespace code_of_rights_detail;
    std::vector<CodeVersion> versions;
    std::error_code trouble;
    for (const auto& entry : std::filesystem::directory_iterator(folder, trouble)) {
        const auto& path = entry.path();
        if (path.extension() != ".md") continue;
        const auto from = parse_date(path.stem().string());
        if (!from) return cannot_read(path, "name it by its first day, as in 2026-09-01.md");
        std::ifstream file(path, std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(file), {}};
        if (!file && !file.eof()) return cannot_read(path, "it cannot be opened");
        if (!text.starts_with("# "))
            return cannot_read(path, "begin it with a title, as in # Code");
        versions.push_back({*from, std::move(text)});
    }
    std::sort(versions.begin(), versions.end(),
              [](const auto& one, const auto& other) { return one.from < other.from; });
    return versions;
}

const CodeVersion* code_on(const std::vector<CodeVersion>& versions, Date day)
{
    const CodeVersion* found = nullptr;
    for (const auto& version : versions)
        if (version.from <= day) found = &version;
    return found;
}

std::vector<CodeChange> changes_between(std::string_view older, std::string_view newer)
{
    const auto before = code_of_rights_detail::lines_of(older);
    const auto after = code_of_rights_detail::lines_of(newer);
    // longest[i][j]: lines in common from i and j on, in order.
    std::vector<std::vector<std::size_t>> longest(before.size() + 1,
                                                  std::vector<std::size_t>(after.size() + 1));
    for (std::size_t i = before.size(); i-- > 0;)
        for (std::size_t j = after.size(); j-- > 0;)
            longest[i][j] = before[i] == after[j] ? longest[i + 1][j + 1] + 1
                                                  : std::max(longest[i + 1][j], longest[i][j + 1]);
    std::vector<CodeChange> changes;
    for (std::size_t i = 0, j = 0; i < before.size() || j < after.size();) {
        if (i < before.size() && j < after.size() && before[i] == after[j])
            ++i, ++j;
        else if (i < before.size() && (j == after.size() || longest[i + 1][j] >= longest[i][j + 1]))
            changes.push_back({false, before[i++]});
        else
            changes.push_back({true, after[j++]});
    }
    return changes;
}

} // namespace onroll::check
