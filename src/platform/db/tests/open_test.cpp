#include "platform/db/db.h"
#include "helpers/test_database.h"
#include "platform/db/sqlite_database.h"

#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace open_test {

namespace db = onroll::db;
namespace fs = std::filesystem;
using onroll::ErrorKind;
using onroll::tests::for_each_engine;
using onroll::tests::TestDatabase;

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

onroll::Error refusal(const db::Settings& settings)
{
    const auto opened = db::Database::open(settings);
    REQUIRE_FALSE(opened.has_value());
    return opened.error();
}

/// Forks a process that opens the database, commits one word, says so through the pipe, and waits
/// to be ended.
pid_t another_process(const db::Settings& settings)
{
    int pipe_ends[2] = {};
    REQUIRE(::pipe(pipe_ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto opened = db::Database::open(settings);
        if (!opened) ::_exit(1);
        auto transaction = (*opened)->begin("add");
        transaction.run_script(make_table);
        transaction.run(add_word, "kept");
        transaction.commit();
        if (::write(pipe_ends[1], "x", 1) != 1) ::_exit(1);
        for (;;) ::pause();
    }
    ::close(pipe_ends[1]);
    char ready = 0;
    REQUIRE(::read(pipe_ends[0], &ready, 1) == 1);
    ::close(pipe_ends[0]);
    return child;
}

void end_at_once(pid_t process)
{
    ::kill(process, SIGKILL);
    ::waitpid(process, nullptr, 0);
}

TEST_CASE("a library of SQLite that can lose commits is refused")
{
    for (const int version : {3040001, 3051002, 3007000})
        CHECK_FALSE(db::check_sqlite_version(version).has_value());
    for (const int version : {3051003, 3053002, 4000000})
        CHECK(db::check_sqlite_version(version).has_value());
    CHECK(db::check_sqlite_version(3040001).error().message ==
          "This program was built with SQLite 3.40.1, which can lose what was saved. Build it with "
          "SQLite 3.51.3 or later");
}

TEST_CASE("a SQLite database is opened as promised, for its owner alone")
{
    const TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    auto transaction = database->begin("look");
    const auto setting = [&](const char* pragma) {
        const std::string text = std::string("PRAGMA ") + pragma;
        auto rows = transaction.query(db::Sql{pragma, text});
        REQUIRE(rows.next());
        return rows.integer(pragma);
    };
    CHECK(setting("synchronous") == 2);
    CHECK(setting("foreign_keys") == 1);
    CHECK(setting("mmap_size") == 0);
    auto mode = transaction.query(db::Sql{"journal_mode", "PRAGMA journal_mode"});
    REQUIRE(mode.next());
    CHECK(mode.text("journal_mode") == "wal");
    for (const auto& entry : fs::directory_iterator(place.folder())) {
        CAPTURE(entry.path().filename().string());
        CHECK((entry.status().permissions() & (fs::perms::group_all | fs::perms::others_all)) ==
              fs::perms::none);
    }
}

TEST_CASE("two databases in one process cannot have the same file")
{
    const TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    CHECK(refusal(place.settings()).kind == ErrorKind::conflict);
}

TEST_CASE("a second process is refused, and told which one has the file and what to do")
{
    const TestDatabase place(db::Engine::sqlite);
    const auto other = another_process(place.settings());
    const auto error = refusal(place.settings());
    end_at_once(other);
    CHECK(error.kind == ErrorKind::conflict);
    CHECK(error.message == "Another process (number " + std::to_string(other) + ") is using " +
                               (place.folder() / "test.db").string() +
                               ". Stop it first, or give another folder with --data");
}

TEST_CASE("after a process was killed, the next one finds what was committed")
{
    const TestDatabase place(db::Engine::sqlite);
    end_at_once(another_process(place.settings()));
    CHECK(fs::file_size(place.folder() / "test.db.lock") > 0);
    {
        const auto database = place.open();
        CHECK(words(*database) == 1);
    }
    CHECK(fs::file_size(place.folder() / "test.db.lock") == 0);
    CHECK_FALSE(fs::exists(place.folder() / "test.db-wal"));
}

TEST_CASE("a damaged file is refused after an unclean stop")
{
    const TestDatabase place(db::Engine::sqlite);
    {
        const auto database = place.open();
        auto transaction = database->begin("fill");
        transaction.run_script(make_table);
        transaction.run_script(db::Sql{"index", "CREATE INDEX word_by_text ON word (text)"});
        for (int i = 0; i < 2000; ++i) transaction.run(add_word, "word " + std::to_string(i));
        transaction.commit();
    }
    std::ofstream(place.folder() / "test.db.lock") << "12345\n";
    {
        std::fstream file(place.folder() / "test.db",
                          std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(5 * 4096 + 100);
        file << std::string(3000, '\x5a');
    }
    const auto error = refusal(place.settings());
    CHECK(error.kind == ErrorKind::unavailable);
    CHECK(error.message == (place.folder() / "test.db").string() +
                               " is not a sound database. Put the last copy back");
}

TEST_CASE("a file that is not a database is refused")
{
    const TestDatabase place(db::Engine::sqlite);
    std::ofstream(place.folder() / "test.db") << std::string(8192, 'x');
    const auto error = refusal(place.settings());
    CHECK(error.message == (place.folder() / "test.db").string() +
                               " is not a sound database. Put the last copy back");
}

TEST_CASE("an address that names no database is refused with an example")
{
    for (const auto* url : {"", "mysql://x", "/tmp/x.db", "sqlite:", "sqlite::memory:"}) {
        CAPTURE(url);
        CHECK(refusal({url}).kind == ErrorKind::bad_input);
    }
    CHECK(refusal({"sqlite:/no/such/folder/x.db"}).message ==
          "The folder /no/such/folder cannot be written to. Check that it exists and that its "
          "owner and permissions are right");
    const auto error = refusal({"postgres://nobody@127.0.0.1:1/none"});
    CHECK(error.kind == ErrorKind::unavailable);
    CHECK(error.message.starts_with("The database server does not answer, or refuses."));
    CHECK(refusal({"postgres://x", 1, 1, "a\"b"}).kind == ErrorKind::bad_input);
}

TEST_CASE("a sound database is writable")
{
    for_each_engine([](db::Database& database) { CHECK(database.check_writable().has_value()); });
}

TEST_CASE("a database whose file has gone is not writable")
{
    const TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    fs::remove(place.folder() / "test.db");
    CHECK_FALSE(database->check_writable().has_value());
}

TEST_CASE("a copy has all that was committed and needs no file beside it")
{
    const TestDatabase place(db::Engine::sqlite);
    const auto database = place.open();
    {
        auto transaction = database->begin("fill");
        transaction.run_script(make_table);
        transaction.run(add_word, "kept");
        transaction.commit();
    }
    const auto copy = place.folder() / "copy.db";
    REQUIRE(database->copy_to(copy).has_value());
    CHECK_FALSE(fs::exists(place.folder() / "copy.db-wal"));
    CHECK_FALSE(fs::exists(place.folder() / "copy.db.part"));
    const auto opened = db::Database::open({"sqlite:" + copy.string()});
    REQUIRE(opened.has_value());
    CHECK(words(**opened) == 1);
}

} // namespace open_test
