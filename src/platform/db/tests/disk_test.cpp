#include "platform/db/db.h"
#include "helpers/test_database.h"
#include "platform/db/reserve.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace disk_test {

namespace db = onroll::db;
using db::FailureKind;

constexpr db::Sql make_table{"make table", "CREATE TABLE word (text TEXT NOT NULL) STRICT"};
constexpr db::Sql add_word{"add word", "INSERT INTO word (text) VALUES (?)"};
constexpr db::Sql count_words{"count words", "SELECT count(*) AS n FROM word"};

std::int64_t words(db::Database& database)
{
    auto reader = database.read();
    auto rows = reader.query(count_words);
    REQUIRE(rows.next());
    return rows.integer("n");
}

FailureKind add(db::Database& database, const std::string& word)
{
    try {
        auto transaction = database.begin("add");
        transaction.run(add_word, word);
        transaction.commit();
    } catch (const db::Failure& failure) {
        return failure.kind();
    }
    return FailureKind::other; // Nothing failed.
}

void make(db::Database& database)
{
    auto transaction = database.begin("make");
    transaction.run_script(make_table);
    transaction.commit();
}

std::atomic<bool> disk_refuses{false};
sqlite3_vfs* real_disk = nullptr;
int (*real_sync)(sqlite3_file*, int) = nullptr;

int sync_or_refuse(sqlite3_file* file, int flags)
{
    return disk_refuses ? SQLITE_IOERR_FSYNC : real_sync(file, flags);
}

/// The methods of a kind of file (the database and its log are two kinds), with our own for making
/// durable.
const sqlite3_io_methods* faulty(const sqlite3_io_methods* real)
{
    static std::map<const sqlite3_io_methods*, sqlite3_io_methods> kinds;
    const auto [kind, is_new] = kinds.try_emplace(real, *real);
    if (is_new) {
        real_sync = real->xSync;
        kind->second.xSync = sync_or_refuse;
    }
    return &kind->second;
}

/// A disk like the real one, until it is told to refuse to make anything durable. Used by what is
/// opened while it lives.
struct FaultyDisk {
    FaultyDisk()
    {
        real_disk = sqlite3_vfs_find(nullptr);
        disk_ = *real_disk;
        disk_.zName = "faulty";
        disk_.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags,
                         int* given) {
            const int code = real_disk->xOpen(real_disk, name, file, flags, given);
            if (code == SQLITE_OK && file->pMethods) file->pMethods = faulty(file->pMethods);
            return code;
        };
        sqlite3_vfs_register(&disk_, 1);
    }
    ~FaultyDisk()
    {
        disk_refuses = false;
        sqlite3_vfs_unregister(&disk_);
        sqlite3_vfs_register(real_disk, 1);
    }
    sqlite3_vfs disk_{};
};

TEST_CASE(
    "each kind of failure is told to a person in words of its own, without a term of databases")
{
    std::set<std::string_view> said;
    for (int kind = 0; kind <= static_cast<int>(FailureKind::other); ++kind) {
        const auto words = db::words_for(static_cast<FailureKind>(kind));
        CHECK_FALSE(words.empty());
        CHECK(words.find('_') == std::string_view::npos);
        said.insert(words);
    }
    CHECK(said.size() >= 8);
    CHECK(db::words_for(FailureKind::disk_full).starts_with("The disk is full"));
}

TEST_CASE("when the disk will not make a commit durable, nothing is called saved and no more is "
          "taken until a restart")
{
    const onroll::log::Redirect quiet([](std::string_view) {});
    const onroll::tests::TestDatabase place(db::Engine::sqlite);
    {
        const FaultyDisk disk;
        const auto database = place.open();
        make(*database);
        CHECK(add(*database, "before") == FailureKind::other);
        disk_refuses = true;
        CHECK(add(*database, "lost") == FailureKind::writes_stopped);
        disk_refuses = false;
        // The next attempt might succeed, and would then be believed: it is not made.
        CHECK(add(*database, "after") == FailureKind::writes_stopped);
        CHECK_FALSE(database->check_writable().has_value());
        CHECK(words(*database) == 1);
    }
    const auto database = place.open();
    CHECK(words(*database) == 1);
    CHECK(add(*database, "again") == FailureKind::other);
}

TEST_CASE(
    "when the disk is full nothing is lost, reading goes on, and writing too once there is space")
{
    const onroll::tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    make(*database);
    const auto limit_pages = [&](const char* pragma) {
        auto transaction = database->begin("limit");
        transaction.query(db::Sql{"limit", pragma});
    };
    limit_pages("PRAGMA max_page_count = 4");
    CHECK(add(*database, "short") == FailureKind::other);
    CHECK(add(*database, std::string(100'000, 'x')) == FailureKind::disk_full);
    CHECK(words(*database) == 1);
    CHECK(add(*database, "short") == FailureKind::other);
    limit_pages("PRAGMA max_page_count = 1000000");
    CHECK(add(*database, std::string(100'000, 'x')) == FailureKind::other);
    CHECK(words(*database) == 3);
}

TEST_CASE("when the disk is full the reserve is given up, and only what is urgent is written until "
          "there is room to keep it again")
{
    const onroll::log::Redirect quiet([](std::string_view) {});
    const onroll::tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    auto reserve = database->file();
    reserve += ".reserve";
    make(*database);
    const auto limit_pages = [&](const char* pragma) {
        const db::UrgentWork urgent;
        auto transaction = database->begin("limit");
        transaction.query(db::Sql{"limit", pragma});
    };
    REQUIRE(db::keep_reserve(*database, 1 << 20).has_value());
    CHECK(std::filesystem::file_size(reserve) == 1 << 20);
    limit_pages("PRAGMA max_page_count = 4");
    CHECK(add(*database, std::string(100'000, 'x')) == FailureKind::disk_full);
    // The file system has room, so the reserve is kept again by the next save; it was gone before.
    CHECK_FALSE(std::filesystem::exists(reserve));
    CHECK(add(*database, "short") == FailureKind::other);
    CHECK(std::filesystem::exists(reserve));
}

TEST_CASE(
    "a reserve that cannot be kept again lets nothing through but what is urgent, and reading "
    "goes on")
{
    const onroll::log::Redirect quiet([](std::string_view) {});
    const onroll::tests::TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    make(*database);
    CHECK(add(*database, "before") == FailureKind::other);
    // More than any disk has.
    CHECK_FALSE(db::keep_reserve(*database, std::uint64_t{1} << 50).has_value());
    CHECK(add(*database, "ordinary") == FailureKind::disk_full);
    CHECK(words(*database) == 1);
    {
        const db::UrgentWork urgent;
        CHECK(add(*database, "urgent") == FailureKind::other);
    }
    CHECK(add(*database, "ordinary") == FailureKind::disk_full);
    CHECK(words(*database) == 2);
    REQUIRE(db::keep_reserve(*database, 1 << 20).has_value());
    CHECK(add(*database, "after") == FailureKind::other);
}

} // namespace disk_test
