#include "platform/db/sql.h"

#include "kernel/ensure.h"

#include <cctype>

namespace onroll::db {

SqlFiles::SqlFiles(std::span<const EmbeddedFile> files)
{
    constexpr std::string_view folder = "sql/", ending = ".sql", postgres_ending = ".postgres.sql";
    for (const auto& file : files) {
        auto name = file.name;
        if (!name.starts_with(folder) || !name.ends_with(ending)) continue;
        name.remove_prefix(folder.size());
        if (std::isdigit(static_cast<unsigned char>(name.front())) || name.find('/') != name.npos)
            continue;
        const bool for_postgres = name.ends_with(postgres_ending);
        name.remove_suffix(for_postgres ? postgres_ending.size() : ending.size());
        auto& sql = statements_[std::string(name)];
        sql.name = name;
        (for_postgres ? sql.postgres_text : sql.text) = file.bytes;
    }
    for (const auto& [name, sql] : statements_)
        ensure(!sql.text.empty(), "a statement for PostgreSQL has one for SQLite beside it");
}

const Sql& SqlFiles::operator()(std::string_view name) const
{
    const auto found = statements_.find(name);
    if (found == statements_.end())
        throw Bug("no file sql/" + std::string(name) + ".sql in this part");
    return found->second;
}

} // namespace onroll::db
