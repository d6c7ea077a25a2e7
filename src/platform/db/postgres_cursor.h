// The rows that PostgreSQL answered, and its numbers for types. Internal to platform/db.
#pragma once

#include "platform/db/driver.h"
#include "platform/db/postgres_connection.h"

#include <libpq-fe.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace onroll::db {

namespace postgres_types {

// Type numbers of PostgreSQL's catalogue (pg_type.dat), which never change.
inline constexpr Oid boolean = 16, bytea = 17, name = 19, int8 = 20, int2 = 21, int4 = 23,
                     text = 25, float4 = 700, float8 = 701, unknown = 705, bpchar = 1042,
                     varchar = 1043, numeric = 1700;

} // namespace postgres_types

/// The rows are all here; the server has forgotten them.
class PostgresCursor final : public Cursor {
public:
    PostgresCursor(PostgresConnection& connection, const PostgresStatement& statement,
                   PostgresResult result, std::string_view name)
        : connection_(connection), columns_(statement.columns), result_(std::move(result)),
          name_(name), rows_(PQntuples(result_.get()))
    {
        ++connection_.open_cursors_;
    }
    ~PostgresCursor() override { --connection_.open_cursors_; }
    PostgresCursor(const PostgresCursor&) = delete;
    PostgresCursor& operator=(const PostgresCursor&) = delete;

    bool next() override
    {
        if (row_ < rows_) ++row_;
        return row_ < rows_;
    }
    const std::vector<std::string>& columns() const override { return *columns_; }
    Holds holds(int column) const override
    {
        if (PQgetisnull(result_.get(), row_, column)) return Holds::null;
        switch (PQftype(result_.get(), column)) {
        case postgres_types::int2:
        case postgres_types::int4:
        case postgres_types::int8:
            return Holds::integer;
        case postgres_types::float4:
        case postgres_types::float8:
            return Holds::real;
        case postgres_types::numeric:
            return Holds::numeric;
        case postgres_types::boolean:
            return Holds::boolean;
        case postgres_types::bytea:
            return Holds::blob;
        case postgres_types::text:
        case postgres_types::varchar:
        case postgres_types::bpchar:
        case postgres_types::name:
        case postgres_types::unknown:
            return Holds::text;
        default:
            return Holds::other;
        }
    }
    std::int64_t integer(int column) const override
    {
        const auto digits = text(column);
        if (digits == "t") return 1;
        std::int64_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    double real(int column) const override
    {
        const auto digits = text(column);
        double number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return number;
    }
    std::string_view text(int column) const override
    {
        return {PQgetvalue(result_.get(), row_, column),
                static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
    }
    std::vector<std::byte> blob(int column) const override
    {
        std::size_t size = 0;
        const auto* escaped =
            reinterpret_cast<const unsigned char*>(PQgetvalue(result_.get(), row_, column));
        const std::unique_ptr<unsigned char, decltype(&PQfreemem)> bytes(
            PQunescapeBytea(escaped, &size), PQfreemem);
        const auto* first = reinterpret_cast<const std::byte*>(bytes.get());
        return {first, first + size};
    }
    std::string_view statement() const override { return name_; }

private:
    PostgresConnection& connection_;
    std::shared_ptr<std::vector<std::string>> columns_;
    PostgresResult result_;
    std::string name_;
    int rows_;
    int row_ = -1;
};

} // namespace onroll::db
