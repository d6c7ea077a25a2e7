#include "platform/csv/reader.h"

#include <algorithm>
#include <utility>

namespace onroll::csv {

namespace reader_detail {

/// A column's name as it is compared: letters and digits only, in lower case.
std::string folded(std::string_view name)
{
    std::string kept;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            kept += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                 static_cast<unsigned char>(c) >= 0x80)
            kept += c;
    }
    return kept;
}

bool blank(const std::vector<std::string_view>& cells)
{
    return std::all_of(cells.begin(), cells.end(),
                       [](std::string_view cell) { return trimmed(cell).empty(); });
}

} // namespace reader_detail

std::string_view in_words(RowTrouble trouble)
{
    switch (trouble) {
    case RowTrouble::none:
        return "";
    case RowTrouble::too_few_cells:
        return "has fewer cells than the header. Add the missing commas";
    case RowTrouble::too_many_cells:
        return "has more cells than the header. Put quotation marks around text that holds a comma";
    case RowTrouble::quote_not_closed:
        return "has a quotation mark that is never closed. Close or remove it";
    case RowTrouble::text_after_quote:
        return "has text after a closing quotation mark. Double each quotation mark inside quoted "
               "text";
    case RowTrouble::cell_too_long:
        return "has a cell that is too long. Shorten it";
    }
    return "";
}

std::string_view trimmed(std::string_view text)
{
    const auto space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    constexpr std::string_view no_break = "\xC2\xA0";
    for (;;) {
        if (!text.empty() && space(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(no_break))
            text.remove_prefix(2);
        else
            break;
    }
    for (;;) {
        if (!text.empty() && space(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(no_break))
            text.remove_suffix(2);
        else
            break;
    }
    return text;
}

std::string column_letters(std::size_t column)
{
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::string_view Row::operator[](std::size_t column) const
{
    return column < cells.size() ? trimmed(cells[column]) : std::string_view();
}

Header::Header(std::span<const std::string_view> names)
{
    for (const auto name : names) {
        names_.emplace_back(trimmed(name));
        folded_.push_back(reader_detail::folded(name));
    }
}

std::optional<std::size_t> Header::find(std::string_view name) const
{
    const auto wanted = reader_detail::folded(name);
    const auto found = std::find(folded_.begin(), folded_.end(), wanted);
    if (wanted.empty() || found == folded_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - folded_.begin());
}

std::vector<std::string> Header::unknown(std::span<const std::string_view> known) const
{
    std::vector<std::string> expected;
    for (const auto name : known) expected.push_back(reader_detail::folded(name));
    std::vector<std::string> strangers;
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (!folded_[i].empty() &&
            std::find(expected.begin(), expected.end(), folded_[i]) == expected.end())
            strangers.push_back(names_[i]);
    return strangers;
}

Result<Reader> Reader::begin(Result<Text> text, const Limits& limits)
{
    if (!text) return std::move(text).error();
    Reader reader(std::move(text).value(), limits);
    if (!reader.next()) {
        if (reader.refusal_) return *reader.refusal_;
        return bad_input("The file is empty. Its first row must name the columns");
    }
    if (reader.row_.trouble != RowTrouble::none)
        return bad_input("Row " + std::to_string(reader.row_.number) +
                         ", which must name the columns, " +
                         std::string(in_words(reader.row_.trouble)));
    reader.header_ = Header(reader.row_.cells);
    return reader;
}

Result<Reader> Reader::open(const std::filesystem::path& file, const Limits& limits)
{
    return begin(Text::open(file, limits), limits);
}

Result<Reader> Reader::read(std::string bytes, const Limits& limits)
{
    return begin(Text::from(std::move(bytes), limits), limits);
}

bool Reader::next()
{
    while (!refusal_ && read_row()) {
        if (reader_detail::blank(cells_) && row_.trouble == RowTrouble::none) continue;
        const bool shaped = header_.size() == 0 || row_.trouble != RowTrouble::none;
        if (!shaped && cells_.size() < header_.size()) row_.trouble = RowTrouble::too_few_cells;
        if (!shaped && cells_.size() > header_.size()) {
            const auto surplus = std::span(cells_).subspan(header_.size());
            // Spreadsheets leave empty cells after the last column; they say nothing.
            const bool empty =
                std::all_of(surplus.begin(), surplus.end(),
                            [](std::string_view cell) { return trimmed(cell).empty(); });
            if (empty)
                cells_.resize(header_.size());
            else
                row_.trouble = RowTrouble::too_many_cells;
        }
        row_.cells = cells_;
        return true;
    }
    return false;
}

bool Reader::read_row()
{
    const auto text = text_.view();
    if (at_ >= text.size()) return false;
    if (++rows_ > limits_.rows) {
        refusal_ = Error{ErrorKind::too_large,
                         "The file must have " + std::to_string(limits_.rows) + " rows or fewer",
                         {},
                         {}};
        return false;
    }
    row_.number = rows_;
    row_.trouble = RowTrouble::none;
    cells_.clear();
    used_ = 0;
    for (;;) {
        const bool quoted = at_ < text.size() && text[at_] == '"';
        auto trouble = RowTrouble::none;
        const auto cell = quoted ? quoted_cell(trouble) : plain_cell();
        if (cell.size() > limits_.cell_bytes) trouble = RowTrouble::cell_too_long;
        if (row_.trouble == RowTrouble::none) row_.trouble = trouble;
        if (cells_.size() == limits_.columns) {
            refusal_ = Error{ErrorKind::too_large,
                             "Row " + std::to_string(rows_) + " must have " +
                                 std::to_string(limits_.columns) + " columns or fewer",
                             {},
                             {}};
            return false;
        }
        cells_.push_back(cell);
        if (at_ >= text.size()) return true;
        const char stop = text[at_++];
        if (stop == ',') continue;
        if (stop == '\r' && at_ < text.size() && text[at_] == '\n') ++at_;
        return true;
    }
}

std::string_view Reader::plain_cell()
{
    const auto text = text_.view();
    const auto start = at_;
    while (at_ < text.size() && text[at_] != ',' && text[at_] != '\n' && text[at_] != '\r') ++at_;
    return text.substr(start, at_ - start);
}

/// Leaves at_ on the comma or line end after the cell.
std::string_view Reader::quoted_cell(RowTrouble& trouble)
{
    const auto text = text_.view();
    const auto start = ++at_;
    std::string* copy = nullptr;
    auto from = start;
    for (;;) {
        const auto quote = text.find('"', at_);
        if (quote == std::string_view::npos) {
            trouble = RowTrouble::quote_not_closed;
            at_ = text.size();
            return text.substr(start);
        }
        at_ = quote + 1;
        if (at_ < text.size() && text[at_] == '"') {
            if (!copy) {
                if (used_ == unquoted_.size()) unquoted_.emplace_back();
                copy = &unquoted_[used_++];
                copy->clear();
            }
            copy->append(text.substr(from, at_ - from));
            from = ++at_;
            continue;
        }
        const auto rest = text.substr(from, quote - from);
        if (copy) copy->append(rest);
        const auto after = plain_cell();
        if (!trimmed(after).empty()) trouble = RowTrouble::text_after_quote;
        return copy ? std::string_view(*copy) : rest;
    }
}

} // namespace onroll::csv
