// What reading a file of statistics gave: figures by series, the areas it names, how each column
// was read, and what is wrong with rows that cannot be taken. Values only. Promises: trust.md U-07,
// U-09, U-10.
#pragma once

#include "insight/types.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace onroll::insight {

/// What is wrong with one row and what to do about it. `row` is as a spreadsheet shows it, 0 for
/// the file; `column` is the column's name, or empty.
struct RowProblem {
    std::size_t row = 0;
    std::string column{};
    std::string message{};
    bool operator==(const RowProblem&) const = default;
};

/// Where a file came from, as the person who imports it says.
struct FileOrigin {
    std::string file_name{};
    std::optional<Date> published_on{};
};

/// The cells of one series at one level, packed (store_cells.h); of one authority for schools.
struct NewFigures {
    SeriesKey key{};
    AreaLevel level = AreaLevel::national;
    int authority = 0;
    std::int64_t cells = 0;
    std::string packed{};
    std::string periods{};
};

/// An area as this file names it; the authority of a school.
struct AreaSeen {
    Area area;
    std::optional<AreaCode> authority{};
};

struct NewNeighbours {
    int list = 0; ///< the year of the list
    std::map<AreaCode, std::vector<Neighbour>> of{};
};

struct StatisticsFile {
    std::string dataset{};
    std::string title{};
    std::string encoding{};
    std::string sha256{};
    FileOrigin origin{};
    std::string source{};
    std::string licence{};
    std::int64_t rows = 0;     ///< below the header, blank ones not counted
    std::int64_t left_out = 0; ///< about areas that are not kept here, said in the notices
    std::int64_t cells = 0;
    std::string periods{}; ///< "2006/07 to 2015/16"
    std::vector<CodebookColumn> columns{};
    std::vector<RowProblem> problems{}; ///< the first of them
    std::int64_t problem_count = 0;
    std::vector<std::string> notices{}; ///< what a person should know but need not mend
    std::vector<NewFigures> figures{};
    std::vector<AreaSeen> areas{};
    std::map<std::string, AreaCode, std::less<>> ons_codes{}; ///< of authorities
    std::optional<NewNeighbours> neighbours{};
    std::vector<Boundary> boundaries{};
};

/// A preview shows what would happen.
enum class Apply { preview, commit };

struct ImportReport {
    std::string what{}; ///< the title of the kind of file
    std::string dataset{};
    std::string file_name{};
    std::string sha256{};
    std::string encoding{};
    std::string periods{};
    std::int64_t rows = 0;
    std::int64_t left_out = 0;
    std::int64_t cells = 0;
    std::map<AreaLevel, std::size_t> areas{}; ///< how many of each level
    std::vector<CodebookColumn> columns{};
    std::vector<RowProblem> problems{};
    std::int64_t problem_count = 0;
    std::vector<std::string> notices{};
    std::vector<std::string> supersedes{}; ///< file names whose figures are then no longer shown
    bool already_there = false;            ///< the same bytes were imported before
    bool stored = false;
    ReleaseId release = 0; ///< where stored or already there
};

} // namespace onroll::insight
