// What an import says of a file: each row's fate, and what is wrong with those that cannot be
// taken. Values only. Promises: trust.md U-07, U-09, U-10.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace onroll::places {

/// What is wrong with one row and what to do about it. `row` is as a spreadsheet shows it, or the
/// number of the event in a calendar file; `column` is the column's name with its letter, or empty.
struct RowProblem {
    std::size_t row = 0;
    std::string column{};
    std::string message{};
    bool operator==(const RowProblem&) const = default;
};

/// Every row of a file ends in exactly one of these.
struct RowCounts {
    std::size_t created = 0;
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t rejected = 0;
    std::size_t left_out = 0; ///< says nothing about one school, such as a national total
    std::size_t all() const { return created + updated + unchanged + rejected + left_out; }
    bool operator==(const RowCounts&) const = default;
};

/// `--dry-run` shows what would happen.
enum class Apply { preview, commit };

/// Whether a file with faulty rows is refused whole, or its good rows are taken by explicit choice.
enum class FaultyRows { refuse_file, leave_out };

struct ImportReport {
    std::string what{};     ///< "Register of schools (140 columns)"
    std::string encoding{}; ///< as read
    RowCounts rows{};
    std::vector<RowProblem> problems{};
    std::vector<std::string> notices{};         ///< what a person should know but need not mend
    std::vector<std::string> unknown_columns{}; ///< not read, since nobody told us what they mean
    bool stored = false;                        ///< false for a preview and for a refused file
    bool operator==(const ImportReport&) const = default;
};

} // namespace onroll::places
