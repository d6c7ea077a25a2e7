#include "helpers/test_database.h"

#include "helpers/schema_as_it_was.h"
#include "kernel/ensure.h"
#include "platform/log/log.h"

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace onroll::tests {

namespace test_database_detail {

std::function<void(db::Database&)>& beginning()
{
    static std::function<void(db::Database&)> prepare;
    return prepare;
}

std::string new_name()
{
    static std::atomic<int> made{0};
    return "onroll_test_" + std::to_string(::getpid()) + "_" + std::to_string(++made);
}

/// A file as the beginning made it. Nothing is in it where the program has said none.
class BegunFile {
public:
    BegunFile() : folder_(std::filesystem::temp_directory_path() / (new_name() + "_begun"))
    {
        std::filesystem::create_directories(folder_);
        const auto opened = db::Database::open({.url = "sqlite:" + file().string()});
        ensure(opened.has_value(), "a database for tests can be made");
        beginning()(**opened);
    }
    ~BegunFile()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    BegunFile(const BegunFile&) = delete;
    BegunFile& operator=(const BegunFile&) = delete;
    std::filesystem::path file() const { return folder_ / "test.db"; }

private:
    std::filesystem::path folder_;
};

} // namespace test_database_detail
using namespace test_database_detail;

/// A schema that the beginning was made in, with the connections to it: each takes a while to know
/// so many tables.
struct TestDatabase::Begun {
    SchemaAsItWas schema;
    std::unique_ptr<db::Database> database;

    /// Those that no test uses now.
    static std::vector<std::unique_ptr<Begun>>& free()
    {
        static std::vector<std::unique_ptr<Begun>> free;
        return free;
    }
    static std::unique_ptr<Begun> take()
    {
        if (free().empty()) {
            const auto name = new_name();
            auto opened =
                db::Database::open({.url = std::getenv("ONROLL_TEST_POSTGRES"), .schema = name});
            ensure(opened.has_value(), "a database for tests can be made");
            beginning()(**opened);
            free().push_back(
                std::unique_ptr<Begun>(new Begun{SchemaAsItWas(name), std::move(*opened)}));
        }
        auto taken = std::move(free().back());
        free().pop_back();
        return taken;
    }
};

Beginning::Beginning(std::function<void(db::Database& database)> prepare)
{
    beginning() = std::move(prepare);
}

TestDatabase::TestDatabase(db::Engine engine, From from)
{
    log::set_least_level(log::Level::warning); // The list of tests is what is read.
    const bool begun = from == From::beginning && beginning();
    if (engine == db::Engine::sqlite) {
        folder_ = std::filesystem::temp_directory_path() / new_name();
        std::filesystem::create_directories(folder_);
        const auto file = folder_ / "test.db";
        settings_.url = "sqlite:" + file.string();
        if (!begun) return;
        static const BegunFile as_begun;
        std::filesystem::copy_file(as_begun.file(), file);
    } else {
        settings_.url = std::getenv("ONROLL_TEST_POSTGRES");
        if (begun) begun_ = Begun::take();
        settings_.schema = begun ? begun_->schema.name() : new_name();
    }
}

TestDatabase::~TestDatabase()
{
    opened_.reset();
    if (!folder_.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    } else if (begun_) {
        if (begun_->schema.put_back()) Begun::free().push_back(std::move(begun_));
    } else {
        drop_schema(settings_.schema);
    }
}

std::unique_ptr<db::Database> TestDatabase::open() const
{
    auto database = db::Database::open(settings_);
    if (!database) throw Bug(database.error().message + " (" + database.error().detail + ")");
    return std::move(database).value();
}

db::Database& TestDatabase::opened()
{
    if (begun_) return *begun_->database;
    if (!opened_) opened_ = open();
    return *opened_;
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
    for_each_engine_unopened([&](TestDatabase& place) { test(place.opened()); });
}

} // namespace onroll::tests
