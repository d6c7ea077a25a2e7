#include "platform/backup/commands.h"

#include "platform/backup/prune.h"
#include "platform/db/db.h"
#include "platform/log/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include <fcntl.h>
#include <sys/stat.h>

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
    std::string run(std::vector<std::string> words, std::vector<backup::FurtherCheck> further = {},
                    const Clock& clock = SystemClock())
    {
        std::ostringstream out;
        cli::Context context{.out = out, .err = out};
        CLI::App app;
        backup::add_commands(app, context, clock, {.checks = std::move(further)});
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
        backup::FurtherCheck{"the audit", [](const cli::Context&, std::ostream&) -> Result<void> {
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

/// An empty file as it would be when a backup was made at noon on that day, or later.
void add_backup(const fs::path& folder, const std::string& name, Date day, int minutes = 0)
{
    std::ofstream(folder / name) << "sealed";
    const auto at =
        start_of_day_in_london(day) + std::chrono::hours(12) + std::chrono::minutes(minutes);
    const timespec when{
        std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count(), 0};
    const timespec times[2]{when, when};
    REQUIRE(utimensat(AT_FDCWD, (folder / name).c_str(), times, 0) == 0);
}

std::size_t files_in(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

TEST_CASE(
    "prune keeps the last backup of each of 35 days and of each of 12 months, names what would "
    "go first, and deletes nothing that is no backup")
{
    Desk desk;
    const auto folder = desk.root / "backups";
    fs::create_directories(folder);
    const auto today = date(2026, 11, 26);
    for (auto day = today - std::chrono::days(799); day <= today; day += std::chrono::days(1))
        add_backup(folder, iso(day) + ".backup", day);
    add_backup(folder, "earlier-today.backup", today, -60);
    add_backup(folder, "letter.txt", today - std::chrono::days(700));
    const FixedClock clock(today);
    const auto preview =
        desk.run({"backup", "prune", "--folder", "$backups", "--preview"}, {}, clock);
    CHECK(holds(preview, "Would go: earlier-today.backup, of 26 November 2026"));
    CHECK(holds(preview, "of 801 backups would go"));
    CHECK(files_in(folder) == 802);
    CHECK(holds(desk.run({"backup", "prune", "--folder", "$backups"}, {}, clock), "Deleted: "));
    // 35 days from 23 October, and the last days of December to September.
    CHECK(files_in(folder) == 35 + 10 + 1);
    CHECK(fs::exists(folder / "2026-10-23.backup"));
    CHECK(!fs::exists(folder / "2026-10-22.backup"));
    CHECK(fs::exists(folder / "2025-12-31.backup"));
    CHECK(!fs::exists(folder / "2025-11-30.backup"));
    CHECK(fs::exists(folder / "letter.txt"));
    // Again on the same day nothing goes.
    CHECK(
        holds(desk.run({"backup", "prune", "--folder", "$backups"}, {}, clock), "0 of 45 backups"));
    // On each later day, also where no new one was made, none is 13 months old, but the newest of
    // all stays.
    for (auto day = today; day < date(2028, 3, 1); day += std::chrono::days(1)) {
        const FixedClock then(day);
        desk.run({"backup", "prune", "--folder", "$backups"}, {}, then);
        const auto left = backup::backups_in(folder).value();
        REQUIRE(!left.empty());
        for (const auto& one : left)
            if (one.made != today) CHECK(last_day_of_months_from(one.made, 13) > day);
    }
    CHECK(fs::exists(folder / (iso(today) + ".backup")));
    CHECK(holds(desk.run({"backup", "prune", "--folder", "$nowhere"}, {}, clock), "no folder"));
}

} // namespace commands_test
