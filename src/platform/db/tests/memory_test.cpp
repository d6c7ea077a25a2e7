// What happens where SQLite has no memory left (trust.md R-07): each of its requests for memory is
// refused in turn, while a row is stored and while it is read. A row is stored whole or not at all,
// and is read whole or not at all.
#include "helpers/test_database.h"
#include "platform/db/db.h"
#include "kernel/ensure.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <string>

namespace memory_test {

namespace db = onroll::db;
using db::FailureKind;

constexpr db::Sql make_table{"make table", "CREATE TABLE letter (number INTEGER PRIMARY KEY,"
                                           " told_by TEXT, words TEXT, picture BLOB) STRICT"};
constexpr db::Sql add_letter{"add letter",
                             "INSERT INTO letter (told_by, words, picture) VALUES (?, ?, ?)"};
constexpr db::Sql letters{"letters",
                          "SELECT number, told_by, words, picture FROM letter ORDER BY number"};

/// Longer than a page, so that SQLite asks for memory both to take it and to give it back.
const std::string words(20'000, 'w');
const std::string picture(30'000, 'p');

/// SQLite's memory, of which one request may be refused: the one that `refuse_after` counts to.
/// SQLite takes another memory only while it is shut down, so no database may be open.
class ScantMemory {
public:
    ScantMemory()
    {
        sqlite3_shutdown();
        sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual_);
        auto ours = usual_;
        ours.xMalloc = [](int size) { return refused() ? nullptr : usual_.xMalloc(size); };
        ours.xRealloc = [](void* memory, int size) {
            return refused() ? nullptr : usual_.xRealloc(memory, size);
        };
        onroll::ensure(sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) == SQLITE_OK,
                       "SQLite takes a memory of the test's own");
        sqlite3_initialize();
    }
    ~ScantMemory()
    {
        left_ = -1;
        sqlite3_shutdown();
        sqlite3_config(SQLITE_CONFIG_MALLOC, &usual_);
        sqlite3_initialize();
    }
    ScantMemory(const ScantMemory&) = delete;
    ScantMemory& operator=(const ScantMemory&) = delete;

    /// The request after that many is refused, and each one after it where `all_after`.
    void refuse_after(int requests, bool all_after)
    {
        left_ = requests;
        all_after_ = all_after;
        was_refused_ = false;
    }
    /// Whether one was, since it was asked to.
    bool ends()
    {
        left_ = -1;
        return was_refused_;
    }

private:
    static bool refused()
    {
        if (left_ < 0) return false;
        if (left_ > 0) {
            --left_;
            return false;
        }
        if (!all_after_) left_ = -1;
        was_refused_ = true;
        return true;
    }

    static inline sqlite3_mem_methods usual_{};
    static inline int left_ = -1;
    static inline bool all_after_ = false;
    static inline bool was_refused_ = false;
};

/// How storing one letter went; `other` where nothing failed.
FailureKind store_one(db::Database& database)
{
    try {
        auto transaction = database.begin("store a letter");
        transaction.run(add_letter, "Somebody", words, db::as_blob(picture));
        transaction.commit();
    } catch (const db::Failure& failure) {
        return failure.kind();
    }
    return FailureKind::other;
}

struct Found {
    int whole = 0;
    int in_part = 0;
};

Found found_in(db::Database& database)
{
    Found found;
    auto reader = database.read();
    auto rows = reader.query(letters);
    while (rows.next()) {
        const auto seen = rows.blob("picture");
        const bool is_whole = rows.text("told_by") == "Somebody" && rows.text("words") == words &&
                              seen.size() == picture.size();
        ++(is_whole ? found.whole : found.in_part);
    }
    return found;
}

FailureKind read_all(db::Database& database, Found& found)
{
    try {
        found = found_in(database);
    } catch (const db::Failure& failure) {
        return failure.kind();
    }
    return FailureKind::other;
}

void make(db::Database& database)
{
    auto transaction = database.begin("make");
    transaction.run_script(make_table);
    transaction.commit();
}

TEST_CASE("without memory a row is stored whole or not at all")
{
    ScantMemory memory;
    for (const bool all_after : {false, true}) {
        CAPTURE(all_after);
        const onroll::tests::TestDatabase place(db::Engine::sqlite);
        const auto database = place.open();
        make(*database);
        int stored = 0, refused = 0;
        for (bool more = true; more;) {
            memory.refuse_after(stored + refused, all_after);
            const auto failed = store_one(*database);
            more = memory.ends();
            ++(failed == FailureKind::other ? stored : refused);
            CHECK((failed == FailureKind::other || failed == FailureKind::out_of_memory));
            const auto found = found_in(*database);
            CHECK(found.whole == stored);
            CHECK(found.in_part == 0);
        }
        CHECK(refused > 0);
        CHECK(stored > 0);
        CHECK(store_one(*database) == FailureKind::other);
    }
}

TEST_CASE("without memory a row is read whole or not at all")
{
    ScantMemory memory;
    for (const bool all_after : {false, true}) {
        CAPTURE(all_after);
        const onroll::tests::TestDatabase place(db::Engine::sqlite);
        const auto database = place.open();
        make(*database);
        REQUIRE(store_one(*database) == FailureKind::other);
        int answered = 0, refused = 0;
        for (bool more = true; more;) {
            memory.refuse_after(answered + refused, all_after);
            Found found;
            const auto failed = read_all(*database, found);
            more = memory.ends();
            ++(failed == FailureKind::other ? answered : refused);
            CHECK((failed == FailureKind::other || failed == FailureKind::out_of_memory));
            CHECK(found.whole == (failed == FailureKind::other ? 1 : 0));
            CHECK(found.in_part == 0);
        }
        CHECK(refused > 0);
        CHECK(answered > 0);
    }
}

} // namespace memory_test
