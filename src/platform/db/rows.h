// The rows that a query answers, read by column name and type. A wrong type, an unknown column or
// an unexpected NULL throws Failure naming the column and the statement; nothing is converted
// silently.
#pragma once

#include "kernel/date.h"
#include "platform/clock/clock.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onroll::db {

class Cursor;

/// Must be gone before the Reader or Transaction that made it.
class Rows {
public:
    explicit Rows(std::unique_ptr<Cursor> cursor);
    ~Rows();
    Rows(Rows&&) noexcept;
    Rows& operator=(Rows&&) noexcept;

    /// Steps to the first or next row; false when there is none. Getters throw Bug before the first
    /// and after the last.
    bool next();

    bool is_null(std::string_view column) const;

    std::string text(std::string_view column) const;
    std::int64_t integer(std::string_view column) const;
    double real(std::string_view column) const;
    /// An integer of 0 or 1, or a comparison made in the query.
    bool boolean(std::string_view column) const;
    /// ISO text.
    Date date(std::string_view column) const;
    /// UTC text ending in Z.
    Instant instant(std::string_view column) const;
    std::vector<std::byte> blob(std::string_view column) const;

    std::optional<std::string> optional_text(std::string_view column) const;
    std::optional<std::int64_t> optional_integer(std::string_view column) const;
    std::optional<double> optional_real(std::string_view column) const;
    std::optional<bool> optional_boolean(std::string_view column) const;
    std::optional<Date> optional_date(std::string_view column) const;
    std::optional<Instant> optional_instant(std::string_view column) const;
    std::optional<std::vector<std::byte>> optional_blob(std::string_view column) const;

private:
    int find(std::string_view column) const;
    /// The index of a column that holds a value; throws when it is NULL.
    int filled(std::string_view column) const;

    std::unique_ptr<Cursor> cursor_;
    bool on_row_ = false;
    mutable std::size_t last_found_ = 0;
};

} // namespace onroll::db
