#include "platform/db/database_inside.h"
#include "platform/db/postgres_connection.h"
#include "platform/log/log.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

namespace onroll::db {

namespace postgres_database_detail {

bool is_plain_name(std::string_view name)
{
    return !name.empty() && name.size() <= 63 &&
           !std::isdigit(static_cast<unsigned char>(name.front())) &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

class PostgresDatabase final : public Database {
public:
    explicit PostgresDatabase(std::unique_ptr<Inside> inside) : Database(std::move(inside)) {}
    ~PostgresDatabase() override { close_connections(); }

    Engine engine() const override { return Engine::postgres; }
    std::filesystem::path file() const override { return {}; }

    Result<void> check_writable() override
    {
        const Sql question{"check_writable",
                           "SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') "
                           "= 'on' AS read_only"};
        try {
            Transaction transaction = begin("check writable");
            auto rows = transaction.query(question);
            if (rows.next() && !rows.boolean("read_only")) return {};
        } catch (const Failure& failure) {
            return Error{
                ErrorKind::unavailable, "The database server does not answer", failure.what(), {}};
        }
        return Error{ErrorKind::unavailable, "The database server can only be read", {}, {}};
    }

    Result<void> copy_to(const std::filesystem::path&) override
    {
        return bad_input("A PostgreSQL database is copied with pg_dump");
    }
};

/// Throws or answers what makes this server unfit; warns of what makes it answer differently from
/// SQLite.
Result<void> prepare_server(PostgresConnection& connection, const std::string& schema)
{
    const auto refuse = [](std::string message) {
        return Error{ErrorKind::unavailable, std::move(message), {}, {}};
    };
    if (std::stoi(connection.ask("SHOW server_version_num")) < 150000)
        return refuse("The database server is too old. Onroll needs PostgreSQL 15 or later");
    if (connection.ask("SHOW server_encoding") != "UTF8")
        return refuse("The database is not kept in UTF-8. Make one with: createdb --encoding=UTF8 "
                      "--locale=C");
    const auto order =
        connection.ask("SELECT datcollate FROM pg_database WHERE datname = current_database()");
    if (order != "C" && order != "C.UTF-8" && order != "C.utf8" && order != "POSIX")
        log::warning("the database sorts texts by a language, so lists may be in another order "
                     "than on SQLite");
    if (!schema.empty()) {
        const std::string text = "CREATE SCHEMA IF NOT EXISTS \"" + schema + "\"";
        connection.run_script(Sql{"create schema", text});
    }
    return {};
}

} // namespace postgres_database_detail

Result<std::unique_ptr<Database>> open_postgres(const Settings& settings)
{
    using namespace postgres_database_detail;
    for (const auto* name : {&settings.schema, &settings.role})
        if (!name->empty() && !is_plain_name(*name))
            return bad_input("A schema or a role must be named with small letters, digits and "
                             "underscores");
    if (!settings.agency.empty() && !is_plain_name("a" + settings.agency))
        return bad_input("An agency must be named with small letters, digits and underscores");
    const PostgresPlace place{settings.url, settings.schema, settings.role, settings.agency};
    const auto make = [place](PostgresRole role) {
        return [place, role](Timings& timings) {
            return std::make_unique<PostgresConnection>(place, role, timings);
        };
    };
    auto inside = std::make_unique<Database::Inside>(settings.readers, make(PostgresRole::reader),
                                                     settings.writers, make(PostgresRole::writer));
    try {
        auto writer = inside->writers.lend("open");
        // A role that owns nothing may not make the schema that it works in.
        const auto fit = prepare_server(static_cast<PostgresConnection&>(*writer),
                                        settings.role.empty() ? settings.schema : std::string());
        inside->writers.give_back(std::move(writer));
        if (!fit) return fit.error();
    } catch (const Failure& failure) {
        return Error{ErrorKind::unavailable,
                     "The database server does not answer, or refuses. Check that it runs, and the "
                     "address, name and "
                     "password in the setting",
                     failure.what(),
                     {}};
    }
    log::info(
        "database opened",
        {{"engine", "postgres"}, {"readers", settings.readers}, {"writers", settings.writers}});
    return std::unique_ptr<Database>(std::make_unique<PostgresDatabase>(std::move(inside)));
}

} // namespace onroll::db
