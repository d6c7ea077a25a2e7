// Reads comma-separated values (RFC 4180 and what people's programs make of it) in one pass over
// the bytes: cells are views, only quoted cells with doubled quotes are copied. Rows that do not
// fit are given with their trouble, never dropped.
#pragma once

#include "platform/csv/text.h"

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::csv {

/// Trouble with the shape of a row, as opposed to what its cells say.
enum class RowTrouble {
    none,
    too_few_cells,
    too_many_cells,
    quote_not_closed,
    text_after_quote,
    cell_too_long
};

/// What is wrong with the row and what to do, in words; empty for none.
std::string_view in_words(RowTrouble);

/// A row as a person sees it in a spreadsheet: the header is row 1, and blank rows count.
struct Row {
    std::size_t number = 0;
    RowTrouble trouble = RowTrouble::none;
    std::span<const std::string_view> cells;

    /// The cell without the spaces around it; empty past the end of the row. Valid until the next
    /// row is read.
    std::string_view operator[](std::size_t column) const;
    std::string_view operator[](std::optional<std::size_t> column) const
    {
        return column ? (*this)[*column] : std::string_view();
    }
};

/// The names in the first row. Finding one forgives case, spaces, underscores, hyphens, brackets
/// and full stops.
class Header {
public:
    Header() = default;
    explicit Header(std::span<const std::string_view> names);
    const std::vector<std::string>& names() const { return names_; }
    std::size_t size() const { return names_.size(); }
    /// The first column of that name, counted from 0.
    std::optional<std::size_t> find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name).has_value(); }
    /// The names of columns that are not among `known`, as written in the file; blank names are
    /// left out.
    std::vector<std::string> unknown(std::span<const std::string_view> known) const;

private:
    std::vector<std::string> names_;
    std::vector<std::string> folded_;
};

/// `text` without spaces, tabs, line ends and no-break spaces at either end.
std::string_view trimmed(std::string_view text);

/// The letters that a spreadsheet shows above a column: 0 is A, 26 is AA.
std::string column_letters(std::size_t column);

class Reader {
public:
    /// Opens a file and reads its header. Errors as for Text, and bad input where there is no
    /// header.
    static Result<Reader> open(const std::filesystem::path& file, const Limits& limits = {});
    static Result<Reader> read(std::string bytes, const Limits& limits = {});

    Encoding encoding() const { return text_.encoding(); }
    const Header& header() const { return header_; }

    /// Goes to the next row that is not blank; false at the end or where `refusal` has an answer.
    bool next();
    const Row& row() const { return row_; }
    /// Why reading stopped before the end: the file has more rows or columns than it may.
    const std::optional<Error>& refusal() const { return refusal_; }

private:
    Reader(Text text, const Limits& limits) : text_(std::move(text)), limits_(limits) {}
    static Result<Reader> begin(Result<Text> text, const Limits& limits);
    bool read_row();
    std::string_view quoted_cell(RowTrouble& trouble);
    std::string_view plain_cell();

    Text text_;
    Limits limits_;
    Header header_;
    Row row_;
    std::vector<std::string_view> cells_;
    std::deque<std::string>
        unquoted_;         ///< cells of this row that had to be copied; a deque keeps views valid
    std::size_t used_ = 0; ///< of unquoted_
    std::size_t at_ = 0;
    std::size_t rows_ = 0;
    std::optional<Error> refusal_;
};

} // namespace onroll::csv
