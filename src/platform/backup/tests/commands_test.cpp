#include "platform/backup/commands.h"

#include "platform/db/db.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace onroll;
namespace fs = std::filesystem;

namespace commands_test {

struct Desk {
    Desk()
    {
        auto name = (fs::temp_directory_path() / "onroll-desk-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()));
        root = name;
        fs::create_directories(root / "data");
        auto database = db::Database::open({"sqlite:" + (root / "data/onroll.db").string()});
        REQUIRE(database);
    }
    ~Desk() { fs::remove_all(root); }

    /// Runs a command; $ROOT in its words is the desk's folder. Answers what it printed.
    std::string run(std::vector<std::string> words, std::vector<backup::FurtherCheck> further = {})
    {
        std::ostringstream out;
        cli::Context context{.out = out, .err = out};
        CLI::App app;
        backup::add_commands(app, context, std::move(further));
        for (auto& word : words)
            if (word.starts_with("$")) word = (root / word.substr(1)).string();
        std::reverse(words.begin(), words.end());
        app.parse(words);
        ended = context.exit;
        return out.str();
    }
    fs::path root;
    cli::Exit ended = cli::Exit::done;
    log::Redirect quiet{[](std::string_view) {}};
};

bool holds(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

TEST_CASE("a key is made, a backup with it, and the backup is put back and confirmed, by commands")
{
    Desk desk;
    desk.run({"backup", "new-key", "--private", "$private.key", "--public", "$public.key"});
    CHECK(desk.ended == cli::Exit::done);
    CHECK(holds(desk.run({"backup", "make", "--data", "$data", "--to", "$a.backup", "--public",
                          "$public.key"}),
                "Backed up 1 files"));
    CHECK(holds(
        desk.run({"backup", "restore", "$a.backup", "--private", "$private.key", "--data", "$new"}),
        "Restored 1 files"));
    CHECK(holds(desk.run({"backup", "confirm", "--data", "$new"}), "Confirmed."));
    CHECK(holds(desk.run({"backup", "confirm", "--data", "$new"}), "not waiting"));
    CHECK(holds(desk.run({"verify", "--data", "$new"}), "Everything is sound."));
    CHECK(desk.ended == cli::Exit::done);
}

TEST_CASE("keys are not written over, and only the private one can be read by nobody else")
{
    Desk desk;
    desk.run({"backup", "new-key", "--private", "$private.key", "--public", "$public.key"});
    CHECK(fs::status(desk.root / "private.key").permissions() == fs::perms::owner_read);
    CHECK(holds(desk.run({"backup", "new-key", "--private", "$private.key", "--public", "$p2.key"}),
                "cannot be made"));
    CHECK(desk.ended == cli::Exit::failed);
    CHECK(holds(desk.run({"backup", "make", "--data", "$data", "--to", "$a.backup", "--public",
                          "$private.key"}),
                "is not a key"));
    CHECK(desk.ended == cli::Exit::bad_input);
}

TEST_CASE("verify names the database that is damaged, and the further check that fails")
{
    Desk desk;
    const auto failing =
        backup::FurtherCheck{"the audit", [](const fs::path&, std::ostream&) -> Result<void> {
                                 return bad_input("Row 7 was changed");
                             }};
    const auto said = desk.run({"verify", "--data", "$data"}, {failing});
    CHECK(holds(said, "sound: onroll.db"));
    CHECK(holds(said, "not sound: the audit"));
    CHECK(desk.ended != cli::Exit::done);
    std::fstream file(desk.root / "data/onroll.db",
                      std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(0);
    file << std::string(4096, 'x');
    file.close();
    CHECK(holds(desk.run({"verify", "--data", "$data"}), "not sound: onroll.db"));
    CHECK(desk.ended != cli::Exit::done);
    CHECK(holds(desk.run({"verify", "--data", "$nowhere"}), "holds no database"));
}

} // namespace commands_test
