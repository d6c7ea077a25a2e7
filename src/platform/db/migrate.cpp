#include "platform/db/migrate.h"

#include "kernel/ensure.h"
#include "platform/log/log.h"
#include "platform/db/statistics.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace onroll::db {

namespace migrate_detail {

struct Migration {
    int number = 0;
    std::string name; ///< "0001_schools"
    std::string_view text;
    std::string_view postgres_text;
};

struct Applied {
    std::string name;
    std::string hash;
};

constexpr Sql make_table{"create schema_version", R"(
CREATE TABLE IF NOT EXISTS schema_version (
    part TEXT NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    PRIMARY KEY (part, number)
) STRICT)"};
constexpr Sql one_at_a_time{"lock migrations", "SELECT 1", "SELECT pg_advisory_xact_lock(7301566)"};
constexpr Sql find_applied{"find applied migrations",
                           "SELECT number, name, hash FROM schema_version WHERE part = ?"};
constexpr Sql record{
    "record migration",
    "INSERT INTO schema_version (part, number, name, hash, applied_at) VALUES (?, ?, ?, ?, ?)"};
constexpr Sql check_at_the_end{"check foreign keys at the end", "PRAGMA defer_foreign_keys=ON",
                               "SELECT 1"};
constexpr Sql find_broken_keys{"find broken foreign keys",
                               "SELECT count(*) AS broken FROM pragma_foreign_key_check",
                               "SELECT 0 AS broken"};

/// FNV-1a, 64 bits, in hexadecimal: enough to notice an edit, no guard against somebody who means
/// harm.
std::string hash_of(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    std::array<char, 16> digits{};
    digits.fill('0');
    for (auto at = digits.rbegin(); hash != 0; ++at, hash >>= 4)
        *at = "0123456789abcdef"[hash & 15];
    return {digits.begin(), digits.end()};
}

/// The migrations among a part's files, in order. Throws Bug when their numbers have a gap or a
/// double.
std::vector<Migration> read_migrations(std::span<const EmbeddedFile> files)
{
    constexpr std::string_view ending = ".sql", postgres_ending = ".postgres.sql";
    std::map<int, Migration> by_number;
    for (const auto& file : files) {
        const bool in_sql = file.name.starts_with("sql/");
        auto name = file.name.substr(file.name.rfind('/') + 1);
        int number = 0;
        const auto [stop, trouble] =
            std::from_chars(name.data(), name.data() + name.size(), number);
        if (!in_sql || !name.ends_with(ending) || trouble != std::errc{}) continue;
        ensure(stop == name.data() + 4 && name[4] == '_',
               "a migration is named like 0001_what_it_does.sql");
        const bool for_postgres = name.ends_with(postgres_ending);
        name.remove_suffix(for_postgres ? postgres_ending.size() : ending.size());
        auto& migration = by_number[number];
        ensure(migration.name.empty() || migration.name == name,
               "two migrations of a part have different numbers");
        migration.number = number;
        migration.name = name;
        (for_postgres ? migration.postgres_text : migration.text) = file.bytes;
    }
    std::vector<Migration> migrations;
    for (auto& [number, migration] : by_number) {
        ensure(number == static_cast<int>(migrations.size()) + 1,
               "migrations are numbered from 1 without a gap");
        ensure(!migration.text.empty(), "a migration for PostgreSQL has one for SQLite beside it");
        migrations.push_back(std::move(migration));
    }
    return migrations;
}

std::string_view text_for(const Migration& migration, Engine engine)
{
    return engine == Engine::postgres && !migration.postgres_text.empty() ? migration.postgres_text
                                                                          : migration.text;
}

std::map<int, Applied> read_applied(Queries& queries, std::string_view part)
{
    std::map<int, Applied> applied;
    auto rows = queries.query(find_applied, part);
    while (rows.next())
        applied[static_cast<int>(rows.integer("number"))] = {rows.text("name"), rows.text("hash")};
    return applied;
}

Result<void> check_applied(const std::map<int, Applied>& applied,
                           const std::vector<Migration>& migrations, Engine engine,
                           std::string_view part)
{
    const auto refuse = [&](std::string message, std::string detail) {
        return Error{ErrorKind::conflict,
                     std::move(message),
                     std::string(part) + ": " + std::move(detail),
                     {}};
    };
    for (const auto& [number, row] : applied) {
        if (number < 1 || number > static_cast<int>(migrations.size()))
            return refuse("The database was made by a newer Onroll than this one. Use that "
                          "version, or put back a copy "
                          "made before it",
                          "unknown migration " + row.name);
        const auto& known = migrations[static_cast<std::size_t>(number) - 1];
        if (row.name != known.name || row.hash != hash_of(text_for(known, engine)))
            return refuse("The database was made by another build of Onroll, whose tables differ. "
                          "Use that build, or put "
                          "back a copy made before it",
                          "migration " + row.name + " has changed since it was applied");
    }
    return {};
}

/// Applies what is missing. Answers the numbers applied, before the commit.
int apply_missing(Transaction& transaction, const std::map<int, Applied>& applied,
                  const std::vector<Migration>& migrations, std::string_view part,
                  const Clock& clock)
{
    transaction.query(check_at_the_end);
    int count = 0;
    for (const auto& migration : migrations) {
        if (applied.contains(migration.number)) continue;
        const std::string name = "migration " + std::string(part) + "/" + migration.name;
        transaction.run_script(Sql{name, migration.text, migration.postgres_text});
        transaction.run(record, part, migration.number, migration.name,
                        hash_of(text_for(migration, transaction.engine())), clock.now());
        ++count;
    }
    auto broken = transaction.query(find_broken_keys);
    if (broken.next() && broken.integer("broken") != 0)
        throw Failure(FailureKind::foreign_key, "migrate " + std::string(part),
                      "rows point to rows that are gone");
    return count;
}

} // namespace migrate_detail

Result<int> migrate(Database& database, std::string_view part, std::span<const EmbeddedFile> files,
                    const Clock& clock)
{
    using namespace migrate_detail;
    const auto migrations = read_migrations(files);
    {
        Transaction transaction = database.begin("create schema_version");
        transaction.query(one_at_a_time);
        transaction.run_script(make_table);
        keep_statistics(transaction); // of a store that is older than they are
        transaction.commit();
    }
    std::map<int, Applied> before;
    {
        Reader reader = database.read();
        before = read_applied(reader, part);
    }
    if (const auto fit = check_applied(before, migrations, database.engine(), part); !fit)
        return fit.error();
    if (before.size() == migrations.size()) return 0;
    if (!before.empty() && database.engine() == Engine::sqlite) {
        auto copy = database.file();
        copy += ".before-" + std::string(part) + "-" + std::to_string(before.size() + 1);
        if (const auto copied = database.copy_to(copy); !copied) return copied.error();
        log::info("database copied before its tables change", {{"part", log::safe(part)}});
    }

    Transaction transaction = database.begin("migrate " + std::string(part));
    transaction.query(one_at_a_time);
    // Another process may have been quicker on PostgreSQL.
    const auto applied = read_applied(transaction, part);
    if (const auto fit = check_applied(applied, migrations, database.engine(), part); !fit)
        return fit.error();
    const int count = apply_missing(transaction, applied, migrations, part, clock);
    keep_statistics(transaction);
    transaction.commit();
    log::info("tables brought up to date", {{"part", log::safe(part)}, {"migrations", count}});
    return count;
}

Result<int> migrate(Database& database, std::string_view part, std::span<const EmbeddedFile> files)
{
    return migrate(database, part, files, SystemClock{});
}

} // namespace onroll::db
