// A SQLite database handed over as the bytes of one file, beside whoever is at work on it.
#include "platform/db/sqlite_file.h"

#include "platform/db/db.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace sqlite_file_test {

using namespace onroll;
namespace fs = std::filesystem;

constexpr db::Sql make_table{"make table", "CREATE TABLE word (text TEXT NOT NULL) STRICT"};
constexpr db::Sql add_word{"add word", "INSERT INTO word (text) VALUES (?)"};
constexpr db::Sql count_words{"count words", "SELECT count(*) AS n FROM word"};

struct Folder {
    Folder()
    {
        auto name = (fs::temp_directory_path() / "onroll-sqlite-file-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        root = name;
    }
    ~Folder() { fs::remove_all(root); }
    fs::path root;
    log::Redirect quiet{[](std::string_view) {}};
};

std::unique_ptr<db::Database> opened(const fs::path& file)
{
    auto database = db::Database::open({"sqlite:" + file.string()});
    REQUIRE(database);
    return std::move(*database);
}

void add_words(db::Database& database, int count)
{
    auto transaction = database.begin("words");
    for (int i = 0; i < count; ++i) transaction.run(add_word, std::string(3000, 'x'));
    transaction.commit();
}

std::int64_t words_in(const fs::path& file)
{
    const auto database = opened(file);
    auto reader = database->read();
    auto rows = reader.query(count_words);
    REQUIRE(rows.next());
    return rows.integer("n");
}

/// All that is handed over, written down as a file.
std::string written(db::SqliteFilePages& pages, const fs::path& file)
{
    std::string all;
    while (true) {
        const auto piece = pages.next();
        REQUIRE(piece);
        if (!*piece) break;
        all += **piece;
    }
    std::ofstream(file, std::ios::binary) << all;
    return all;
}

TEST_CASE("a database is handed over as it was at one moment, whole and needing no log beside it")
{
    const Folder folder;
    const auto database = opened(folder.root / "area.db");
    {
        auto transaction = database->begin("make");
        transaction.run_script(make_table);
        transaction.commit();
    }
    add_words(*database, 200); // some of it lies in the log alone
    auto pages = db::SqliteFilePages::of(folder.root / "area.db");
    REQUIRE(pages);
    const auto first = pages->next();
    REQUIRE(first);
    REQUIRE(*first);
    std::string all(**first);
    // What comes later is not of that moment.
    add_words(*database, 50);
    for (;;) {
        const auto piece = pages->next();
        REQUIRE(piece);
        if (!*piece) break;
        all += **piece;
    }
    CHECK(static_cast<std::int64_t>(all.size()) == pages->bytes());
    CHECK(all.substr(0, 15) == "SQLite format 3");
    CHECK(all[18] == 1);
    CHECK(all[19] == 1);
    const auto copy = folder.root / "copy.db";
    std::ofstream(copy, std::ios::binary) << all;
    CHECK(db::check_sqlite_file(copy));
    CHECK_FALSE(fs::exists(folder.root / "copy.db-wal"));
    CHECK(words_in(copy) == 200);

    auto again = db::SqliteFilePages::of(folder.root / "area.db");
    REQUIRE(again);
    written(*again, folder.root / "again.db");
    CHECK(db::check_sqlite_file(folder.root / "again.db"));
    CHECK(words_in(folder.root / "again.db") == 250);
}

TEST_CASE("an empty database is handed over as nothing, and what is none is refused in words")
{
    const Folder folder;
    std::ofstream(folder.root / "empty.db", std::ios::binary).flush();
    auto empty = db::SqliteFilePages::of(folder.root / "empty.db");
    REQUIRE(empty);
    CHECK(empty->bytes() == 0);
    CHECK(written(*empty, folder.root / "copy.db").empty());
    std::ofstream(folder.root / "letter.db", std::ios::binary) << std::string(5000, 'a');
    for (const auto* name : {"letter.db", "nowhere.db"}) {
        const auto refused = db::SqliteFilePages::of(folder.root / name);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::unavailable);
        CHECK(refused.error().message.find(name) != std::string::npos);
    }
}

} // namespace sqlite_file_test
