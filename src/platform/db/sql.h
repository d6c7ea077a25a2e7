// A statement by its name: the name of its file, which is also its name in failures and timings. No
// SQL is put together from pieces; values are always bound.
#pragma once

#include "kernel/embedded.h"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace onroll::db {

/// One statement with `?` for values. The texts must outlive the database: embedded files and
/// literals do.
struct Sql {
    std::string_view name;
    std::string_view text;
    std::string_view
        postgres_text{}; ///< in PostgreSQL's own words, used there instead when not empty
};

/// The statements of a part, looked up by the name of the file: `sql/find_school.sql` is
/// "find_school", and `sql/find_school.postgres.sql` beside it is its text for PostgreSQL.
/// Migrations (0001_….sql) are left out.
class SqlFiles {
public:
    explicit SqlFiles(std::span<const EmbeddedFile> files);
    /// The statement; throws Bug when the part has no such file.
    const Sql& operator()(std::string_view name) const;
    const std::map<std::string, Sql, std::less<>>& all() const { return statements_; }

private:
    std::map<std::string, Sql, std::less<>> statements_;
};

} // namespace onroll::db
