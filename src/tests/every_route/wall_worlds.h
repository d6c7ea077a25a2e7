// Two worlds that differ in what an advice service holds, and in nothing else: the same town twice,
// on either engine.
#pragma once

#include "tests/wall_town.h"

#include "helpers/test_database.h"

#include <libpq-fe.h>

#include <filesystem>
#include <functional>
#include <string>

namespace wall_town {

/// A database of its own on the PostgreSQL server for tests, since a town spreads over several
/// schemas; dropped at the end.
class ServerDatabase {
public:
    /// A copy of `like`, to which nobody may be connected then; empty: of an empty one.
    explicit ServerDatabase(const std::string& name, const std::string& like = {}) : name_(name)
    {
        run("CREATE DATABASE " + name_ + (like.empty() ? "" : " TEMPLATE " + like));
    }
    ~ServerDatabase() { run("DROP DATABASE " + name_ + " WITH (FORCE)"); }
    ServerDatabase(const ServerDatabase&) = delete;
    ServerDatabase& operator=(const ServerDatabase&) = delete;

    std::string url() const
    {
        const std::string server = std::getenv("ONROLL_TEST_POSTGRES");
        return server.substr(0, server.rfind('/') + 1) + name_;
    }

private:
    /// Outside a transaction, as these two statements have to be.
    static void run(const std::string& statement)
    {
        auto* connection = PQconnectdb(std::getenv("ONROLL_TEST_POSTGRES"));
        auto* done = PQexec(connection, statement.c_str());
        const bool is_done = PQresultStatus(done) == PGRES_COMMAND_OK;
        const std::string trouble = PQerrorMessage(connection);
        PQclear(done);
        PQfinish(connection);
        CAPTURE(trouble);
        CHECK(is_done);
    }

    std::string name_;
};

/// Calls with a town and its copy, on each engine that is there.
using WithTowns = std::function<void(const Town& without, const Town& with, db::Engine engine)>;
inline void for_each_pair_of_towns(const WithTowns& test)
{
    {
        const tests::TestDatabase place(db::Engine::sqlite);
        const auto town = make_town(place.folder() / "without");
        fs::copy(place.folder() / "without", place.folder() / "with", fs::copy_options::recursive);
        auto other = town;
        other.data = place.folder() / "with";
        test(town, other, db::Engine::sqlite);
    }
    if (!tests::postgres_is_there()) return;
    const tests::TestDatabase place(db::Engine::sqlite);
    const auto name = place.folder().filename().string();
    const ServerDatabase one(name + "_without");
    fs::create_directories(place.folder() / "without");
    const auto town = make_town(place.folder() / "without", one.url());
    const ServerDatabase two(name + "_with", name + "_without");
    fs::copy(place.folder() / "without", place.folder() / "with", fs::copy_options::recursive);
    auto other = town;
    other.data = place.folder() / "with";
    other.postgres = two.url();
    test(town, other, db::Engine::postgres);
}

} // namespace wall_town
