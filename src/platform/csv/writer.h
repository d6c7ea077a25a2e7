// Writes comma-separated values for others: RFC 4180, UTF-8, CRLF, one header row of unique
// lower_snake names, and text that a spreadsheet would run as a formula made inert (OWASP ASVS 5.0
// V1.2.10).
#pragma once

#include "kernel/date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::csv {

/// Excel reads UTF-8 only after a byte-order mark; programs want none.
enum class For { data, excel };

/// A text cell with a single quote before it where it starts with = + - @ tab, CR or NUL; any other
/// text unchanged.
std::string inert(std::string_view text);

class Writer {
public:
    /// A Bug where two columns have one name or a name is not lower_snake.
    explicit Writer(std::vector<std::string> columns, For reader = For::data);

    Writer& text(std::string_view cell);
    Writer& number(std::int64_t cell);
    /// A number as written: "-1.25". A Bug for anything else, which would need text().
    Writer& decimal(std::string_view cell);
    Writer& date(Date cell); ///< as 2026-11-23
    Writer& date(const std::optional<Date>& cell);
    Writer& blank();
    /// A Bug unless the row has a cell for each column.
    void end_row();

    /// All that has been written so far, header included.
    const std::string& written() const { return out_; }
    std::string take() && { return std::move(out_); }

private:
    void cell(std::string_view ready);

    std::size_t columns_ = 0;
    std::size_t in_row_ = 0;
    std::string out_;
};

} // namespace onroll::csv
