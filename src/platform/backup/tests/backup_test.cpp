#include "platform/backup/backup.h"

#include "platform/backup/archive.h"
#include "platform/backup/manifest.h"
#include "platform/backup/quarantine.h"
#include "platform/crypto/sealed_file.h"
#include "platform/db/db.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>

using namespace onroll;
namespace fs = std::filesystem;

namespace backup_test {

constexpr db::Sql make_table{"make table", "CREATE TABLE word (text TEXT NOT NULL) STRICT"};
constexpr db::Sql add_word{"add word", "INSERT INTO word (text) VALUES (?)"};
constexpr db::Sql count_words{"count words", "SELECT count(*) AS n FROM word"};

std::string read_file(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

void write_file(const fs::path& file, const std::string& bytes)
{
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

/// An area at work: a database that is open, a file in a folder, and what a backup leaves out.
struct Area {
    Area()
    {
        auto name = (fs::temp_directory_path() / "onroll-backup-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        root = name;
        fs::create_directories(root / "scratch");
        write_file(root / "data/attachments/ab/cd", std::string(200000, 'f'));
        write_file(root / "data/area.key", "a canary in a key");
        write_file(root / "data/old.backup", "older");
        write_file(root / "data/incoming/upload", "what somebody is sending, in clear");
        database = std::move(*db::Database::open({"sqlite:" + (root / "data/onroll.db").string()}));
        auto transaction = database->begin("make");
        transaction.run_script(make_table);
        transaction.run(add_word, "a canary in a row");
        transaction.commit();
    }
    ~Area()
    {
        database.reset();
        fs::remove_all(root);
    }
    Result<std::vector<backup::Entry>> back_up() const
    {
        return backup::back_up(root / "data", root / "area.backup", pair.public_key,
                               root / "scratch");
    }
    Result<std::vector<backup::Entry>> restore() const
    {
        return backup::restore(root / "area.backup", pair, root / "restored");
    }
    fs::path root;
    crypto::KeyPair pair = crypto::KeyPair::create();
    std::unique_ptr<db::Database> database;
    log::Redirect quiet{[](std::string_view) {}};
};

std::int64_t words_in(const fs::path& file)
{
    const auto opened = db::Database::open({"sqlite:" + file.string()});
    REQUIRE(opened);
    auto reader = (*opened)->read();
    auto rows = reader.query(count_words);
    REQUIRE(rows.next());
    return rows.integer("n");
}

TEST_CASE("a backup made while the server works is put back whole, with its keys and files")
{
    const Area area;
    const auto made = area.back_up();
    REQUIRE(made);
    std::vector<std::string> names;
    for (const auto& entry : *made) names.push_back(entry.name);
    CHECK(names == std::vector<std::string>{"area.key", "attachments/ab/cd", "onroll.db"});
    const auto restored = area.restore();
    REQUIRE(restored);
    CHECK(*restored == *made);
    CHECK(read_file(area.root / "restored/attachments/ab/cd") == std::string(200000, 'f'));
    CHECK(read_file(area.root / "restored/area.key") == "a canary in a key");
    CHECK(words_in(area.root / "restored/onroll.db") == 1);
    CHECK(fs::is_empty(area.root / "scratch"));
}

TEST_CASE("a backup shows nothing of what is in it")
{
    const Area area;
    REQUIRE(area.back_up());
    const auto bytes = read_file(area.root / "area.backup");
    CHECK(bytes.find("canary") == std::string::npos);
    CHECK(bytes.find("onroll.db") == std::string::npos);
}

/// The names of what comes into a folder while this lives.
class Comings {
public:
    explicit Comings(const fs::path& folder)
    {
        REQUIRE(inotify_add_watch(watch_, folder.c_str(), IN_CREATE | IN_MOVED_TO) >= 0);
    }
    ~Comings() { close(watch_); }
    Comings(const Comings&) = delete;
    Comings& operator=(const Comings&) = delete;

    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        alignas(inotify_event) char told[8192];
        for (ssize_t size = 0; (size = read(watch_, told, sizeof told)) > 0;)
            for (const char* at = told; at < told + size;) {
                const auto* event = reinterpret_cast<const inotify_event*>(at);
                if (event->len > 0) all.emplace_back(event->name);
                at += sizeof(inotify_event) + event->len;
            }
        return all;
    }

private:
    int watch_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
};

TEST_CASE("no copy of a database lies beside a backup while it is made")
{
    const Area area;
    const Comings beside(area.root / "scratch");
    const Comings around(area.root);
    REQUIRE(area.back_up());
    CHECK(beside.names() == std::vector<std::string>{"manifest.copy"});
    for (const auto& name : around.names()) CHECK(name.starts_with("area.backup"));
}

TEST_CASE("what was put back is in quarantine until somebody says that it is the real one")
{
    const Area area;
    CHECK_FALSE(backup::is_quarantined(area.root / "data"));
    REQUIRE(area.back_up());
    REQUIRE(area.restore());
    CHECK(backup::is_quarantined(area.root / "restored"));
    REQUIRE(backup::end_quarantine(area.root / "restored"));
    CHECK_FALSE(backup::is_quarantined(area.root / "restored"));
}

TEST_CASE("nothing is put back over something, with another key, or from a changed backup")
{
    const Area area;
    REQUIRE(area.back_up());
    write_file(area.root / "restored/here", "already");
    CHECK(area.restore().error().message.find("is not empty") != std::string::npos);
    CHECK(read_file(area.root / "restored/here") == "already");
    fs::remove_all(area.root / "restored");
    CHECK_FALSE(backup::restore(area.root / "area.backup", crypto::KeyPair::create(),
                                area.root / "restored"));
    auto bytes = read_file(area.root / "area.backup");
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    write_file(area.root / "area.backup", bytes);
    CHECK_FALSE(area.restore());
    CHECK_FALSE(fs::exists(area.root / "restored"));
}

TEST_CASE("a byte that was changed anywhere, and an end that was cut off anywhere, is noticed, and "
          "nothing is half put back")
{
    const Area area;
    REQUIRE(area.back_up());
    const auto whole = read_file(area.root / "area.backup");
    const auto refused = [&](const std::string& bytes) {
        write_file(area.root / "area.backup", bytes);
        const auto restored = area.restore();
        REQUIRE_FALSE(restored);
        CHECK(restored.error().message.find("area.backup") != std::string::npos);
        CHECK(restored.error().message.find("changed or cut short") != std::string::npos);
        CHECK_FALSE(fs::exists(area.root / "restored"));
    };
    std::vector<std::size_t> places{0, 1, whole.size() - 1};
    for (std::size_t place = 7; place < whole.size(); place += whole.size() / 40)
        places.push_back(place);
    for (const auto place : places) {
        CAPTURE(place);
        auto changed = whole;
        changed[place] = char(changed[place] ^ 1);
        refused(changed);
        refused(whole.substr(0, place));
    }
    refused(whole + "more");
    write_file(area.root / "area.backup", whole);
    CHECK(area.restore());
}

/// A backup that opens with its key and yet is damaged inside: made of the folder as `damage` left
/// it, with the list that was true before.
Result<std::vector<backup::Entry>> restored_after(
    const std::function<void(const fs::path& files, std::vector<std::string>& names)>& damage)
{
    const Area area;
    REQUIRE(area.back_up());
    REQUIRE(area.restore());
    const auto files = area.root / "restored";
    std::vector<backup::Entry> promised;
    {
        auto passing = backup::ArchiveWriter::create(area.root / "x", area.pair.public_key);
        for (const auto* name : {"area.key", "attachments/ab/cd", "onroll.db"})
            promised.push_back(passing->add(name, files / name).value());
    }
    std::vector<std::string> names{"onroll.db", "area.key", "attachments/ab/cd"};
    damage(files, names);
    fs::remove(area.root / "area.backup");
    auto archive = backup::ArchiveWriter::create(area.root / "area.backup", area.pair.public_key);
    for (const auto& name : names) REQUIRE(archive->add(name, files / name));
    REQUIRE(backup::write_manifest(promised, area.root / "scratch/list"));
    REQUIRE(archive->add("manifest.csv", area.root / "scratch/list"));
    REQUIRE(archive->finish());
    fs::remove_all(files);
    auto answer = area.restore();
    if (!answer) CHECK_FALSE(fs::exists(files));
    return answer;
}

void change_byte(const fs::path& file, std::size_t place)
{
    auto bytes = read_file(file);
    bytes[place] = char(bytes[place] ^ 1);
    write_file(file, bytes);
}

TEST_CASE("what a server held lies sealed while it waits to be put back, and opens whole")
{
    const Area area;
    std::string rows = "a canary in a dump";
    rows += std::string(300'000, 'r');
    write_file(area.root / "plain.dump", rows);
    {
        auto archive = backup::ArchiveWriter::create(area.root / "made", area.pair.public_key);
        REQUIRE(archive);
        REQUIRE(archive->add(std::string(backup::server_copy_name), area.root / "plain.dump"));
        REQUIRE(archive->finish());
    }
    fs::remove(area.root / "plain.dump");
    const auto passing = crypto::KeyPair::create();
    fs::create_directories(area.root / "into");
    const auto found =
        backup::extract(area.root / "made", area.pair, area.root / "into", passing.public_key);
    REQUIRE(found);
    CHECK(found->front().bytes == std::int64_t(rows.size()));
    const auto lies = area.root / "into" / backup::server_copy_name;
    CHECK(read_file(lies).find("a canary in a dump") == std::string::npos);
    CHECK(read_file(lies).find("rrrrrrrr") == std::string::npos);
    auto sealed = crypto::SealedFileReader::open(lies, passing);
    REQUIRE(sealed);
    std::string opened;
    for (auto piece = sealed->next(); piece && *piece; piece = sealed->next()) opened += **piece;
    CHECK(opened == rows);
    // Where a backup is refused nothing of it stays.
    CHECK_FALSE(backup::restore(area.root / "made", area.pair, area.root / "restored"));
    CHECK_FALSE(fs::exists(area.root / "restored"));
}

TEST_CASE("damage to a database, a key or a file is named when the backup is put back, and so is "
          "what is missing, cut short or too much")
{
    using Names = std::vector<std::string>;
    const auto said = [](const auto& damage) {
        const auto restored = restored_after(damage);
        return restored ? std::string("put back") : restored.error().message;
    };
    CHECK(said([](const fs::path&, Names&) {}) == "put back");
    for (const auto* name : {"onroll.db", "area.key", "attachments/ab/cd"}) {
        const std::string start = std::string("The backup is damaged: ") + name;
        CHECK(said([&](const fs::path& files, Names&) { change_byte(files / name, 11); }) ==
              start + " is not as it was backed up. Take another backup");
        CHECK(said([&](const fs::path& files, Names&) {
                  fs::resize_file(files / name, fs::file_size(files / name) - 1);
              }) == start + " is cut short. Take another backup");
        CHECK(said([&](const fs::path&, Names& names) { std::erase(names, name); }) ==
              start + " is missing. Take another backup");
    }
    CHECK(said([](const fs::path& files, Names& names) {
              write_file(files / "more", "not ours");
              names.push_back("more");
          }) == "The backup is damaged: more is not in its list. Take another backup");
}

TEST_CASE("what lay in the outbox is held while nobody has said that the copy is the real one")
{
    const Area area;
    write_file(area.root / "data/outbox/1.eml", "to a family");
    REQUIRE(area.back_up());
    REQUIRE(area.restore());
    const auto restored = area.root / "restored";
    CHECK_FALSE(fs::exists(restored / "outbox"));
    CHECK(read_file(restored / "outbox-held/1.eml") == "to a family");
    // A copy of the copy is held, too.
    write_file(restored / "outbox/2.eml", "to another");
    REQUIRE(backup::put_into_quarantine(restored));
    CHECK_FALSE(fs::exists(restored / "outbox"));
    REQUIRE(backup::end_quarantine(restored));
    CHECK(read_file(restored / "outbox/1.eml") == "to a family");
    CHECK(read_file(restored / "outbox/2.eml") == "to another");
    CHECK_FALSE(fs::exists(restored / "outbox-held"));
}

TEST_CASE("a backup is of one moment although others write meanwhile")
{
    const Area area;
    std::atomic<bool> go_on{true};
    std::thread writer([&] {
        while (go_on) {
            auto transaction = area.database->begin("two words");
            transaction.run(add_word, std::string(5000, 'x'));
            transaction.run(add_word, std::string(5000, 'y'));
            transaction.commit();
        }
    });
    const auto made = area.back_up();
    go_on = false;
    writer.join();
    REQUIRE(made);
    REQUIRE(area.restore());
    CHECK(words_in(area.root / "restored/onroll.db") % 2 == 1);
}

TEST_CASE("an empty folder, and a place that cannot be written to, are said in plain words")
{
    const Area area;
    fs::create_directories(area.root / "empty");
    const auto& key = area.pair.public_key;
    CHECK_FALSE(
        backup::back_up(area.root / "empty", area.root / "x.backup", key, area.root / "scratch"));
    CHECK_FALSE(backup::back_up(area.root / "data", area.root / "nowhere/x.backup", key,
                                area.root / "scratch"));
    CHECK_FALSE(backup::back_up(area.root / "data", area.root / "area.key", "no key",
                                area.root / "scratch"));
}

} // namespace backup_test
