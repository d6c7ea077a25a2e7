#include "helpers/test_database.h"

#include "kernel/ensure.h"
#include "platform/log/log.h"

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <string>
#include <unistd.h>

namespace onroll::tests {

TestDatabase::TestDatabase(db::Engine engine)
{
    static std::atomic<int> made{0};
    const auto name = "onroll_test_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
    if (engine == db::Engine::sqlite) {
        folder_ = std::filesystem::temp_directory_path() / name;
        std::filesystem::create_directories(folder_);
        settings_.url = "sqlite:" + (folder_ / "test.db").string();
    } else {
        settings_.url = std::getenv("ONROLL_TEST_POSTGRES");
        settings_.schema = name;
    }
    log::set_least_level(log::Level::warning); // The list of tests is what is read.
}

TestDatabase::~TestDatabase()
{
    if (!folder_.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
        return;
    }
    auto whole_server = settings_;
    whole_server.schema.clear();
    const auto database = db::Database::open(whole_server);
    if (!database) return;
    const std::string drop = "DROP SCHEMA IF EXISTS " + settings_.schema + " CASCADE";
    db::Transaction transaction = (*database)->begin("drop test schema");
    transaction.run_script(db::Sql{"drop test schema", drop});
    transaction.commit();
}

std::unique_ptr<db::Database> TestDatabase::open() const
{
    auto database = db::Database::open(settings_);
    if (!database) throw Bug(database.error().message + " (" + database.error().detail + ")");
    return std::move(database).value();
}

bool postgres_is_there()
{
    if (const char* url = std::getenv("ONROLL_TEST_POSTGRES"); url && *url) return true;
    static const bool told = [] {
        std::cout << "skipped: PostgreSQL, because ONROLL_TEST_POSTGRES is not set "
                     "(tools/test_postgres sets it)\n";
        return true;
    }();
    static_cast<void>(told);
    return false;
}

void for_each_engine_unopened(const std::function<void(TestDatabase& place)>& test)
{
    for (const auto engine : {db::Engine::sqlite, db::Engine::postgres}) {
        if (engine == db::Engine::postgres && !postgres_is_there()) continue;
        TestDatabase place(engine);
        try {
            test(place);
        } catch (const std::exception& trouble) {
            std::cout << "on " << db::name_of(engine) << ": " << trouble.what() << "\n";
            throw;
        }
    }
}

void for_each_engine(const std::function<void(db::Database& database)>& test)
{
    for_each_engine_unopened([&](TestDatabase& place) {
        const auto database = place.open();
        test(*database);
    });
}

} // namespace onroll::tests
