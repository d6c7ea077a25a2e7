#include "platform/backup/commands.h"

#include "platform/backup/backup.h"
#include "platform/backup/key_files.h"
#include "platform/backup/quarantine.h"
#include "platform/db/sqlite_file.h"

#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <utility>

namespace onroll::backup {
namespace commands_detail {

namespace fs = std::filesystem;

struct Given {
    fs::path file;
    fs::path key;
    fs::path public_key; ///< empty: the one in the data folder

    fs::path public_key_in(const fs::path& data) const
    {
        return public_key.empty() ? data / "backup-public.key" : public_key;
    }
};

/// A folder of our own for the time of one command, beside the backup, where there is room.
struct Scratch {
    explicit Scratch(const fs::path& beside)
    {
        auto name = (fs::absolute(beside).parent_path() / ".onroll-backup-XXXXXX").string();
        if (mkdtemp(name.data())) path = name;
    }
    ~Scratch()
    {
        std::error_code ignored;
        if (!path.empty()) fs::remove_all(path, ignored);
    }
    fs::path path;
};

void new_key(const Given& given, cli::Context& context)
{
    const auto public_key = given.public_key_in(context.data);
    if (const auto made = write_key_files(given.key, public_key); !made)
        return context.fail(made.error());
    context.out << "Made " << given.key.string() << " and " << public_key.string() << ".\n"
                << "Keep the first one away from the server, in two places. Without it no backup "
                   "can be opened.\n"
                << "The server needs only the second one.\n";
}

void make(const Given& given, cli::Context& context)
{
    const auto key = read_public_key(given.public_key_in(context.data));
    if (!key) return context.fail(key.error());
    const Scratch scratch(given.file);
    if (scratch.path.empty())
        return context.fail({ErrorKind::unavailable,
                             "The folder of " + given.file.string() + " cannot be written to",
                             {},
                             {}});
    const auto made = back_up(context.data, given.file, *key, scratch.path);
    if (!made) return context.fail(made.error());
    std::int64_t bytes = 0;
    for (const auto& entry : *made) bytes += entry.bytes;
    context.out << "Backed up " << made->size() << " files, " << bytes << " bytes, to "
                << given.file.string() << "\n";
}

void put_back(const Given& given, cli::Context& context)
{
    const auto pair = read_private_key(given.key);
    if (!pair) return context.fail(pair.error());
    const auto restored = restore(given.file, *pair, context.data);
    if (!restored) return context.fail(restored.error());
    context.out << "Restored " << restored->size() << " files to " << context.data.string()
                << ", each as it was when the backup was made.\n"
                << "Nothing is sent out of it until you say that it is the one to work with: "
                   "onroll backup confirm --data "
                << context.data.string() << "\n";
}

void confirm(cli::Context& context)
{
    if (!is_quarantined(context.data)) {
        context.out << "This data folder is not waiting for confirmation.\n";
        return;
    }
    if (const auto ended = end_quarantine(context.data); !ended) return context.fail(ended.error());
    context.out
        << "Confirmed. Start the server again: messages that wait are sent from then on. What "
           "lay in the outbox is there again.\n";
}

void verify(cli::Context& context, const std::vector<FurtherCheck>& further)
{
    bool sound = true;
    std::error_code trouble;
    int databases = 0;
    for (const auto& one : fs::recursive_directory_iterator(context.data, trouble)) {
        const auto name = one.path().lexically_relative(context.data);
        if (!one.is_regular_file() || treatment_of(name) != Treatment::copy_database) continue;
        ++databases;
        const auto checked = db::check_sqlite_file(one.path());
        context.out << (checked ? "sound: " : "not sound: ") << name.string() << "\n";
        if (checked) continue;
        context.fail(checked.error());
        sound = false;
    }
    if (trouble || databases == 0)
        return context.fail(bad_input(context.data.string() + " holds no database"));
    for (const auto& check : further) {
        const auto checked = check.run(context.data, context.out);
        context.out << (checked ? "sound: " : "not sound: ") << check.name << "\n";
        if (checked) continue;
        context.fail(checked.error());
        sound = false;
    }
    if (sound) context.out << "Everything is sound.\n";
}

} // namespace commands_detail

void add_commands(CLI::App& app, cli::Context& context, std::vector<FurtherCheck> further)
{
    using namespace commands_detail;
    const auto given = std::make_shared<Given>();
    auto& backup = *app.add_subcommand("backup", "Keep a copy of everything, and put it back");
    backup.require_subcommand(1);

    auto& key = cli::add_command(backup, "new-key",
                                 "Make the pair of keys that backups are sealed with", context);
    key.add_option("--private", given->key, "The new file that opens backups; keep it elsewhere")
        ->required();
    key.add_option("--public", given->public_key,
                   "The new file that the server seals with; backup-public.key in the data folder");
    key.callback([given, &context] { new_key(*given, context); });

    auto& made = cli::add_command(
        backup, "make", "Back up the data folder into one sealed file, while the server runs",
        context);
    made.add_option("--to", given->file, "The new file")->required();
    made.add_option("--public", given->public_key,
                    "The key to seal with; backup-public.key in the data folder");
    made.callback([given, &context] { make(*given, context); });

    auto& restored =
        cli::add_command(backup, "restore", "Put a backup back into an empty data folder", context);
    restored.add_option("FILE", given->file, "The backup")->required();
    restored.add_option("--private", given->key, "The key that opens it")->required();
    restored.callback([given, &context] { put_back(*given, context); });

    auto& confirmed = cli::add_command(
        backup, "confirm", "Say that a restored folder is the one to work with", context);
    confirmed.callback([&context] { confirm(context); });

    auto& verified = cli::add_command(app, "verify",
                                      "Check that everything in the data folder is sound", context);
    verified.callback([&context, further = std::move(further)] { verify(context, further); });
}

} // namespace onroll::backup
