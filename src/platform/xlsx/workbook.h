// A spreadsheet for people: cover, contents, notes and one table to a sheet, as the Government
// Analysis Function asks. Text never runs as a formula; the same workbook gives the same bytes.
// Knows no domain word.
#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace onroll::xlsx {

struct Cell {
    enum class Kind { text, number } kind = Kind::text;
    std::string text{}; ///< UTF-8; of a number, its digits as they are to be shown
    double number = 0;

    static Cell words(std::string text) { return {Kind::text, std::move(text), 0}; }
    /// A number shown with as many decimals as its digits have. A Bug where they are no number.
    static Cell digits(std::string_view digits);
};

struct Sheet {
    std::string name;  ///< on the tab; what a tab cannot hold is left out, and it is cut to 31
    std::string title; ///< in A1
    std::vector<std::string> columns; ///< no two alike
    std::vector<std::vector<Cell>> rows;
};

struct Workbook {
    std::string title;
    std::vector<std::string> about; ///< sentences on the cover: source, licence, date of the data
    std::vector<std::string> notes; ///< sentences on their own sheet; may be empty
    std::vector<Sheet> sheets;      ///< at least one
    Date made_on;                   ///< in the file's properties
};

/// The bytes of the file. Unavailable where the temporary folder cannot be written; bad input past
/// 1,048,000 rows.
Result<std::string> write(const Workbook&);

} // namespace onroll::xlsx
