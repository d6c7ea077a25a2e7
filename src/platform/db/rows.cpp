#include "platform/db/rows.h"

#include "kernel/ensure.h"
#include "platform/db/driver.h"

#include <charconv>
#include <optional>

namespace onroll::db {

namespace rows_detail {

[[noreturn]] void wrong_type(const Cursor& cursor, int column, std::string_view wanted)
{
    const auto& name = cursor.columns()[static_cast<std::size_t>(column)];
    throw Failure(FailureKind::misuse, std::string(cursor.statement()),
                  "column \"" + name + "\" holds " + std::string(word_for(cursor.holds(column))) +
                      ", asked as " + std::string(wanted));
}

/// A column of text that does not read as what was asked. The value is left out of the message.
[[noreturn]] void unreadable(const Cursor& cursor, int column, std::string_view wanted)
{
    const auto& name = cursor.columns()[static_cast<std::size_t>(column)];
    throw Failure(FailureKind::misuse, std::string(cursor.statement()),
                  "column \"" + name + "\" holds a text that is not " + std::string(wanted));
}

std::int64_t integer_at(const Cursor& cursor, int column)
{
    const auto holds = cursor.holds(column);
    if (holds == Holds::integer) return cursor.integer(column);
    if (holds == Holds::numeric) {
        const auto digits = cursor.text(column);
        std::int64_t number = 0;
        const auto [stop, trouble] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (trouble == std::errc{} && stop == digits.data() + digits.size()) return number;
    }
    wrong_type(cursor, column, "integer");
}

double real_at(const Cursor& cursor, int column)
{
    const auto holds = cursor.holds(column);
    if (holds != Holds::real && holds != Holds::numeric) wrong_type(cursor, column, "real");
    return cursor.real(column);
}

bool boolean_at(const Cursor& cursor, int column)
{
    const auto holds = cursor.holds(column);
    if (holds != Holds::boolean && holds != Holds::integer) wrong_type(cursor, column, "boolean");
    const auto number = cursor.integer(column);
    if (number != 0 && number != 1) wrong_type(cursor, column, "boolean (0 or 1)");
    return number == 1;
}

std::string_view text_at(const Cursor& cursor, int column)
{
    if (cursor.holds(column) != Holds::text) wrong_type(cursor, column, "text");
    return cursor.text(column);
}

Date date_at(const Cursor& cursor, int column)
{
    if (cursor.holds(column) != Holds::text) wrong_type(cursor, column, "date");
    const auto date = parse_date(cursor.text(column));
    if (!date) unreadable(cursor, column, "an ISO date");
    return *date;
}

Instant instant_at(const Cursor& cursor, int column)
{
    if (cursor.holds(column) != Holds::text) wrong_type(cursor, column, "instant");
    const auto instant = parse_instant(cursor.text(column));
    if (!instant) unreadable(cursor, column, "an instant in UTC");
    return *instant;
}

std::vector<std::byte> blob_at(const Cursor& cursor, int column)
{
    if (cursor.holds(column) != Holds::blob) wrong_type(cursor, column, "blob");
    return cursor.blob(column);
}

} // namespace rows_detail

Rows::Rows(std::unique_ptr<Cursor> cursor) : cursor_(std::move(cursor)) {}
Rows::~Rows() = default;
Rows::Rows(Rows&&) noexcept = default;
Rows& Rows::operator=(Rows&&) noexcept = default;

bool Rows::next()
{
    on_row_ = cursor_->next();
    return on_row_;
}

int Rows::find(std::string_view column) const
{
    ensure(on_row_, "a column is read on a row, after next() said there is one");
    // Columns are mostly read in their order, so the search begins at the last one found.
    const auto& columns = cursor_->columns();
    for (std::size_t step = 0; step < columns.size(); ++step) {
        const auto at = (last_found_ + step) % columns.size();
        if (columns[at] != column) continue;
        last_found_ = at;
        return static_cast<int>(at);
    }
    throw Failure(FailureKind::misuse, std::string(cursor_->statement()),
                  "there is no column \"" + std::string(column) + "\"");
}

int Rows::filled(std::string_view column) const
{
    const int at = find(column);
    if (cursor_->holds(at) == Holds::null)
        throw Failure(FailureKind::misuse, std::string(cursor_->statement()),
                      "column \"" + std::string(column) +
                          "\" holds NULL, and was not asked as optional");
    return at;
}

bool Rows::is_null(std::string_view column) const
{
    return cursor_->holds(find(column)) == Holds::null;
}

std::string Rows::text(std::string_view column) const
{
    return std::string(rows_detail::text_at(*cursor_, filled(column)));
}
std::int64_t Rows::integer(std::string_view column) const
{
    return rows_detail::integer_at(*cursor_, filled(column));
}
double Rows::real(std::string_view column) const
{
    return rows_detail::real_at(*cursor_, filled(column));
}
bool Rows::boolean(std::string_view column) const
{
    return rows_detail::boolean_at(*cursor_, filled(column));
}
Date Rows::date(std::string_view column) const
{
    return rows_detail::date_at(*cursor_, filled(column));
}
Instant Rows::instant(std::string_view column) const
{
    return rows_detail::instant_at(*cursor_, filled(column));
}
std::vector<std::byte> Rows::blob(std::string_view column) const
{
    return rows_detail::blob_at(*cursor_, filled(column));
}

std::optional<std::string> Rows::optional_text(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return text(column);
}
std::optional<std::int64_t> Rows::optional_integer(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return integer(column);
}
std::optional<double> Rows::optional_real(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return real(column);
}
std::optional<bool> Rows::optional_boolean(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return boolean(column);
}
std::optional<Date> Rows::optional_date(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return date(column);
}
std::optional<Instant> Rows::optional_instant(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return instant(column);
}
std::optional<std::vector<std::byte>> Rows::optional_blob(std::string_view column) const
{
    if (is_null(column)) return std::nullopt;
    return blob(column);
}

} // namespace onroll::db
