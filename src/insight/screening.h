// Screens a file in DfE's standard layout with its meta file, in the spirit of DfE's own screening
// of what it publishes: each fault is named with its row and what to do. Used before a file without
// a known kind is imported, on request, and on the open data that this product writes. Pure: no
// clock, no database. Source: DfE, open data standards of explore education statistics.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::insight {

/// What was found: `row` as a spreadsheet numbers it, 0 for the file; `column` may be empty.
struct ScreeningFinding {
    std::string check{}; ///< the name of the rule: "duplicate_rows"
    bool in_meta = false;
    std::size_t row = 0;
    std::string column{};
    std::string message{}; ///< what is wrong and what to do
    bool operator==(const ScreeningFinding&) const = default;
};

/// A file as it came: its name and its bytes.
struct ScreenedFile {
    std::string name{};
    std::string_view bytes{};
};

struct Screening {
    std::vector<ScreeningFinding> findings{};
    std::size_t rows = 0;
    bool passed() const { return findings.empty(); }
};

/// Screens both; either may have an empty name where it is not there, which is a finding. Each rule
/// is said at most five times for a file, with the first rows that break it.
Screening screen(const ScreenedFile& file, const ScreenedFile& meta);

/// The names of all rules.
std::vector<std::string_view> screening_rules();

} // namespace onroll::insight
